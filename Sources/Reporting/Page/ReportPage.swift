package import MobilityModel
import Planning

/// A report as a page: what it says stands in ``ReportContent``, this gives it words and shape.
package struct ReportPage {
  let content: ReportContent
  let language: Language
  /// Whether people, sessions and limits can be asked about.
  let isLive: Bool

  var round: Round { content.round }
  var source: ReportSource { content.source }

  /// - Parameters:
  ///   - source: the plan and its round.
  ///   - names: by which people are shown; `nil` for their own.
  ///   - keys: by which fairness is measured.
  ///   - language: of all fixed texts.
  ///   - isLive: whether people, sessions and limits can be asked about, as in a planner.
  /// - Complexity: nothing is counted yet; the page takes reasons and reserves of everybody
  ///   without a place.
  package init(
    _ source: ReportSource, names: Pseudonyms?, by keys: [FilterKey], language: Language,
    isLive: Bool = false
  ) {
    content = ReportContent(source, names: names, by: keys)
    (self.language, self.isLive) = (language, isLive)
  }

  /// A part of the page.
  package enum Part: String, Sendable, CaseIterable {
    case headline, comparison, timelines, flows, choices, limits, sessions, unplaced, fairness
    case settings

    var title: Phrase {
      switch self {
      case .headline: .headline
      case .comparison: .comparison
      case .timelines: .timelines
      case .flows: .flows
      case .choices: .choices
      case .limits: .limits
      case .sessions: .sessions
      case .unplaced: .unplaced
      case .fairness: .fairness
      case .settings: .settings
      }
    }
  }

  /// What stands under a part's heading.
  package func markup(of part: Part) -> Markup {
    switch part {
    case .headline: headline
    case .comparison: content.comparison.map(comparison) ?? .nothing
    case .timelines: timelines
    case .flows: flows
    case .choices: choices
    case .limits: limits
    case .sessions: sessions
    case .unplaced: unplaced
    case .fairness: fairness
    case .settings: settings
    }
  }

  /// The whole page as a file that needs nothing else.
  package var html: [UInt8] {
    let parts = Part.allCases.filter { $0 != .comparison || source.other != nil }
    let page = PageFrame(
      title: "\(source.title) – \(language(.report))", language: language, styles: .reportStyles,
      script: .reportScript)
    return page.html {
      tag("a", ["class": "skip", "href": "#main"]) { language(.skip) }
      header
      tag("div", ["class": "columns"]) {
        tag("nav", ["aria-label": language(.contents)]) {
          tag("ol") {
            parts.map { part in
              tag("li") { tag("a", ["href": "#\(part)"]) { language(part.title) } }
            }
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

  private func section(_ part: Part) -> Markup {
    tag("section", ["id": part.rawValue, "aria-labelledby": "\(part)-title"]) {
      tag("h2", ["id": "\(part)-title"]) { language(part.title) }
      markup(of: part)
    }
  }

  var footer: Markup {
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
