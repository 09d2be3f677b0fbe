import MobilityModel
import Selection

/// Tells whose seats a whole group could have in a plan that keeps every rule.
///
/// In a session with free seats one person who leaves can be enough for a group; where a group leaves,
/// it leaves as a whole. So both are tried: each participant, and each group that is there.
struct GroupExchange {
  private let review: PlanReview
  /// Ways to spread a group over place sectors that are tried at most.
  static let mostWays = 4_096

  init(_ review: PlanReview) { self.review = review }

  /// The reserves that ways of placing a group in a session give: one for each way in which it could
  /// take some seat, those that fit best first.
  func reserves(_ group: Groups.Members, in session: Int) -> [Reserve] {
    let units = units(of: session).filter { leavesRoom($0, for: group, in: session) }
    let hasRoom = leavesRoom([], for: group, in: session)
    if units.isEmpty && !hasRoom { return [] }
    let own = review.round.claimant(of: group.applications)
    return ways(group, session).compactMap { options in
      let seats = units.filter { unit in
        review.allows(PlanChange(leaving: unit, arriving: options, isWithdrawal: true))
      }
      let isFree = hasRoom && review.allows(PlanChange(arriving: options))
      if seats.isEmpty && !isFree { return nil }
      let claim = options.first { Int($0.application) == own } ?? options[0]
      return Reserve(
        options: options, claim: claim, rank: 0,
        seats: isAny(seats, session) ? .any : .of(seats.map { $0.map(\.application) }),
        isFree: isFree)
    }
  }

  /// Each participant of a session alone, then each group as a whole.
  private func units(of session: Int) -> [[Option]] {
    let placements = review.state.placements[session]
    let alone = placements.filter { isParticipant($0) }.map { [$0] }
    let groups = Set(placements.map { review.groups.group[Int($0.application)] }).sorted()
    return alone
      + groups.filter { $0 >= 0 }.map { group in
        placements.filter { review.groups.group[Int($0.application)] == group }
      }
  }

  private func isParticipant(_ option: Option) -> Bool {
    review.round.applications[Int(option.application)].role == .participant
  }

  /// Whether the size of a session and its number of leaders are kept, which most exchanges fail.
  private func leavesRoom(_ unit: [Option], for group: Groups.Members, in session: Int) -> Bool {
    let leaving = unit.count(where: isParticipant)
    let people = review.state.participants[session] - leaving + group.participants
    let leaders = review.state.leaders[session] - (unit.count - leaving) + group.leaders
    return people <= review.round.sessions[session].maxPeople ?? .max
      && leaders == review.round.leadersNeeded(for: people, in: session)
  }

  /// Whether everybody's seat is among these.
  private func isAny(_ seats: [[Option]], _ session: Int) -> Bool {
    let alone = seats.count { $0.count == 1 && isParticipant($0[0]) }
    return alone > 0 && alone == review.state.participants[session]
  }

  /// An option of each member, in the order of members; those with the greatest fit first.
  private func ways(_ group: Groups.Members, _ session: Int) -> [[Option]] {
    var ways: [[Option]] = [[]]
    for application in group.applications {
      let options = review.tables.options.options[
        review.tables.options.range(ofApplication: application)
      ].filter { Int($0.session) == session }
      let fit = options.map(review.tables.valuation.fit)
      let order = options.indices.sorted { (-fit[$0], $0) < (-fit[$1], $1) }
      let longer = ways.lazy.flatMap { way in order.lazy.map { way + [options[$0]] } }
      ways = Array(longer.prefix(Self.mostWays))
    }
    return ways
  }
}

extension Round {
  /// Whose points and lot count where applications are looked at as one: a participant with the fewest
  /// points, the last one of several; the first application if there is none.
  func claimant(of applications: [Int]) -> Int {
    let participants = applications.filter { self.applications[$0].role == .participant }
    return participants.min {
      (self.applications[$0].points, -$0) < (self.applications[$1].points, -$1)
    } ?? applications[0]
  }
}
