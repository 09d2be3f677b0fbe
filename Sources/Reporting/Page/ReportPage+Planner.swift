package import MobilityModel
import Planning

/// What somebody can ask about on a planner's page, and change there.
package enum PlannerSubject: String, Hashable, Sendable, CaseIterable {
  case application, session, limit
}

extension ReportPage {
  /// A name as it is on a page, or what opens the answer about it on a live one.
  func ask(_ subject: PlannerSubject, _ id: String, _ content: Markup) -> Markup {
    guard isLive else { return content }
    return tag(
      "button",
      ["type": "button", "class": "ask", "data-ask": "\(subject)/\(id)", "aria-haspopup": "dialog"]
    ) { content }
  }

  /// The answer about a part of the plan, with the fields that change it.
  ///
  /// `index` is its place in the round, `lines` say why it is as it is.
  package func answer(_ subject: PlannerSubject, _ index: Int, lines: [String]) -> Markup {
    let (title, forms) =
      switch subject {
      case .application: (round.applications[index].id, forms(application: index))
      case .session: (round.sessions[index].id, forms(session: round.sessions[index]))
      case .limit: (round.limits[index].id, forms(limit: round.limits[index]))
      }
    return .several(
      [
        tag("h2", ["id": "answer-title"]) { title },
        tag("pre", ["tabindex": "0"]) { lines.joined(separator: "\n") },
      ] + forms)
  }

  private func forms(application index: Int) -> [Markup] {
    let id = round.applications[index].id
    return [
      form("lock", id, .lockThere, [("value", .sessionOrHost, "text", "", "places")]),
      form("forbid", id, .keepFrom, [("value", .sessionOrHost, "text", "", "places")]),
      form("free", id, .removeLocks, []), form("withdraw", id, .withdraw, []),
    ]
  }

  private func forms(session: Session) -> [Markup] {
    let (start, end) = (session.dates.start.iso, session.dates.end.iso)
    return [
      form(
        "seats", session.id, .apply,
        [("value", .seats, "number", session.maxPeople.map(String.init) ?? "", nil)]),
      form(
        "minimum", session.id, .apply,
        [("value", .leastPeople, "number", String(session.minPeople), nil)]),
      form(
        "dates", session.id, .apply,
        [("value", .firstDay, "date", start, nil), ("until", .lastDay, "date", end, nil)]),
    ]
  }

  private func forms(limit: Limit) -> [Markup] {
    [
      form(
        "limit-max", limit.id, .apply,
        [("value", .atMost, "number", limit.max.map(String.init) ?? "", nil)]),
      form(
        "limit-min", limit.id, .apply,
        [("value", .atLeast, "number", limit.min.map(String.init) ?? "", nil)]),
    ]
  }

  private typealias Field = (
    name: String, label: Phrase, type: String, value: String, list: String?
  )

  /// A change that is sent when its button is pressed.
  private func form(
    _ kind: String, _ id: String, _ button: Phrase, _ fields: [Field]
  ) -> Markup {
    tag("form", ["class": "change", "data-kind": kind, "data-id": id]) {
      fields.map { field in
        tag("label") {
          tag("span") { language(field.label) }
          tag(
            "input",
            [
              "name": field.name, "type": field.type, "value": field.value, "list": field.list,
              "min": field.type == "number" ? "0" : nil, "maxlength": "64", "autocomplete": "off",
            ])
        }
      }
      tag("button", ["type": "submit"]) { language(button) }
    }
  }

  /// Who is elsewhere than before: where each application was stands under its id.
  package func moves(since before: [String: String]) -> Markup {
    if before.isEmpty { return tag("p") { language(.noChanges) } }
    var now: [String: String] = [:]
    for option in source.plan.placements {
      now[round.applications[Int(option.application)].id] = round.placeText(option)
    }
    let all = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
    if all.isEmpty { return tag("p") { language(.samePlans) } }
    let names = Dictionary(
      round.applications.indices.map {
        (round.applications[$0].id, name(Person($0, in: round)))
      }, uniquingKeysWith: { first, _ in first })
    let most = 500
    return .several([
      DataTable(
        caption: language(.whatMoved),
        columns: [Phrase.name, .before, .after].map { DataTable.Column(name: language($0)) },
        rows: all.prefix(most).map { id in
          [
            .markup(names[id] ?? tag("span", ["class": "id"]) { id }),
            .text(before[id] ?? "–"), .text(now[id] ?? "–"),
          ]
        }
      ).markup,
      all.count > most ? tag("p") { "+ \((all.count - most).grouped)" } : .nothing,
    ])
  }

