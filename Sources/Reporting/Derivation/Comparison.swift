import MobilityModel
import Planning

/// How the plan differs from another one of the same round.
struct Comparison: Sendable {
  struct Move: Sendable {
    var kind: PlanDifference.Kind
    var person: Person
    var from: Option?
    var to: Option?
  }

  let label: String
  let tiers: [TierResult]
  let counts: Counts
  /// By kind, then by the ids that are shown.
  let moves: [Move]

  init?(_ source: ReportSource) {
    guard let other = source.other else { return nil }
    label = other.label
    tiers = other.tiers
    counts = Counts(PlanReview(source.round, other.plan), of: other.plan, in: source.round)
    moves = Self.moves(from: other.plan, to: source.plan, source.shown)
  }

  /// - Complexity: O(*p* log *p*) for *p* placements of both plans.
  static func moves(from before: Plan, to after: Plan, _ round: Round) -> [Move] {
    let old = Dictionary(uniqueKeysWithValues: before.placements.map { ($0.application, $0) })
    let new = Dictionary(uniqueKeysWithValues: after.placements.map { ($0.application, $0) })
    let all = Set(old.keys).union(new.keys).sorted()
    let moves = all.compactMap { application -> Move? in
      let (from, to) = (old[application], new[application])
      guard let kind = PlanDifference.Kind(from, to) else { return nil }
      return Move(kind: kind, person: Person(Int(application), in: round), from: from, to: to)
    }
    return PlanDifference.Kind.allCases.flatMap { kind in
      moves.filter { $0.kind == kind }.sorted { Person.isBefore($0.person, $1.person) }
    }
  }
}
