import MobilityModel
import Planning
import RoundFiles

extension Results {
  /// The content of `summary.json`; `docs/summary-schema.md` describes it.
  ///
  /// It holds no time and no path, so that equal runs write equal bytes.
  var summary: JSONText.Value {
    // A round whose text is what it seems has no such key.
    .object(members + (notes.loud.isEmpty ? [] : [("notes", notes.json)]))
  }

  private var members: [(key: String, value: JSONText.Value)] {
    [
      ("schema", 1),
      ("version", .string(version)),
      ("status", .string(status)),
      ("round", .string(plan.round.settings.name)),
      ("mechanism", mechanismSummary),
      ("tiers", .array(plan.tiers.map(\.json))),
      ("placed", placed),
      ("streams", .array(counts.streams.map(\.json))),
      ("countries", .array(counts.countries.map(\.json))),
      ("missed_targets", missedTargets),
      ("locks", locks.json),
      ("settings", plan.round.settings.json),
      (
        "run",
        ["time_limit": timeLimit.map { .thousandths($0) } ?? .null, "gap": .billionths(gap)]
      ),
      ("inputs", .array(fingerprints.map(\.json))),
    ]
  }

  private var mechanismSummary: JSONText.Value {
    var over = JSONText.Value.null
    if case .equal(let key) = mechanism { over = .string(key.word(in: plan.round)) }
    return [
      "name": .string(mechanism.name), "over": over, "steps": .array(plan.steps.map(\.json)),
    ]
  }

  /// The soft limits that the plan falls short of or exceeds.
  private var missedTargets: JSONText.Value {
    .array(
      review.limitUses().filter { $0.missed > 0 }.map { use in
        let limit = plan.round.limits[use.limit]
        return [
          "limit": .string(limit.id),
          "each": .object(
            use.each.map { each in
              (
                each.key.word(in: plan.round),
                .string(names?.value(each.value, of: each.key) ?? each.value)
              )
            }),
          "count": .integer(use.count), "min": .number(limit.min), "max": .number(limit.max),
          "missed": .integer(use.missed),
        ]
      })
  }

  private var placed: JSONText.Value {
    [
      "applications": .integer(plan.round.applications.count),
      "participants": .integer(counts.total.placed),
      "leaders": .integer(counts.total.leaders),
      "unplaced": .integer(plan.round.applications.count - plan.plan.placements.count),
      "sessions": .integer(counts.sessions),
      "sessions_running": .integer(counts.running),
    ]
  }
}

extension TierResult {
  var json: JSONText.Value {
    [
      "tier": .string(tier.rawValue),
      "sense": .string(tier.isMaximised ? "max" : "min"),
      "value": .integer(value),
      "bound": .number(bound),
      "proven": .bool(isProven),
    ]
  }
}

extension Counts.StreamShare {
  fileprivate var json: JSONText.Value {
    .object(
      [("stream", .string(id)), ("title", .string(title))] + share.json
        + [
          ("places", .number(places)), ("sessions", .integer(sessions)),
          ("sessions_running", .integer(running)), ("countries", .array(countries.map(\.json))),
        ])
  }
}

extension MechanismStep {
  fileprivate var json: JSONText.Value {
    [
      "step": .string(kind.name), "sense": isMaximised ? "max" : "min", "value": .integer(value),
      "bound": .number(bound), "proven": .bool(isProven),
    ]
  }
}

extension Counts.CountryShare {
  fileprivate var json: JSONText.Value {
    .object([("country", .string(country))] + share.json)
  }
}

extension Share {
  fileprivate var json: [(key: String, value: JSONText.Value)] {
    [
      ("applied", .integer(applied)), ("eligible", .integer(eligible)),
      ("placed", .integer(placed)), ("leaders", .integer(leaders)),
      ("target_min", .number(target?.min)), ("target_max", .number(target?.max)),
    ]
  }
}

extension Settings {
  fileprivate var json: JSONText.Value {
    [
      "objective": .array(objective.map { .string($0.rawValue) }),
      "preference_scores": .array(preferenceScores.map { .integer($0) }),
      "only_listed": .bool(onlyListed),
      "sector_scores": .array(sectorScores.map { .integer($0) }),
      "min_sector_match": .string(minSectorMatch.word),
      "language_step_score": .integer(languageStepScore),
      "twin_score": .integer(twinScore),
      "short_stay_nationalities": .array(shortStayNationalities.sorted().map { .string($0) }),
      "draw_seed": .string(drawSeed),
    ]
  }
}

extension SectorMatch {
  /// The word of the settings table.
  fileprivate var word: String {
    switch self {
    case .exact: "exact"
    case .narrow: "narrow"
    case .broad: "broad"
    }
  }
}

extension InputHash {
  fileprivate var json: JSONText.Value {
    ["file": .string(file), "sha256": .string(sha256)]
  }
}

extension JSONText.Value {
  /// Seconds, to the millisecond; at most 10^9 of them.
  fileprivate static func thousandths(_ value: Double) -> Self {
    .decimal(units: Int((value * 1e3).rounded()), places: 3)
  }

  /// A share of at most 1.
  fileprivate static func billionths(_ value: Double) -> Self {
    .decimal(units: Int((value * 1e9).rounded()), places: 9)
  }
}
