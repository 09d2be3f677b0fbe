import MobilityModel
import Planning

extension ReportPage {
  /// The most hosts of which a timeline is drawn.
  private static let mostTimelines = 40

  var timelines: Markup {
    guard let days = content.timelines.days else { return tag("p") { language(.none) } }
    let hosts = content.timelines.hosts
    let rest = hosts.dropFirst(Self.mostTimelines)
    return .several(
      [intro(.timelinesIntro), timelineKey]
        + hosts.prefix(Self.mostTimelines).map { host in timeline(host, days) }
        + (rest.isEmpty ? [] : [tag("p") { language(.moreHosts) }, hostTable(Array(rest))]))
  }

  private func timeline(_ host: HostTimeline, _ days: Interval) -> Markup {
    let organisation = round.organisations[host.host]
    let chart = TimelineChart(timeline: host, round: round, language: language, days: days)
    return tag("article", ["class": "host-time"]) {
      tag("h3") {
        tag("bdi") { organisation.label }
        tag("span", ["class": "aside"]) {
          [organisation.city, organisation.country.isEmpty ? "" : country(organisation.country)]
            .filter { !$0.isEmpty }.joined(separator: ", ")
          " · \(language(.people)): \(host.people.grouped)"
        }
      }
      figure(organisation.label, chart.markup("time-\(host.host)"))
    }
  }

  private var timelineKey: Markup {
    let items: [(String, Phrase)] = [
      ("taken", .filled), ("seats idle", .notRunning), ("people", .peopleByDay),
      ("full", .fullDays), ("closed", .closed),
    ]
    return key(items)
  }

  /// Swatches with their names.
  private func key(_ items: [(style: String, phrase: Phrase)]) -> Markup {
    tag("ul", ["class": "legend"]) {
      items.map { item in
        tag("li") {
          tag("svg", ["viewBox": "0 0 18 12", "class": "swatch", "aria-hidden": "true"]) {
            Drawing.box(item.style, 0.5, 0.5, 17, 11)
          }
          language(item.phrase)
        }
      }
    }
  }

  private func hostTable(_ hosts: [HostTimeline]) -> Markup {
    DataTable(
      caption: language(.timelines),
      columns: [
        DataTable.Column(name: language(.host)),
        DataTable.Column(name: language(.sessions), isNumber: true),
        DataTable.Column(name: language(.people), isNumber: true),
        DataTable.Column(name: language(.most), isNumber: true),
      ],
      rows: hosts.map { host in
        [
          .name(round.organisations[host.host].label), .number(host.bars.count),
          .number(host.people), .number(host.everybody.most),
        ]
      }, isTool: ("host-table", language)
    ).markup
  }

  var flows: Markup {
    let flows = content.flows
    if flows.countries.isEmpty { return tag("p") { language(.noPeople) } }
    let map: Markup =
      content.places.hosts.isEmpty && content.places.senders.isEmpty
      ? tag("p") { language(.noMap) }
      : figure(language(.map), MapChart(places: content.places, language: language).markup("map"))
    return .several([
      intro(.flowsIntro),
      figure(language(.flows), FlowChart(flows: flows, language: language).markup("flow")),
      tag("details") {
        tag("summary") { language(.dataTable) }
        flowTable
      },
      tag("h3") { language(.map) }, intro(.mapIntro), map,
    ])
  }

  private var flowTable: Markup {
    let flows = content.flows
    let hosts = flows.hosts.map { $0.label.isEmpty ? language(.otherHosts) : $0.label }
    return DataTable(
      caption: language(.flows),
      columns: [DataTable.Column(name: language(.country))]
        + (hosts + [language(.total)]).map { DataTable.Column(name: $0, isNumber: true) },
      rows: flows.countries.indices.map { place in
        [.text(country(flows.countries[place].label))] + flows.people[place].map { .number($0) }
          + [.number(flows.countries[place].people)]
      }
    ).markup
  }

  var choices: Markup {
    let rows = content.choices.map { ChoiceChart.Row(country($0.value), $0) }
    if rows.isEmpty { return tag("p") { language(.noPeople) } }
    let chart = ChoiceChart(rows: rows, language: language)
    return .several([
      intro(.choicesIntro),
      key(ChoiceChart.phrases.enumerated().map { ("choice q\($0)", $1) }),
      figure(language(.choices), chart.markup("choice")),
      tag("details") {
        tag("summary") { language(.dataTable) }
        DataTable(
          caption: language(.choices),
          columns: [DataTable.Column(name: language(.country))]
            + ChoiceChart.phrases.map { DataTable.Column(name: language($0), isNumber: true) },
          rows: rows.map { row in [.text(row.name)] + row.counts.map { .number($0) } }
        ).markup
      },
    ])
  }
}
