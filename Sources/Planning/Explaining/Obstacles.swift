import MobilityModel
import Selection

/// What stands in the way of a change to a plan.
struct Obstacles {
  private let review: PlanReview
  private let change: PlanChange
  /// Never empty; where no rule is in the way, what the objective says.
  private(set) var found: [Obstacle] = []
  private(set) var ruleCount = 0
  private var round: Round { review.round }

  init(_ review: PlanReview, _ change: PlanChange) {
    self.review = review
    self.change = change
    for session in change.sessions { lookAt(session) }
    lookAtTies()
    lookAtPersons()
    lookAtLimits()
    ruleCount = found.count
    if found.isEmpty { found = [judgement()] }
  }

  private mutating func lookAt(_ session: Int) {
    let dated = round.sessions[session]
    let participants = change.step(in: session, of: .participant, round)
    let leaders = change.step(in: session, of: .leader, round)
    let people = review.state.participants[session] + participants
    if let most = dated.maxPeople, people > most, participants > 0 { found.append(Obstacle(.full)) }
    if people > 0, people < dated.minPeople { found.append(Obstacle(.minimum)) }
    if review.state.leaders[session] + leaders != round.leadersNeeded(for: people, in: session) {
      found.append(Obstacle(.leaders))
    }
  }

  /// Locks and groups.
  private mutating func lookAtTies() {
    let gone = Set(change.leaving.map(\.application)).subtracting(
      change.arriving.map(\.application))
    if !change.isWithdrawal, gone.contains(where: { review.isLocked[Int($0)] }) {
      found.append(Obstacle(.locked))
    }
    let touched = Set((change.leaving + change.arriving).map { Int($0.application) })
    let groups = Set(touched.compactMap { review.groups.members(with: $0)?.applications })
    if groups.contains(where: { divides($0, gone) }) { found.append(Obstacle(.group)) }
  }

  /// Whether a group is in different places, or partly in none, once the plan is changed.
  private func divides(_ group: [Int], _ gone: Set<Int32>) -> Bool {
    let members = group.map { Int32($0) }.filter { !(change.isWithdrawal && gone.contains($0)) }
    let sessions = members.map { member -> Int32? in
      if let new = change.arriving.first(where: { $0.application == member }) { return new.session }
      return gone.contains(member) ? nil : review.state.placement[member]?.session
    }
    return sessions.contains { $0 != sessions[0] }
  }

  private mutating func lookAtPersons() {
    let left = change.leaving.map(\.application)
    for option in change.arriving {
      let participant = round.applications[Int(option.application)].participant
      let other = review.state.overlap(
        participant: participant, session: Int(option.session), besides: left)
      if let other { found.append(Obstacle(.overlap, round.sessions[other].id)) }
    }
  }

  private mutating func lookAtLimits() {
    for limit in review.limits where limit.blocks(change) {
      found.append(Obstacle(.limit, limit.limit.id))
    }
  }

  /// The first tier that the change would touch, and whether for the worse.
  private func judgement() -> Obstacle {
    let sums = review.costs(of: change)
    for (place, tier) in review.costs.tiers.enumerated() where sums[place] != 0 {
      return sums[place] > 0 ? Obstacle(.tier, tier.rawValue) : Obstacle(.open)
    }
    return Obstacle(.indifferent)
  }
}

extension Round {
  /// Leaders that so many participants of a session need.
  func leadersNeeded(for people: Int, in session: Int) -> Int {
    let each = streams[sessions[session].stream].learnersPerLeader
    return each > 0 ? people / each + (people % each > 0 ? 1 : 0) : 0
  }
}

extension PlanChange {
  /// By how many people of a role a session grows.
  fileprivate func step(in session: Int, of role: Role, _ round: Round) -> Int {
    func count(_ options: [Option]) -> Int {
      options.count {
        $0.session == session && round.applications[Int($0.application)].role == role
      }
    }
    return count(arriving) - count(leaving)
  }
}

extension PlanReview {
  /// What a change costs in each tier of the objective, all of them minimised.
  func costs(of change: PlanChange) -> [Int] {
    var (sums, saved) = (costs.zero, costs.zero)
    for option in change.arriving { costs.add(option, to: &sums) }
    for option in change.leaving { costs.add(option, to: &saved) }
    for (place, tier) in costs.tiers.enumerated() {
      sums[place] = WholeNumbers.sum(sums[place], WholeNumbers.negated(saved[place]))
      if tier == .targets {
        sums[place] = limits.reduce(sums[place]) { WholeNumbers.sum($0, $1.missed(after: change)) }
      }
    }
    return sums
  }
}
