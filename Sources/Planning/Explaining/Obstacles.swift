import MobilityModel
import Selection

/// What stands in the way of placing some options of one session together in a plan.
struct Obstacles {
  private let review: PlanReview
  private let options: [Option]
  private let session: Int
  private let participants: Int
  private let leaders: Int
  /// Never empty; where no rule is in the way, what the objective says.
  private(set) var found: [Obstacle] = []
  private(set) var ruleCount = 0
  private var round: Round { review.round }

  /// Looks at `options`: one for each of those who travel together, of one session.
  init(_ review: PlanReview, _ options: [Option]) {
    self.review = review
    self.options = options
    session = Int(options.first?.session ?? 0)
    leaders = options.count { review.round.applications[Int($0.application)].role == .leader }
    participants = options.count - leaders
    lookAtSession()
    lookAtPersons()
    lookAtLimits()
    ruleCount = found.count
    if found.isEmpty { found = [judgement()] }
  }

  private mutating func lookAtSession() {
    let dated = round.sessions[session]
    let people = review.state.participants[session] + participants
    if let most = dated.maxPeople, people > most, participants > 0 { found.append(Obstacle(.full)) }
    if people > 0, people < dated.minPeople { found.append(Obstacle(.minimum)) }
    let perLeader = round.streams[dated.stream].learnersPerLeader
    let needed = perLeader > 0 ? people / perLeader + (people % perLeader > 0 ? 1 : 0) : 0
    if review.state.leaders[session] + leaders != needed { found.append(Obstacle(.leaders)) }
  }

  private mutating func lookAtPersons() {
    for option in options {
      let participant = round.applications[Int(option.application)].participant
      if let other = review.state.overlap(participant: participant, session: session) {
        found.append(Obstacle(.overlap, round.sessions[other].id))
      }
    }
  }

  private mutating func lookAtLimits() {
    for limit in review.limits where combinations(limit).contains(where: limit.blocks) {
      found.append(Obstacle(.limit, limit.limit.id))
    }
  }

  /// The options that a limit looks at, by combination.
  private func combinations(_ limit: LimitCount) -> [[Option]] {
    let reached = options.filter(limit.reaches)
    if reached.count <= 1 { return reached.isEmpty ? [] : [reached] }
    return Array(Dictionary(grouping: reached, by: limit.key).values)
  }

  /// The first tier that these placements would change, and whether for the worse.
  private func judgement() -> Obstacle {
    let costs = review.costs
    var sums = costs.zero
    for option in options { costs.add(option, to: &sums) }
    for (place, tier) in costs.tiers.enumerated() where tier == .targets {
      for limit in review.limits {
        for group in combinations(limit) {
          let key = limit.key(of: group[0])
          let added = group.reduce(0) { WholeNumbers.sum($0, limit.amount(of: $1)) }
          let step = WholeNumbers.sum(
            limit.missed(key, adding: added), WholeNumbers.negated(limit.missed(key)))
          sums[place] = WholeNumbers.sum(sums[place], step)
        }
      }
    }
    for (place, tier) in costs.tiers.enumerated() where sums[place] != 0 {
      return sums[place] > 0 ? Obstacle(.tier, tier.rawValue) : Obstacle(.open)
    }
    return Obstacle(.indifferent)
  }
}
