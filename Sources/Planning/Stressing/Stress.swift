import MobilityModel

/// What became of a plan in one run of a simulation.
package struct StressRun: Hashable, Sendable {
  /// Withdrawn participants, indexed by stream.
  package var withdrawn: [Int]
  /// Participants placed when so many of each list of reserves are asked, the first ones; indexed by
  /// length, then by stream, where longer lists do as the last one.
  package var filled: [[Int]]
  /// Places taken when so many per cent more are selected for each session, with no reserves; indexed
  /// by per cent, then by stream.
  package var overselected: [[Int]]
  /// Whether some repair kept no rule but left everybody where they were.
  package var breaksRules: Bool

  /// The participants placed with lists of a length.
  package func filled(length: Int) -> [Int] { filled[min(length, filled.count - 1)] }
}

/// Simulates withdrawals from a plan.
package struct Stress: Sendable {
  private let review: PlanReview
  private let withdrawals: Withdrawals
  private let shouldStop: @Sendable () -> Bool
  package let repair: PlanRepair
  /// Planned participants, indexed by stream.
  package let planned: [Int]
  /// Per cent of over-selection that are looked at.
  package static let mostExtra = 50

  /// - Parameters:
  ///   - review: a plan that keeps every rule of its round.
  ///   - withdrawals: who withdraws.
  ///   - shouldStop: asked often; `true` ends a run.
  package init(
    _ review: PlanReview, _ withdrawals: Withdrawals, shouldStop: @escaping @Sendable () -> Bool
  ) {
    (self.review, self.withdrawals, self.shouldStop) = (review, withdrawals, shouldStop)
    repair = PlanRepair(review, shouldStop: shouldStop)
    planned = repair.filled(review.plan, in: review.round)
  }

  /// Simulates one run; `nil` where it was stopped.
  ///
  /// Lists are tried longer and longer until one does as well as the whole lists.
  package func run(_ number: Int) -> StressRun? {
    if shouldStop() { return nil }
    let withdrawn = withdrawals.withdrawn(run: number)
    guard let plan = repair.wounded(withdrawn: withdrawn),
      let whole = plan.repaired(length: repair.longestList)
    else { return nil }
    var breaksRules = !whole.keepsRules
    var filled: [[Int]] = []
    for length in 0..<max(1, repair.longestList) {
      guard let result = plan.repaired(length: length) else { return nil }
      filled.append(result.filled)
      breaksRules = breaksRules || !result.keepsRules
      if sum(result.filled) >= sum(whole.filled), result.keepsRules { break }
    }
    if sum(filled.last ?? []) < sum(whole.filled) { filled.append(whole.filled) }
    return StressRun(
      withdrawn: counts(withdrawn), filled: filled, overselected: overselected(withdrawn, number),
      breaksRules: breaksRules)
  }

  private func sum(_ counts: [Int]) -> Int { counts.reduce(0, +) }

  /// Participants among applications, indexed by stream.
  private func counts(_ applications: Set<Int>) -> [Int] {
    let round = review.round
    return round.streams.indices.map { stream in
      applications.count {
        round.applications[$0].stream == stream && round.applications[$0].role == .participant
      }
    }
  }

  /// Each session on its own: those selected who do not withdraw, up to the planned number.
  private func overselected(_ withdrawn: Set<Int>, _ number: Int) -> [[Int]] {
    let round = review.round
    var taken = [[Int]](
      repeating: [Int](repeating: 0, count: round.streams.count), count: Self.mostExtra + 1)
    for session in round.sessions.indices {
      let people = review.state.placements[session].filter {
        round.applications[Int($0.application)].role == .participant
      }
      let staying = people.count { !withdrawn.contains(Int($0.application)) }
      let most = (people.count * Self.mostExtra + 99) / 100
      let extras = withdrawals.extrasStaying(session: session, run: number, most: most)
      for percent in 0...Self.mostExtra {
        let extra = (people.count * percent + 99) / 100
        taken[percent][round.sessions[session].stream] += min(
          people.count, staying + extras[extra])
      }
    }
    return taken
  }
}