  /// The changes of a planner so far, in order, then those that were undone.
  package static func changes(made: [String], undone: [String], language: Language) -> Markup {
    if made.isEmpty, undone.isEmpty { return tag("p") { language(.noChanges) } }
    return tag("ol") {
      made.map { text in tag("li") { text } }
      undone.map { text in tag("li", ["class": "ahead"]) { text } }
    }
  }

  /// The planner's page itself, which is filled part by part.
  package static func planner(title: String, places: [String], language: Language) -> [UInt8] {
    let frame = PageFrame(
      title: "\(title) – \(language(.planner))", language: language, styles: .plannerStyles,
      script: .plannerScript, isLive: true)
    return frame.html {
      tag("a", ["class": "skip", "href": "#main"]) { language(.skip) }
      PlannerBar(title: title, language: language).markup
      tag("div", ["class": "columns"]) {
        tag("nav", ["aria-label": language(.contents)]) {
          tag("ol") {
            PlannerBar.sections(language).map { id, title in
              tag("li") { tag("a", ["href": "#\(id)"]) { title } }
            }
          }
        }
        tag("main", ["id": "main", "tabindex": "-1"]) {
          PlannerBar.sections(language).map { id, title in
            tag("section", ["id": id, "aria-labelledby": "\(id)-title"]) {
              tag("h2", ["id": "\(id)-title"]) { title }
              tag("div", ["class": "filled", "id": "\(id)-part"])
            }
          }
        }
      }
      tag("dialog", ["id": "answer", "aria-labelledby": "answer-title"]) {
        tag("div", ["id": "answer-part"])
        tag("button", ["type": "button", "data-dismiss": ""]) { language(.close) }
      }
      tag("datalist", ["id": "places"]) { places.map { tag("option", ["value": $0]) } }
      tag("footer") {
        tag("p", ["id": "kosovo"]) { language(.kosovoNote) }
        tag("p") { language(.mapSource) }
      }
    }
  }
}

/// The head of a planner's page: what state the plan is in, and what can be done with it.
struct PlannerBar {
  let title: String
  let language: Language

  /// The sections of a planner's page with their headings.
  static func sections(_ language: Language) -> [(id: String, title: String)] {
    [("changes", language(.changesSoFar)), ("moved", language(.whatMoved))]
      + ReportPage.Part.allCases.filter { $0 != .comparison && $0 != .settings }.map {
        ($0.rawValue, language($0.title))
      }
  }

  var markup: Markup { .several([header, tools]) }

  private var header: Markup {
    tag("header", ["class": "top"]) {
      tag("p", ["class": "kicker"]) { language(.planner) }
      tag("h1") { tag("bdi") { title } }
    }
  }

  /// Stays in sight while the page is read.
  private var tools: Markup {
    tag("div", ["class": "bar-place", "role": "region", "aria-label": language(.planner)]) {
      tag("div", ["class": "bar"]) {
        tag(
          "p",
          [
            "id": "state", "role": "status", "class": "verdict plain",
            "data-planning": language(.planning), "data-lost": language(.connectionLost),
          ])
        tag("button", ["type": "button", "id": "undo", "disabled": ""]) { language(.undo) }
        tag("button", ["type": "button", "id": "redo", "disabled": ""]) { language(.redo) }
        tag("form", ["id": "save"]) {
          tag("label") {
            tag("span") { language(.saveAs) }
            tag(
              "input",
              [
                "name": "name", "required": "", "maxlength": "64", "pattern": "[A-Za-z0-9._\\-]+",
                "autocomplete": "off",
              ])
          }
          tag("button", ["type": "submit"]) { language(.save) }
        }
      }
      tag("p", ["id": "message", "role": "alert", "hidden": ""])
    }
  }
}

extension Round {
  /// Where a placement is, with its place sector.
  package func placeText(_ option: Option) -> String {
    let sector = option.sector.code
    return sessions[Int(option.session)].id + (sector.isEmpty ? "" : " · \(sector)")
  }
}

extension Asset {
  static let plannerStyles = Asset(PackageResources.page_css, PackageResources.planner_css)
  static let plannerScript = Asset(PackageResources.page_js, PackageResources.planner_js)
}
