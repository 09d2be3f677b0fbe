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
  private let limits: [LimitCount]
  /// Placements of a session, in the order of applications.
  private let holders: [Int32: [Weight]]

  init(_ review: PlanReview) {
    self.review = review
    let limits = review.limits.filter { $0.limit.kind != .soft }
    self.limits = limits
    holders = Dictionary(grouping: review.plan.placements, by: \.session)
      .mapValues { $0.map { Weight($0, limits, sign: -1) } }
  }

  /// The seats of an option's session that it could take; `nil` if there are none.
  func reserve(_ option: Option) -> Reserve? {
    let application = review.round.applications[Int(option.application)]
    let session = Int(option.session)
    if review.state.overlap(participant: application.participant, session: session) != nil {
      return nil
    }
    let newcomer = Weight(option, limits, sign: 1)
    let peers = (holders[option.session] ?? []).filter {
      review.round.applications[Int($0.option.application)].role == application.role
    }
    let seats = peers.filter { canReplace($0, newcomer) }.map(\.option.application)
    let isFree = review.allows(PlanChange(arriving: [option]))
    if seats.isEmpty && !isFree { return nil }
    return Reserve(
      options: [option], claim: option, rank: 0,
      seats: !seats.isEmpty && seats.count == peers.count ? .any : .of(seats.map { [$0] }),
      isFree: isFree)
  }

  private func canReplace(_ holder: Weight, _ newcomer: Weight) -> Bool {
    limits.indices.allSatisfy { place in
      guard limits[place].limit.isSum else {
        let change = PlanChange(leaving: [holder.option], arriving: [newcomer.option])
        return !limits[place].blocks(change)
      }
      guard let leaving = holder.parts[place] else { return newcomer.parts[place]?.isKept ?? true }
      guard let coming = newcomer.parts[place] else { return leaving.isKept }
      if leaving.key != coming.key { return leaving.isKept && coming.isKept }
      let change = WholeNumbers.sum(coming.change, leaving.change)
      return limits[place].allows(change, at: newcomer.option)
    }
  }
}

/// What a placement changes under each hard limit when it comes or goes.
private struct Weight {
  struct Part {
    var key: CombinationKeys.Key
    var change: Int
    /// Whether the limit is kept if nothing else changes.
    var isKept: Bool
  }

  let option: Option
  /// `nil` where the limit does not look at the placement, indexed by limit.
  let parts: [Part?]

  /// The changes when a placement comes (`sign` is 1) or goes (`sign` is -1).
  init(_ option: Option, _ limits: [LimitCount], sign: Int) {
    self.option = option
    parts = limits.map { limit in
      guard limit.limit.isSum, limit.reaches(option) else { return nil }
      let change = WholeNumbers.product(sign, limit.amount(of: option))
      return Part(
        key: limit.key(of: option), change: change, isKept: limit.allows(change, at: option))
    }
  }
}
