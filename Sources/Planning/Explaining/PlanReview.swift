package import MobilityModel

/// A plan looked at from outside: why somebody is left out, and what limits and streams hold.
///
/// Every answer is counted from the round and the plan alone, so it is true of any plan that keeps
/// the rules, whoever made it.
package struct PlanReview: Sendable {
  let tables: RoundTables
  let state: PlanState
  let limits: [LimitCount]
  let costs: TierCosts
  let plan: Plan
  let eligibility: Eligibility
  let groups: Groups
  /// Whether an application must be placed, indexed by application.
  let isLocked: [Bool]
  /// The rows of the table of locks, by application.
  let locks: [Int: [Lock]]
  /// Sessions of a stream in rising order, indexed by stream.
  let sessions: [[Int]]
  var round: Round { tables.round }

  package init(_ round: Round, _ plan: Plan) { self.init(RoundTables(round), plan) }

  init(_ tables: RoundTables, _ plan: Plan) {
    let round = tables.round
    self.tables = tables
    costs = TierCosts(round, tables.valuation, tiers: round.settings.objective)
    self.plan = plan
    state = PlanState(round, plan)
    limits = round.limits.map { LimitCount($0, tables, plan) }
    eligibility = Eligibility(round)
    groups = Groups(round, ignoring: [])
    isLocked = round.isLocked
    locks = Dictionary(grouping: round.locks, by: \.application)
    var sessions = [[Int]](repeating: [], count: round.streams.count)
    for (place, session) in round.sessions.enumerated() { sessions[session.stream].append(place) }
    self.sessions = sessions
  }

  /// What stands in an application's way, in words.
  func words(for application: Int) -> ReasonWords {
    ReasonWords(
      round: round, application: round.applications[application],
      locks: locks[application] ?? [])
  }

  /// The applications without a placement, in rising order.
  package var unplaced: [Int] {
    round.applications.indices.filter { state.placement[Int32($0)] == nil }
  }
}

extension UnplacedReason.Cause {
  /// Place in the order of the cases.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One thing in the way.
struct Obstacle: Hashable, Sendable {
  var cause: UnplacedReason.Cause
  var id: String

  init(_ cause: UnplacedReason.Cause, _ id: String = "") {
    self.cause = cause
    self.id = id
  }
}
