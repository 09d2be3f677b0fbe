package import MobilityModel

/// Fills the holes of a plan after withdrawals with people from its lists of reserves.
///
/// Nobody who stays loses a place where that is possible; then as many places as can be are filled.
package struct PlanRepair: Sendable {
  /// How many are placed after a repair.
  package struct Result: Hashable, Sendable {
    /// Participants, indexed by stream.
    package var filled: [Int]
    /// Whether a plan that keeps every rule was found; if not, those who stay are counted.
    package var keepsRules: Bool
  }

  private let round: Round
  private let plan: Plan
  /// Best rank of an application on the list of a session, indexed by application.
  private let ranks: [[(session: Int, rank: Int)]]
  private let finder: PlanFinder
  /// The longest list.
  package let longestList: Int

  /// - Parameters:
  ///   - review: a plan that keeps every rule of its round.
  ///   - finder: plans the rounds.
  package init(_ review: PlanReview, _ finder: PlanFinder) {
    (round, plan, self.finder) = (review.round, review.plan, finder)
    var ranks = [[(session: Int, rank: Int)]](repeating: [], count: round.applications.count)
    var longest = 0
    for reserve in review.reserves() {
      ranks[Int(reserve.option.application)].append((Int(reserve.option.session), reserve.rank))
      longest = max(longest, reserve.rank)
    }
    self.ranks = ranks
    longestList = longest
  }

  /// Repairs the plan.
  ///
  /// - Parameters:
  ///   - withdrawn: indices of the applications that are gone.
  ///   - length: only so many of each list are asked, the first ones.
  /// - Returns: `nil` where the search was stopped.
  package func result(withdrawn: Set<Int>, length: Int) -> Result? {
    let placed = Set(plan.placements.lazy.map { Int($0.application) })
    let idle = round.applications.indices.filter { application in
      !placed.contains(application) && !ranks[application].contains { $0.rank <= length }
    }
    let replanning = Replanning(
      withdrawn: withdrawn.union(idle), asOf: Day(number: .min / 2))
    var (changed, kept, _) = replanning.round(after: round, plan)
    keepLists(&changed, kept, length)
    var staying = changed
    staying.settings.objective = [.filled]
    lockPublished(&staying)
    switch finder.answer(staying) {
    case .best(let allocation): return result(of: allocation.plan, in: changed)
    case .open, .tooLarge: return nil
    case .infeasible: break
    }
    changed.settings.objective = [.changes, .filled]
    switch finder.answer(changed) {
    case .best(let allocation): return result(of: allocation.plan, in: changed)
    case .open, .tooLarge: return nil
    case .infeasible:
      let left = Plan(
        placements: plan.placements.filter { !withdrawn.contains(Int($0.application)) })
      return Result(filled: filled(left, in: round), keepsRules: false)
    }
  }

  private func result(of plan: Plan, in changed: Round) -> Result {
    Result(filled: filled(plan, in: changed), keepsRules: true)
  }

  /// Participants, indexed by stream.
  package func filled(_ plan: Plan, in round: Round) -> [Int] {
    var filled = [Int](repeating: 0, count: round.streams.count)
    for placement in plan.placements {
      let application = round.applications[Int(placement.application)]
      if application.role == .participant { filled[application.stream] += 1 }
    }
    return filled
  }

  /// Those who are asked go only where they stand high enough on the list.
  private func keepLists(_ changed: inout Round, _ kept: [Int], _ length: Int) {
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    for (application, ranks) in ranks.enumerated() where !ranks.isEmpty {
      guard let new = place[application] else { continue }
      let open = Set(ranks.lazy.filter { $0.rank <= length }.map(\.session))
      for session in round.sessions.indices
      where round.sessions[session].stream == round.applications[application].stream
        && !open.contains(session)
      {
        changed.locks.append(
          Lock(application: new, effect: .forbid, target: .session(session)))
      }
    }
  }

  /// Whoever stays keeps the session.
  private func lockPublished(_ round: inout Round) {
    let published = Set(round.published.map(\.application))
    round.locks.removeAll { $0.effect == .lock && published.contains($0.application) }
    round.locks += round.published.map {
      Lock(application: $0.application, effect: .lock, target: .session($0.session))
    }
  }
}
