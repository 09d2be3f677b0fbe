package import MobilityModel

/// Somebody has a better claim to a seat than the person who holds it, wants it more than what they
/// have, and could have had it.
///
/// The claim is better by more points, or by the same points and a higher lot for the session.
/// `docs/fairness.md` has the definition.
package struct JustifiedEnvy: Hashable, Sendable {
  /// How the seat would be taken: the first place sector in which it could be.
  package var envious: Option
  package var holder: Option
  /// Whether points are equal and the lot decides.
  package var isByLot: Bool
}

extension PlanReview {
  /// Every case of justified envy, in the order of those who envy, then of sessions and holders.
  ///
  /// - Complexity: O(*o* *h* *l*) for *o* options, *h* holders in a session and *l* limits.
  package func justifiedEnvy() -> [JustifiedEnvy] {
    wishes().flatMap { wish in
      state.placements[wish.session].compactMap { holder in envy(wish, holder) }
    }
  }

  /// Every seat that nobody holds although somebody wants it more than what they have, and could
  /// have it with everybody else staying; of each application and session the first place sector.
  ///
  /// - Complexity: O(*o* *l*) for *o* options and *l* limits.
  package func wastedSeats() -> [Option] {
    wishes().compactMap { wish in
      wish.options.first { allows(PlanChange(leaving: wish.own, arriving: [$0])) }
    }
  }

  /// A session in which an application would rather be.
  private struct Wish {
    var session: Int
    /// Its options there.
    var options: [Option]
    /// Its own placement, if it has one.
    var own: [Option]
  }

  /// The sessions that each application of role `participant` wants more than what it has.
  private func wishes() -> [Wish] {
    round.applications.indices.filter { round.applications[$0].role == .participant }.flatMap {
      application in
      let own = state.placement[Int32(application)]
      let options = tables.options.options[tables.options.range(ofApplication: application)]
      let wanted = options.filter { isWanted($0, overOwn: own) }
      return Dictionary(grouping: wanted, by: \.session).sorted { $0.key < $1.key }.map {
        Wish(session: Int($0.key), options: $0.value, own: own.map { [$0] } ?? [])
      }
    }
  }

  /// Whether a session is better than what an application has: anything is better than no
  /// placement, a listed session than one further down, and any listed one than one not listed.
  private func isWanted(_ option: Option, overOwn own: Option?) -> Bool {
    guard let own else { return true }
    if option.session == own.session { return false }
    return (round.rank(of: option) ?? .max) < (round.rank(of: own) ?? .max)
  }

  private func envy(_ wish: Wish, _ holder: Option) -> JustifiedEnvy? {
    let points = round.applications[Int(wish.options[0].application)].points
    let other = round.applications[Int(holder.application)]
    if other.role != .participant || points < other.points { return nil }
    let isByLot = points == other.points
    if isByLot, tables.lot(for: wish.options[0]) <= tables.lot(for: holder) { return nil }
    let taken = wish.options.first { option in
      allows(PlanChange(leaving: [holder] + wish.own, arriving: [option]))
    }
    return taken.map { JustifiedEnvy(envious: $0, holder: holder, isByLot: isByLot) }
  }
}
