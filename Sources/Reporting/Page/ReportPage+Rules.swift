import MobilityModel
import Planning

extension ReportPage {
  var limits: Markup {
    if content.limits.isEmpty { return tag("p") { language(.noBinding) } }
    return .several([
      intro(.limitsIntro),
      DataTable(
        caption: language(.limits),
        columns: [Phrase.limit, .kind, .counted].map { DataTable.Column(name: language($0)) }
          + [DataTable.Column(name: language(.keptOut), isNumber: true)]
          + [Phrase.oneMore, .reason].map { DataTable.Column(name: language($0)) },
        rows: content.limits.map(row), isTool: ("limit-table", language), style: "limits"
      ).markup,
    ])
  }

  private func row(_ binding: BindingLimit) -> [DataTable.Cell] {
    let limit = round.limits[binding.limit]
    return [
      .markup(ask(.limit, limit.id, .text(limit.id)), key: limit.id),
      .text("\(language(limit.kind.phrase)), \(language(limit.measure.phrase))"),
      .markup(parts(binding, limit)), .number(binding.people),
      .text(
        limit.kind == .soft ? "–" : language(binding.opensOne ? .atLeastOne : .notKnown)),
      .name(limit.reason),
    ]
  }

  /// What the limit counts against what it allows, the first of many combinations by name.
  private func parts(_ binding: BindingLimit, _ limit: Limit) -> Markup {
    let allowed = text(Target(min: limit.min, max: limit.max))
    let most = 6
    return tag("ul", ["class": "reasons"]) {
      if binding.parts.isEmpty { tag("li") { allowed } }
      binding.parts.prefix(most).map { part in
        tag("li") {
          "\(part.label.isEmpty ? "" : part.label + ": ")\(part.count.grouped) / \(allowed)"
          part.missed > 0 ? " (\(language(.missed)) \(part.missed.grouped))" : ""
        }
      }
      if binding.parts.count > most { tag("li") { "+ \((binding.parts.count - most).grouped)" } }
    }
  }

  var fairness: Markup {
    let keys = content.fairness.map(\.key).reduce(into: [FilterKey]()) { keys, key in
      if keys.last != key { keys.append(key) }
    }
    return .several(
      keys.map { key in
        let shares = content.fairness.filter { $0.key == key }
        return .several([
          tag("h3") { name(of: key) }, table(shares, key),
        ])
      })
  }

  private func name(of key: FilterKey) -> String {
    switch key {
    case .country: language(.byCountry)
    case .organisation: language(.organisation)
    default: key.word(in: round)
    }
  }

  private func table(_ shares: [FairShare], _ key: FilterKey) -> Markup {
    let numbers: [Phrase] = [
      .applied, .eligible, .placed, .share, .first, .second, .third, .later, .unlisted,
      .meanChoice, .worstChoice,
    ]
    let labels = Dictionary(
      uniqueKeysWithValues: round.organisations.map { ($0.id, $0.label) })
    return DataTable(
      caption: "\(language(.fairness)): \(name(of: key))",
      columns: [DataTable.Column(name: name(of: key))]
        + numbers.map { DataTable.Column(name: language($0), isNumber: true) },
      rows: shares.map { share in
        let name =
          switch key {
          case .country: country(share.value)
          case .organisation: labels[share.value] ?? share.value
          default: share.value.isEmpty ? language(.notGiven) : share.value
          }
        let percent =
          share.applied > 0 ? (share.placed * 200 + share.applied) / (2 * share.applied) : 0
        return [
          .name(name), .number(share.applied), .number(share.eligible), .number(share.placed),
          .markup(.text("\(percent) %"), key: String(percent)),
        ] + share.choices.map { .number($0) } + [
          .markup(
            .text(share.meanRank.map(hundredths) ?? "–"),
            key: share.meanRank.map(String.init) ?? ""),
          .number(share.worstRank),
        ]
      }, isTool: shares.count > 12 ? ("fair-\(key.word(in: round))", language) : nil
    ).markup
  }

