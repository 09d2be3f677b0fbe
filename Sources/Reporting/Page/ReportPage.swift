package import MobilityModel
import Planning

/// A report as a page: what it says stands in ``ReportContent``, this gives it words and shape.
package struct ReportPage {
  let content: ReportContent
  let language: Language

  var round: Round { content.round }
  var source: ReportSource { content.source }

  /// - Parameters:
  ///   - source: the plan and its round.
  ///   - names: by which people are shown; `nil` for their own.
  ///   - keys: by which fairness is measured.
  ///   - language: of all fixed texts.
  /// - Complexity: that of reasons and reserves of everybody without a place.
  package init(
    _ source: ReportSource, names: Pseudonyms?, by keys: [FilterKey], language: Language
  ) {
    content = ReportContent(source, names: names, by: keys)
    self.language = language
  }

  /// A part of the page with its heading.
  struct Part {
    var id: String
    var title: String
    var content: Markup
  }

  /// All parts in the order of the page.
  var parts: [Part] {
    var parts = [part("headline", .headline, headline)]
    if let comparison = content.comparison {
      parts.append(part("comparison", .comparison, self.comparison(comparison)))
    }
    return parts + [
      part("timelines", .timelines, timelines), part("flows", .flows, flows),
      part("choices", .choices, choices), part("limits", .limits, limits),
      part("sessions", .sessions, sessions), part("unplaced", .unplaced, unplaced),
      part("fairness", .fairness, fairness), part("settings", .settings, settings),
    ]
  }

  private func part(_ id: String, _ title: Phrase, _ content: Markup) -> Part {
    Part(id: id, title: language(title), content: content)
  }

  /// The whole page as a file that needs nothing else.
  package var html: [UInt8] {
    let parts = parts
    let page = PageFrame(
      title: "\(source.title) – \(language(.report))", language: language, styles: .reportStyles,
      script: .reportScript)
    return page.html {
      tag("a", ["class": "skip", "href": "#main"]) { language(.skip) }
      header
      tag("div", ["class": "columns"]) {
        tag("nav", ["aria-label": language(.contents)]) {
          tag("ol") {
            parts.map { part in tag("li") { tag("a", ["href": "#\(part.id)"]) { part.title } } }
          }
        }
        tag("main", ["id": "main", "tabindex": "-1"]) { parts.map(section) }
      }
      footer
    }
  }

  private var header: Markup {
    tag("header", ["class": "top"]) {
      tag("p", ["class": "kicker"]) { language(.report) }
      tag("h1") { tag("bdi") { source.title } }
    }
  }

  func section(_ part: Part) -> Markup {
    tag("section", ["id": part.id, "aria-labelledby": "\(part.id)-title"]) {
      tag("h2", ["id": "\(part.id)-title"]) { part.title }
      part.content
    }
  }

  private var footer: Markup {
    tag("footer") {
      if namesKosovo { tag("p", ["id": "kosovo"]) { language(.kosovoNote) } }
      tag("p") { language(.mapSource) }
      if !source.program.isEmpty { tag("p") { "\(language(.madeWith)) \(source.program)" } }
    }
  }

  private var namesKosovo: Bool { round.organisations.contains { $0.country == "XK" } }

  // MARK: Words

  func country(_ code: String) -> String {
    code.isEmpty ? language(.notGiven) : CountryTexts.name(code, language)
  }

  func stream(_ index: Int) -> String {
    let stream = round.streams[index]
    return stream.title.isEmpty ? stream.id : stream.title
  }

  /// Hundredths as a number: `84.50`.
  func hundredths(_ value: Int) -> String {
    let cents = String(value.magnitude % 100)
    let whole = Int(value.magnitude / 100).grouped
    return (value < 0 ? "-" : "") + whole + language.decimalSign + (cents.count == 1 ? "0" : "")
      + cents
  }

  func dates(_ interval: Interval) -> String { "\(interval.start.iso) – \(interval.end.iso)" }

  func intro(_ phrase: Phrase) -> Markup { tag("p", ["class": "intro"]) { language(phrase) } }

  /// Wide drawings scroll within their own box where a screen is narrow.
  func figure(_ name: String, _ drawing: Markup) -> Markup {
    tag("div", ["class": "scroll figure", "tabindex": "0", "role": "group", "aria-label": name]) {
      drawing
    }
  }
}
