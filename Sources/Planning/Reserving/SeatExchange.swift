import MobilityModel
import Selection

/// Tells whether one person could have another's seat in a plan that keeps every rule.
///
/// Both are of one role and in one session, so sizes and numbers of leaders stay as they are; what
/// can break are limits, and days on which the newcomer is elsewhere. A round has millions of such
/// pairs where `PlanReview.allows` would be asked for each, so what a placement changes under each
/// limit is worked out once.
struct SeatExchange {
  private let review: PlanReview
  /// Hard limits that add amounts up, and all other hard ones.
  private let sums: [LimitCount]
  private let others: [LimitCount]
  /// Placements of a session in one role, in the order of applications.
  private let holders: [Place: [Weight]]

  private struct Place: Hashable {
    var session: Int32
    var role: Role
  }

  init(_ review: PlanReview) {
    self.review = review
    let hard = review.limits.filter { $0.limit.kind != .soft }
    let sums = hard.filter(\.limit.isSum)
    (self.sums, others) = (sums, hard.filter { !$0.limit.isSum })
    holders = Dictionary(grouping: review.plan.placements) { option in
      Place(session: option.session, role: review.role(of: option))
    }.mapValues { $0.map { Weight($0, sums, sign: -1) } }
  }

  /// The seats of an option's session that it could take; `nil` if there are none.
  func reserve(_ option: Option) -> Reserve? {
    let participant = review.round.applications[Int(option.application)].participant
    if review.state.overlap(participant: participant, session: Int(option.session)) != nil {
      return nil
    }
    let newcomer = Weight(option, sums, sign: 1)
    let peers = holders[Place(session: option.session, role: review.role(of: option))] ?? []
    let seats = peers.filter { canReplace($0, newcomer) }.map(\.option.application)
    let isFree = hasRoom(for: option) && review.allows(PlanChange(arriving: [option]))
    if seats.isEmpty && !isFree { return nil }
    return Reserve(
      options: [option], claim: option, rank: 0,
      seats: !seats.isEmpty && seats.count == peers.count ? .any : .of(seats.map { [$0] }),
      isFree: isFree)
  }

  /// Whether a session's own numbers leave room for one more; asked first, because most have none and
  /// all rules take much longer.
  private func hasRoom(for option: Option) -> Bool {
    let session = Int(option.session)
    let isLeader = review.role(of: option) == .leader
    let people = review.state.participants[session] + (isLeader ? 0 : 1)
    if !isLeader, let most = review.round.sessions[session].maxPeople, people > most {
      return false
    }
    return review.state.leaders[session] + (isLeader ? 1 : 0)
      == review.round.leadersNeeded(for: people, in: session)
  }

  private func canReplace(_ holder: Weight, _ newcomer: Weight) -> Bool {
    guard keepsSums(holder.parts[...], newcomer.parts[...], newcomer.option) else { return false }
    let change = PlanChange(leaving: [holder.option], arriving: [newcomer.option])
    return others.allSatisfy { !$0.blocks(change) }
  }

  /// Walks over the limits that one of two placements counts under.
  private func keepsSums(
    _ holder: ArraySlice<Weight.Part>, _ newcomer: ArraySlice<Weight.Part>, _ option: Option
  ) -> Bool {
    var (holder, newcomer) = (holder, newcomer)
    while !holder.isEmpty || !newcomer.isEmpty {
      let place = min(holder.first?.limit ?? .max, newcomer.first?.limit ?? .max)
      let leaving = holder.first?.limit == place ? holder.popFirst() : nil
      let coming = newcomer.first?.limit == place ? newcomer.popFirst() : nil
      if let leaving, let coming, leaving.key == coming.key {
        let change = WholeNumbers.sum(coming.change, leaving.change)
        if !sums[place].allows(change, at: option) { return false }
      } else if !(leaving?.isKept ?? true) || !(coming?.isKept ?? true) {
        return false
      }
    }
    return true
  }
}

extension PlanReview {
  fileprivate func role(of option: Option) -> Role {
    // Not the whole application, which would be copied.
    round.applications[Int(option.application)].role
  }
}

/// What a placement changes under each hard limit that adds amounts up, when it comes or goes.
private struct Weight {
  struct Part {
    /// Its place among these limits.
    var limit: Int
    var key: CombinationKeys.Key
    var change: Int
    /// Whether the limit is kept if nothing else changes.
    var isKept: Bool
  }

  let option: Option
  /// Of the limits that look at the placement, in their order.
  let parts: [Part]

  /// The changes when a placement comes (`sign` is 1) or goes (`sign` is -1).
  init(_ option: Option, _ limits: [LimitCount], sign: Int) {
    self.option = option
    parts = limits.enumerated().compactMap { place, limit in
      guard limit.reaches(option) else { return nil }
      let change = WholeNumbers.product(sign, limit.amount(of: option))
      return Part(
        limit: place, key: limit.key(of: option), change: change,
        isKept: limit.allows(change, at: option))
    }
  }
}
