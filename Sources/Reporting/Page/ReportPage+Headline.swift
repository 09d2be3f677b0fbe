import MobilityModel
import Planning

extension ReportPage {
  var headline: Markup {
    .several([verdict, figures, streamTable, countryTable, tierTable])
  }

  private var verdict: Markup {
    let (style, phrase): (String, Phrase) =
      switch source.proof {
      case .proven: ("good", .proven)
      case .gap: ("open", .gap)
      case .unknown: ("plain", .unknownProof)
      }
    return tag("p", ["class": "verdict \(style)"]) {
      tag("span", ["class": "mark", "aria-hidden": "true"]) { style == "good" ? "✓" : "○" }
      language(phrase)
    }
  }

  private var figures: Markup {
    let total = content.counts.total
    let places = content.counts.streams.map(\.places)
    let seats = places.contains(nil) ? nil : places.compactMap { $0 }.reduce(0, +)
    let target = total.target.map(text)
    let all = round.applications.count
    return tag("dl", ["class": "figures"]) {
      figure(
        total.placed.grouped, language(.placesFilled),
        [
          target.map { "\(language(.ofTarget)) \($0)" },
          seats.map { "\(language(.ofSeats)) \($0.grouped)" },
        ],
        style: "main-figure")
      figure(
        total.applied.grouped, language(.applied),
        ["\(language(.eligible)) \(total.eligible.grouped)"])
      figure((all - source.plan.placements.count).grouped, language(.unplaced), [])
      if total.leaders > 0 { figure(total.leaders.grouped, language(.leaders), []) }
      figure(
        "\(content.counts.running.grouped)/\(content.counts.sessions.grouped)",
        language(.sessionsRun), [])
    }
  }

  private func figure(
    _ number: String, _ name: String, _ more: [String?], style: String? = nil
  ) -> Markup {
    tag("div", ["class": style]) {
      tag("dt") { name }
      tag("dd", ["class": "number"]) { number }
      more.compactMap { $0 }.map { text in tag("dd") { text } }
    }
  }

  /// `91–103`, `≥ 91`, `≤ 103` or one number.
  func text(_ target: Target) -> String {
    switch (target.min, target.max) {
    case (let least?, let most?):
      least == most ? least.grouped : "\(least.grouped)–\(most.grouped)"
    case (let least?, nil): "≥ \(least.grouped)"
    case (nil, let most?): "≤ \(most.grouped)"
    case (nil, nil): "–"
    }
  }

  private var streamTable: Markup {
    let streams = content.counts.streams
    let scale = streams.map { max($0.places ?? 0, $0.share.placed, $0.share.target?.max ?? 0) }
      .max()
    return shares(
      .byStream, .stream,
      streams.map { stream in
        ShareRow(
          name: stream.title.isEmpty ? stream.id : stream.title, share: stream.share,
          seats: stream.places, available: stream.places ?? stream.share.applied,
          scale: scale ?? 1)
      })
  }

  private var countryTable: Markup {
    let countries = content.counts.countries
    let scale = countries.map { max($0.share.applied, $0.share.target?.max ?? 0) }.max()
    return shares(
      .byCountry, .country,
      countries.map { part in
        ShareRow(
          name: country(part.country), share: part.share, seats: nil,
          available: part.share.applied, scale: scale ?? 1)
      })
  }

  private struct ShareRow {
    var name: String
    var share: Share
    var seats: Int?
    var available: Int
    var scale: Int
  }

  private func shares(_ title: Phrase, _ key: Phrase, _ rows: [ShareRow]) -> Markup {
    let hasSeats = rows.contains { $0.seats != nil }
    let hasLeaders = rows.contains { $0.share.leaders > 0 }
    let numbers: [Phrase] =
      [.applied, .eligible, .placed, .target] + (hasSeats ? [.seats] : [])
      + (hasLeaders ? [.leaders] : [])
    return .several([
      tag("h3") { language(title) },
      DataTable(
        caption: language(title),
        columns: [DataTable.Column(name: language(key))]
          + [DataTable.Column(name: language(.filledAgainst))]
          + numbers.map { DataTable.Column(name: language($0), isNumber: true) },
        rows: rows.map { row in
          let bar = BulletBar(
            placed: row.share.placed, target: row.share.target, available: row.available,
            scale: row.scale)
          return [.name(row.name), .markup(bar.markup)] + [
            .number(row.share.applied), .number(row.share.eligible), .number(row.share.placed),
            .text(row.share.target.map(text) ?? "–"),
          ] + (hasSeats ? [.number(row.seats)] : [])
            + (hasLeaders ? [.number(row.share.leaders)] : [])
        }, style: "shares"
      ).markup,
      title == .byCountry ? tag("p", ["class": "key"]) { language(.bulletKey) } : .nothing,
    ])
  }

  private var tierTable: Markup {
    .several([
      tag("h3") { language(.tiers) },
      DataTable(
        caption: language(.tiers),
        columns: [
          DataTable.Column(name: language(.tier)), DataTable.Column(name: language(.reason)),
          DataTable.Column(name: language(.value), isNumber: true),
          DataTable.Column(name: language(.bound), isNumber: true),
          DataTable.Column(name: language(.isProven)),
        ],
        rows: source.tiers.map { tier in
          [
            .text(tier.tier.rawValue), .text(language(tier.tier.phrase)),
            .text(value(tier.value, of: tier.tier)),
            .text(tier.bound.map { value($0, of: tier.tier) } ?? "–"),
            .text(language(source.proof == .unknown ? .notKnown : tier.isProven ? .yes : .no)),
          ]
        }
      ).markup,
    ])
  }

  func value(_ value: Int, of tier: Tier) -> String {
    tier == .points ? hundredths(value) : value.grouped
  }
}

extension Tier {
  /// What the number counts.
  var phrase: Phrase {
    switch self {
    case .filled: .tierFilled
    case .targets: .tierTargets
    case .points: .tierPoints
    case .fit: .tierFit
    case .changes: .tierChanges
    case .travel: .tierTravel
    case .euros: .tierEuros
    case .draw: .tierDraw
    }
  }
}
