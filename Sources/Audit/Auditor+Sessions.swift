import MobilityModel

extension Auditor {
  /// The applications of one stream with the same group are all placed in one session, or none is.
  func dividedGroups(in plan: [Option]) -> [Violation] {
    struct Group: Hashable {
      var stream: Int
      var name: String
    }
    var members: [Group: [Int]] = [:]
    for (index, application) in round.applications.enumerated() where !application.group.isEmpty {
      members[Group(stream: application.stream, name: application.group), default: []].append(index)
    }
    var placements: [Group: [Option]] = [:]
    for placement in plan {
      let application = round.application(placement)
      guard !application.group.isEmpty else { continue }
      let group = Group(stream: application.stream, name: application.group)
      placements[group, default: []].append(placement)
    }
    let inOrder = placements.sorted { ($0.key.stream, $0.key.name) < ($1.key.stream, $1.key.name) }
    return inOrder.compactMap { group, placements in
      let stream = round.streams[group.stream].id
      return division(
        of: .group(group.name, stream: stream), members: members[group] ?? [], placements)
    }
  }

  private func division(
    of group: Violation.Subject, members: [Int], _ placements: [Option]
  ) -> Violation? {
    let placed = Set(placements.map { Int($0.application) })
    let sessions = Set(placements.map(\.session)).sorted()
    let absent = members.filter { !placed.contains($0) }
    if absent.isEmpty && sessions.count == 1 { return nil }
    var violation = Violation(.group, group)
    violation.count = placed.count
    violation.min = members.count
    violation.placements = placements.map(round.named)
    violation.absent = absent.map { round.applications[$0].id }
    let sessionNames = sessions.map { round.sessions[Int($0)].id }
    violation.message = Wording.group(violation, sessions: sessionNames)
    return violation
  }

  /// The number of participants in a session is 0, or from `min_people` to `max_people`.
  func sessionSizes(in plan: [Option]) -> [Violation] {
    var violations: [Violation] = []
    for (session, placements) in placements(in: plan, of: .participant).enumerated() {
      let (offer, count) = (round.sessions[session], placements.count)
      if count == 0 { continue }
      if count < offer.minPeople {
        violations.append(size(.sessionMin, of: offer, min: offer.minPeople, placements))
      }
      if let max = offer.maxPeople, count > max {
        violations.append(size(.sessionMax, of: offer, max: max, placements))
      }
    }
    return violations
  }

  private func size(
    _ rule: BrokenRule, of session: Session, min: Int? = nil, max: Int? = nil,
    _ placements: [Option]
  ) -> Violation {
    var violation = Violation(rule, .session(session.id))
    violation.count = placements.count
    violation.min = min
    violation.max = max
    violation.placements = placements.map(round.named)
    violation.message = Wording.size(session.id, count: placements.count, min: min, max: max)
    return violation
  }

  /// A session with n participants has `ceil(n / k)` leaders; without k it has none.
  func leaderCounts(in plan: [Option]) -> [Violation] {
    let participants = placements(in: plan, of: .participant)
    let leaders = placements(in: plan, of: .leader)
    var violations: [Violation] = []
    for (session, offer) in round.sessions.enumerated() {
      let perLeader = round.streams[offer.stream].learnersPerLeader
      let needed = perLeader > 0 ? quotient(participants[session].count, perLeader) : 0
      if leaders[session].count == needed { continue }
      var violation = Violation(.leaders, .session(offer.id))
      violation.count = leaders[session].count
      violation.min = needed
      violation.max = needed
      violation.placements = (participants[session] + leaders[session]).sorted().map(round.named)
      violation.message = Wording.leaders(
        offer.id, participants: participants[session].count, count: leaders[session].count, needed)
      violations.append(violation)
    }
    return violations
  }

  /// `ceil(count / divisor)`.
  private func quotient(_ count: Int, _ divisor: Int) -> Int {
    count / divisor + (count % divisor > 0 ? 1 : 0)
  }

  /// The placements of one role, by session.
  private func placements(in plan: [Option], of role: Role) -> [[Option]] {
    var bySession: [[Option]] = Array(repeating: [], count: round.sessions.count)
    for placement in plan where round.applications[Int(placement.application)].role == role {
      bySession[Int(placement.session)].append(placement)
    }
    return bySession
  }
}
