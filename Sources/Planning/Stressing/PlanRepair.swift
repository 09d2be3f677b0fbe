package import MobilityModel

/// Fills the holes of a plan after withdrawals with people from its lists of reserves.
///
/// In sessions that can go on with those who are left everybody stays, in the same place sector; in
/// the others as few as possible are moved or lose their places. Then as many places as can be are
/// filled.
package struct PlanRepair: Sendable {
  /// How many are placed after a repair.
  package struct Result: Hashable, Sendable {
    /// Participants, indexed by stream.
    package var filled: [Int]
    /// Whether a plan that keeps every rule was found; if not, those who stay are counted.
    package var keepsRules: Bool
  }

  private let review: PlanReview
  private var round: Round { review.round }
  private var plan: Plan { review.plan }
  /// The lists on which an application stands, indexed by application.
  private let ranks: [[Int: Int]]
  /// Applications that have no placement and stand on no list.
  private let idle: Set<Int>
  private let shouldStop: @Sendable () -> Bool
  /// The longest list.
  package let longestList: Int

  /// - Parameters:
  ///   - review: a plan that keeps every rule of its round.
  ///   - shouldStop: asked often; `true` ends a search.
  package init(_ review: PlanReview, shouldStop: @escaping @Sendable () -> Bool) {
    (self.review, self.shouldStop) = (review, shouldStop)
    var ranks = [[Int: Int]](repeating: [:], count: review.round.applications.count)
    var longest = 0
    // A repair seats people one by one, so whole groups are none of its reserves.
    for reserve in review.reserves() where reserve.options.count == 1 {
      ranks[Int(reserve.claim.application)][Int(reserve.claim.session)] = reserve.rank
      longest = max(longest, reserve.rank)
    }
    (self.ranks, longestList) = (ranks, longest)
    idle = Set(review.unplaced.filter { ranks[$0].isEmpty })
  }

  /// The plan without some of its people.
  package func wounded(withdrawn: Set<Int>) -> WoundedPlan? {
    let (changed, kept) = holes(withdrawn)
    guard let compilation = try? Compiler.compile(changed) else { return nil }
    return WoundedPlan(
      repair: self, withdrawn: withdrawn, round: changed, kept: kept, compilation: compilation,
      placed: Dictionary(
        uniqueKeysWithValues: plan.placements.map { (Int($0.application), $0) }),
      troubled: troubled(withdrawn))
  }

  /// The round to be planned for a repair.
  private func holes(_ withdrawn: Set<Int>) -> (round: Round, kept: [Int]) {
    let replanning = Replanning(withdrawn: withdrawn.union(idle), asOf: Day(number: .min / 2))
    var (changed, kept, _) = replanning.round(after: round, plan)
    changed.settings.objective = [.changes, .filled]
    return (changed, kept)
  }

  /// Sessions that cannot go on with those who are left.
  private func troubled(_ withdrawn: Set<Int>) -> Set<Int32> {
    let leaving = plan.placements.filter { withdrawn.contains(Int($0.application)) }
    return Set(
      Dictionary(grouping: leaving, by: \.session).filter {
        !review.allows(PlanChange(leaving: $0.value, isWithdrawal: true))
      }.keys)
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

  /// Plans anew with everybody free to be moved; `nil` where the search was stopped.
  fileprivate func replanned(withdrawn: Set<Int>, length: Int) -> Result? {
    var (changed, kept) = holes(withdrawn)
    keepLists(&changed, kept, length)
    switch PlanFinder(shouldStop: shouldStop).answer(changed) {
    case .best(let allocation):
      return Result(filled: filled(allocation.plan, in: changed), keepsRules: true)
    case .open, .tooLarge: return nil
    case .infeasible:
      let left = plan.placements.filter { !withdrawn.contains(Int($0.application)) }
      return Result(filled: filled(Plan(placements: left), in: round), keepsRules: false)
    }
  }

  /// Those who are asked go only where they stand high enough on the list.
  private func keepLists(_ changed: inout Round, _ kept: [Int], _ length: Int) {
    for (new, application) in kept.enumerated() where !ranks[application].isEmpty {
      for session in round.sessions.indices
      where round.sessions[session].stream == round.applications[application].stream
        && !isAsked(application, session, length)
      {
        changed.locks.append(
          Lock(application: new, effect: .forbid, target: .session(session)))
      }
    }
  }

  fileprivate func isAsked(_ application: Int, _ session: Int, _ length: Int) -> Bool {
    ranks[application][session].map { $0 <= length } ?? false
  }

  fileprivate func answer(_ problem: PinnedProblem) -> PinnedProblem.Answer {
    problem.answer(shouldStop: shouldStop)
  }
}

/// A plan from which people have withdrawn.
package struct WoundedPlan: Sendable {
  fileprivate let repair: PlanRepair
  fileprivate let withdrawn: Set<Int>
  /// The round without them, and of each of its applications the place in the one before.
  fileprivate let round: Round
  fileprivate let kept: [Int]
  fileprivate let compilation: Compilation
  /// Placements, by application of the round before.
  fileprivate let placed: [Int: Option]
  fileprivate let troubled: Set<Int32>

  /// Fills the holes with the first so many of each list.
  ///
  /// - Returns: how many are placed; `nil` where the search was stopped.
  package func repaired(length: Int) -> PlanRepair.Result? {
    guard let problem = PinnedProblem(compilation, pin: { pin($0, length) }) else {
      return repair.replanned(withdrawn: withdrawn, length: length)
    }
    switch repair.answer(problem) {
    case .best(let plan):
      return PlanRepair.Result(filled: repair.filled(plan, in: round), keepsRules: true)
    case .open: return nil
    case .infeasible: return repair.replanned(withdrawn: withdrawn, length: length)
    }
  }

  private func pin(_ option: Option, _ length: Int) -> PinnedProblem.Pin {
    let application = kept[Int(option.application)]
    if let placement = placed[application] {
      if troubled.contains(placement.session) { return .open }
      return placement.session == option.session && placement.sector == option.sector
        ? .taken : .shut
    }
    return repair.isAsked(application, Int(option.session), length) ? .open : .shut
  }
}