  var settings: Markup {
    let settings = round.settings
    let rows: [(String, String)] = [
      ("name", settings.name),
      ("objective", settings.objective.map(\.rawValue).joined(separator: " | ")),
      ("preference_scores", settings.preferenceScores.map(String.init).joined(separator: " | ")),
      ("only_listed", settings.onlyListed ? "yes" : "no"),
      ("sector_scores", settings.sectorScores.map(String.init).joined(separator: " | ")),
      ("min_sector_match", "\(settings.minSectorMatch)"),
      ("language_step_score", String(settings.languageStepScore)),
      ("twin_score", String(settings.twinScore)),
      (
        "short_stay_nationalities",
        settings.shortStayNationalities.sorted().joined(separator: " | ")
      ),
      ("draw_seed", settings.drawSeed),
    ]
    return .several([
      DataTable(
        caption: language(.settings),
        columns: [Phrase.setting, .value].map { DataTable.Column(name: language($0)) },
        rows: rows.map { [.text($0), .name($1)] }
      ).markup,
      source.isPseudonymous ? tag("p") { language(.pseudonymous) } : .nothing,
      DataTable(
        caption: "SHA-256",
        columns: [
          DataTable.Column(name: language(.file)), DataTable.Column(name: "SHA-256"),
        ],
        rows: source.inputs.map { input in
          [.text(input.file), .markup(tag("code") { input.sha256 })]
        }
      ).markup,
    ])
  }

  func comparison(_ other: Comparison) -> Markup {
    .several([
      tag("p", ["class": "intro"]) { "\(language(.otherPlan)): \(other.label)" },
      tierComparison(other), streamComparison(other),
      tag("h3") { "\(language(.whoMoved)) (\(other.moves.count.grouped))" },
      moves(other.moves),
    ])
  }

  private func tierComparison(_ other: Comparison) -> Markup {
    DataTable(
      caption: language(.comparison),
      columns: [DataTable.Column(name: language(.tier))]
        + [Phrase.thisPlan, .otherPlan, .difference].map {
          DataTable.Column(name: language($0), isNumber: true)
        },
      rows: zip(source.tiers, other.tiers).map { mine, theirs in
        [
          .text(language(mine.tier.phrase)), .text(value(mine.value, of: mine.tier)),
          .text(value(theirs.value, of: mine.tier)),
          .text(signed(mine.value &- theirs.value, of: mine.tier)),
        ]
      }
    ).markup
  }

  func signed(_ difference: Int, of tier: Tier) -> String {
    difference == 0 ? "0" : (difference > 0 ? "+" : "") + value(difference, of: tier)
  }

  private func streamComparison(_ other: Comparison) -> Markup {
    let streams = zip(content.counts.streams, other.counts.streams).map {
      ($0.title.isEmpty ? $0.id : $0.title, $0.share.placed, $1.share.placed)
    }
    let theirs = Dictionary(
      uniqueKeysWithValues: other.counts.countries.map { ($0.country, $0.share.placed) })
    let countries = content.counts.countries.map {
      (country($0.country), $0.share.placed, theirs[$0.country] ?? 0)
    }
    return DataTable(
      caption: language(.placed),
      columns: [DataTable.Column(name: language(.placed))]
        + [Phrase.thisPlan, .otherPlan, .difference].map {
          DataTable.Column(name: language($0), isNumber: true)
        },
      rows: (streams + countries).map { name, mine, theirs in
        [
          .name(name), .number(mine), .number(theirs),
          .text(mine == theirs ? "0" : (mine > theirs ? "+" : "") + (mine - theirs).grouped),
        ]
      }
    ).markup
  }

  /// Who is elsewhere, as far as people are listed at all.
  func moves(_ moves: [Comparison.Move]) -> Markup {
    if moves.isEmpty { return tag("p") { language(.samePlans) } }
    if !content.listsPeople { return tag("p", ["class": "note"]) { language(.aggregated) } }
    return DataTable(
      caption: language(.whoMoved),
      columns: [Phrase.name, .change, .inOther, .inThis].map {
        DataTable.Column(name: language($0))
      },
      rows: moves.map { move in
        [
          .markup(name(move.person)), .text(language(move.kind.phrase)),
          .text(session(of: move.from)), .text(session(of: move.to)),
        ]
      }, isTool: ("moves-table", language)
    ).markup
  }

  private func session(of option: Option?) -> String {
    option.map(round.placeText) ?? "–"
  }
}

extension Limit.Kind {
  var phrase: Phrase {
    switch self {
    case .hard: .kindHard
    case .orNone: .kindOrNone
    case .soft: .kindSoft
    }
  }
}

extension Limit.Measure {
  var phrase: Phrase {
    switch self {
    case .people: .measurePeople
    case .days: .measureDays
    case .euros: .measureEuros
    case .atOnce: .measureAtOnce
    case .different: .measureDifferent
    }
  }
}

extension PlanDifference.Kind {
  var phrase: Phrase {
    switch self {
    case .withdrawn: .changeWithdrawn
    case .dropped: .changeDropped
    case .moved: .changeMoved
    case .sector: .changeSector
    case .added: .changeAdded
    }
  }
}
