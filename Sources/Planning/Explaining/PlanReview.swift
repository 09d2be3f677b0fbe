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
  private let eligibility: Eligibility
  let groups: Groups
  /// Sessions of a stream in rising order, indexed by stream.
  private let sessions: [[Int]]
  var round: Round { tables.round }

  package init(_ round: Round, _ plan: Plan) {
    tables = RoundTables(round)
    costs = TierCosts(round, tables.valuation, tiers: round.settings.objective)
    self.plan = plan
    state = PlanState(round, plan)
    limits = round.limits.map { [tables] in LimitCount($0, tables, plan) }
    eligibility = Eligibility(round)
    groups = Groups(round, ignoring: [])
    var sessions = [[Int]](repeating: [], count: round.streams.count)
    for (place, session) in round.sessions.enumerated() { sessions[session.stream].append(place) }
    self.sessions = sessions
  }

  /// The applications without a placement, in rising order.
  package var unplaced: [Int] {
    round.applications.indices.filter { state.placement[Int32($0)] == nil }
  }

  /// What keeps an unplaced application out, the cause that meets the most sessions first.
  ///
  /// A session without an option counts under the test that refuses the place sector which gets
  /// furthest; one with options counts under everything that stands in the way of the option with
  /// the least in its way.
  ///
  /// - Parameter application: index into `Round.applications`.
  /// - Returns: the reasons, each once.
  /// - Complexity: O(*s* + *o* *l*) for *s* sessions of the stream, *o* options and *l* limits.
  package func reasons(application: Int) -> [UnplacedReason] {
    let stream = sessions[round.applications[application].stream]
    if stream.isEmpty { return [reason(application, Obstacle(.noSession), [], of: 0)] }
    var found: [Obstacle: [Int]] = [:]
    for session in stream {
      for obstacle in obstacles(application, session) {
        found[obstacle, default: []].append(session)
      }
    }
    var reasons = found.map { reason(application, $0, $1, of: stream.count) }
    for place in reasons.indices where reasons[place].cause == .full {
      reasons[place].words += points(of: application, in: reasons[place].sessions)
    }
    return reasons.sorted { left, right in
      let (one, other) = (left.sessions.count, right.sessions.count)
      return one != other
        ? one > other
        : (left.cause.place, left.id) < (right.cause.place, right.id)
    }
  }

  /// How an applicant's points stand to those of the people who have the places.
  private func points(of application: Int, in sessions: [Int]) -> String {
    guard round.settings.objective.contains(.points),
      round.applications[application].role == .participant,
      let fewest = sessions.compactMap({ state.fewestPoints[$0] }).min()
    else { return "" }
    let own = ReasonWords.decimal(round.applications[application].points)
    return "; the fewest points with a place there are \(ReasonWords.decimal(fewest)), "
      + "the applicant has \(own)"
  }

  private func reason(
    _ application: Int, _ obstacle: Obstacle, _ sessions: [Int], of total: Int
  ) -> UnplacedReason {
    let words = ReasonWords(round: round, application: round.applications[application])
    return UnplacedReason(
      cause: obstacle.cause, id: obstacle.id, sessions: sessions,
      words: words.words(obstacle.cause, obstacle.id, sessions: sessions, of: total))
  }

  /// What stands between an application and a session.
  private func obstacles(_ application: Int, _ session: Int) -> [Obstacle] {
    let options = tables.options.options[tables.options.range(ofApplication: application)]
      .filter { Int($0.session) == session }
    if options.isEmpty { return [refusal(application, session)] }
    let mates = groups.members(with: application)?.applications.filter { $0 != application } ?? []
    guard let others = companions(mates, session) else { return [Obstacle(.group)] }
    let perOption = options.map { Obstacles(self, [$0] + others) }
    return perOption.min { $0.ruleCount < $1.ruleCount }?.found ?? []
  }

  /// An option of each of the others of a group; `nil` if one of them has none.
  private func companions(_ mates: [Int], _ session: Int) -> [Option]? {
    var options: [Option] = []
    for mate in mates {
      let range = tables.options.range(ofApplication: mate)
      guard let option = tables.options.options[range].first(where: { $0.session == session })
      else { return nil }
      options.append(option)
    }
    return options
  }

  private func refusal(_ application: Int, _ session: Int) -> Obstacle {
    let sectors = eligibility.placeSectors(application: application, session: session)
    let refusals = sectors.compactMap { sector in
      eligibility.refusal(application: application, session: session, sector: sector)
    }
    let latest = refusals.max { UnplacedReason.Cause($0).place < UnplacedReason.Cause($1).place }
    guard let latest else { return Obstacle(.open) }
    if case .rule(let rule) = latest { return Obstacle(.rule, round.rules[rule].id) }
    return Obstacle(UnplacedReason.Cause(latest))
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
