import Audit
import MobilityModel
import Planning
import RoundFiles

/// A comparison of two plans.
struct CompareRun {
  /// A tier with the value of each plan.
  struct TierPair {
    var tier: Tier
    var before: Int
    var after: Int
  }

  /// The rounds as they are shown.
  let before: Round
  let after: Round
  let comparison: PlanComparison
  let tiers: [TierPair]
  private let isNamed: Bool

  /// - Throws: `Ending.fault` where a plan that keeps the rules has no value.
  init(
    _ before: RoundInput, _ first: Plan, _ after: RoundInput, _ second: Plan
  ) throws(Ending) {
    (self.before, self.after) = (before.shown, after.shown)
    isNamed = before.names == nil
    comparison = PlanComparison(
      PlanReview(before.round, first), PlanReview(after.round, second))
    let objective = before.round.settings.objective
    let values = [
      try Self.values(first, before.round, objective),
      try Self.values(second, after.round, objective),
    ]
    tiers = objective.indices.map {
      TierPair(tier: objective[$0], before: values[0][$0], after: values[1][$0])
    }
  }

  /// What a plan is worth by an objective.
  ///
  /// - Throws: `Ending.fault` where it breaks a rule.
  static func values(
    _ plan: Plan, _ round: Round, _ objective: [Tier]
  ) throws(Ending) -> [Int] {
    var round = round
    round.settings.objective = objective
    switch Auditor(round: round).audit(plan.placements) {
    case .sound(let values): return values.map(\.value)
    case .broken(let violations): throw .fault(violations.map(\.message))
    }
  }

  /// The ids and the person of a change, from the round that has them.
  func person(_ change: PlanComparison.Change) -> [String] {
    for (round, side) in [(before, change.before), (after, change.after)] {
      guard let place = side.application else { continue }
      let application = round.applications[place]
      return [application.id] + round.person(of: application)
    }
    return []
  }

  /// The tables, as files.
  var files: [OutputFile] {
    [("tiers", tierTable), ("changes", changeTable), ("counts", countTable)].map {
      OutputFile(name: "\($0).csv", bytes: CSVText.bytes($1))
    }
  }

  private var tierTable: Table {
    Table(
      columns: ["tier", "a", "b", "change"],
      rows: tiers.map {
        [$0.tier.rawValue]
          + [$0.before, $0.after, step(from: $0.before, to: $0.after)].map($0.tier.cell)
      })
  }

  private var changeTable: Table {
    let sides = ["session", "host", "start", "end", "sector"]
    let table = Table(
      columns: [
        "change", "application", "participant", "name", "role", "organisation",
        "organisation_name", "country",
      ] + sides.map { "a_" + $0 } + sides.map { "b_" + $0 } + [
        "in_the_way_in_a", "in_the_way_in_b",
      ],
      rows: comparison.changes.map { change in
        [change.kind.rawValue] + person(change) + before.place(change.before.placement)
          + after.place(change.after.placement) + [change.before.reason, change.after.reason]
      },
      idColumns: Table.idColumnsOfRound.union(["a_session", "b_session", "a_sector", "b_sector"]))
    return isNamed ? table : table.withoutNames.sorted
  }

  private var countTable: Table {
    Table(
      columns: ["by", "value", "a", "b", "added", "dropped", "moved"],
      rows: comparison.counts.map {
        [$0.group.rawValue, $0.value]
          + [$0.before, $0.after, $0.added, $0.dropped, $0.moved].map(String.init)
      })
  }
}

extension Tier {
  /// A value of this tier for a file.
  func cell(_ value: Int) -> String { self == .points ? decimal(value) : String(value) }

  /// A difference as a person reads it: `+12`, `-0.50`, `=`.
  func difference(_ value: Int) -> String {
    value == 0 ? "=" : (value > 0 ? "+" : "") + text(value)
  }
}

/// How far a value is above another one, at the ends of the range at most.
func step(from: Int, to: Int) -> Int {
  let (step, overflow) = to.subtractingReportingOverflow(from)
  return overflow ? (to < from ? .min : .max) : step
}
