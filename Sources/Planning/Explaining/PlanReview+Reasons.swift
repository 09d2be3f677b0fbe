import MobilityModel

extension PlanReview {
  /// What keeps an application out of sessions, the cause that meets the most of them first.
  ///
  /// A session without an option counts under the test that refuses the place sector which gets
  /// furthest; one with options counts under everything that stands in the way of the option with
  /// the least in its way. The session in which the application is placed does not count.
  ///
  /// - Parameter application: index into `Round.applications`.
  /// - Returns: the reasons, each once.
  /// - Complexity: O(*s* + *o* *l*) for *s* sessions of the stream, *o* options and *l* limits.
  package func reasons(application: Int) -> [UnplacedReason] {
    let stream = sessions[round.applications[application].stream]
    if stream.isEmpty { return [reason(application, Obstacle(.noSession), [], of: 0)] }
    let own = state.placement[Int32(application)]?.session
    var found: [Obstacle: [Int]] = [:]
    for session in stream where session != own.map({ Int($0) }) {
      for obstacle in look(application, session).found {
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
  func points(of application: Int, in sessions: [Int]) -> String {
    guard round.settings.objective.contains(.points),
      round.applications[application].role == .participant,
      let fewest = sessions.compactMap({ state.fewestPoints[$0] }).min()
    else { return "" }
    let own = ReasonWords.decimal(round.applications[application].points)
    return "; the fewest points with a place there are \(ReasonWords.decimal(fewest))"
      + lockWords(points: fewest, in: sessions) + ", the applicant has \(own)"
  }

  /// That whoever has a place with these points has it by a lock, and why; empty if somebody has it
  /// without.
  private func lockWords(points: Int, in sessions: [Int]) -> String {
    let holders = sessions.flatMap { state.placements[$0] }.map { Int($0.application) }.filter {
      round.applications[$0].points == points && round.applications[$0].role == .participant
    }
    guard let holder = holders.first, holders.allSatisfy({ isLocked[$0] }) else { return "" }
    let remarks = (locks[holder] ?? []).remarks(of: .lock)
    return ", by a lock" + (remarks.isEmpty ? "" : " (\(remarks))")
  }

  private func reason(
    _ application: Int, _ obstacle: Obstacle, _ sessions: [Int], of total: Int
  ) -> UnplacedReason {
    let words = words(for: application)
    return UnplacedReason(
      cause: obstacle.cause, id: obstacle.id, sessions: sessions,
      words: words.words(obstacle.cause, obstacle.id, sessions: sessions, of: total))
  }
}

/// A session seen from an application.
struct SessionLook {
  /// What would bring the application there, with its group; `nil` if nothing does.
  var change: PlanChange?
  /// What stands in the way.
  var found: [Obstacle]
  /// How many of these are rules.
  var ruleCount: Int
}

extension PlanReview {
  /// What stands between an application and a session other than the one where it is.
  func look(_ application: Int, _ session: Int) -> SessionLook {
    let options = tables.options.options[tables.options.range(ofApplication: application)]
      .filter { Int($0.session) == session }
    if options.isEmpty {
      return SessionLook(change: nil, found: [refusal(application, session)], ruleCount: 1)
    }
    let members = groups.members(with: application)?.applications ?? [application]
    guard let others = companions(members.filter { $0 != application }, session) else {
      return SessionLook(change: nil, found: [Obstacle(.group)], ruleCount: 1)
    }
    let leaving = members.compactMap { state.placement[Int32($0)] }
    let looks = options.map { option in
      let change = PlanChange(leaving: leaving, arriving: [option] + others)
      let obstacles = Obstacles(self, change)
      return SessionLook(
        change: change, found: obstacles.found, ruleCount: obstacles.ruleCount)
    }
    return looks.dropFirst().reduce(looks[0]) { $1.ruleCount < $0.ruleCount ? $1 : $0 }
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
