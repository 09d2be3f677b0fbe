import Selection
package import MobilityModel

/// Somebody without a placement, or a whole group, who could take a seat of a session if it came free.
package struct Reserve: Hashable, Sendable {
  /// Whose seat it could take.
  package enum Seats: Hashable, Sendable {
    /// That of anybody of the same role in the session, for a group that of any participant.
    case any
    /// Those of some, perhaps none: applications that leave alone, or for a group also those that leave
    /// together, each by rising indices into `Round.applications`.
    case of([[Int32]])
  }

  /// How the reserve would be placed: one option, or one of each member of a group.
  package var options: [Option]
  /// That of them whose application's points and lot count.
  package var claim: Option
  /// Place among the reserves of its role for the session, from 1; a group is with the participants.
  package var rank: Int
  package var seats: Seats
  /// Whether it could be placed at once, with everybody staying.
  package var isFree: Bool
}

extension PlanReview {
  /// The reserves of every session: by session, then participants before leaders, then by points
  /// (most first), by lot (highest first) and by id.
  ///
  /// An application is a reserve of a session if it has no placement and an option there, travels
  /// alone, and putting that option into the plan keeps every hard rule: in exchange for one
  /// placement of the same role in the session, whose application leaves the round, or with nobody
  /// leaving. A group is one if all of it can come: in exchange for one participant, or for a whole
  /// group, or with nobody leaving. It stands where its participant with the fewest points would.
  /// Of several place sectors those count with which most seats can be taken, then those that fit best,
  /// then the higher lots.
  ///
  /// Each reserve holds for one change of this plan; after it the lists have to be made anew.
  ///
  /// - Parameter session: the only one whose reserves are looked for; `nil` for all.
  /// - Returns: the reserves, ranked within their lists.
  /// - Complexity: O(*o* *h* *l*) for *o* options of unplaced applications, *h* placements of a
  ///   session and *l* limits.
  package func reserves(of session: Int? = nil) -> [Reserve] {
    let exchange = SeatExchange(self)
    var found: [Reserve] = []
    for application in unplaced where groups.members(with: application) == nil {
      let options = tables.options.options[tables.options.range(ofApplication: application)]
      found += best(
        options.filter { session == nil || session == Int($0.session) }
          .compactMap(exchange.reserve))
    }
    let whole = GroupExchange(self)
    for group in groups.all where state.placement[Int32(group.applications[0])] == nil {
      for place in session.map({ [$0] }) ?? sessions(of: group) {
        found += best(whole.reserves(group, in: place))
      }
    }
    return ranked(found)
  }

  /// The sessions in which the first member of a group has an option.
  private func sessions(of group: Groups.Members) -> [Int] {
    let options = tables.options.options[
      tables.options.range(ofApplication: group.applications[0])]
    return Set(options.map { Int($0.session) }).sorted()
  }

  /// The best one of each session.
  private func best(_ reserves: [Reserve]) -> [Reserve] {
    var best: [Int32: Reserve] = [:]
    for reserve in reserves {
      if let known = best[reserve.claim.session], !isBetter(reserve, than: known) { continue }
      best[reserve.claim.session] = reserve
    }
    return Array(best.values)
  }

  private func isBetter(_ one: Reserve, than other: Reserve) -> Bool {
    let one = (one.seats.count, one.isFree ? 1 : 0, worth(one.options))
    let other = (other.seats.count, other.isFree ? 1 : 0, worth(other.options))
    if (one.0, one.1) != (other.0, other.1) { return (one.0, one.1) > (other.0, other.1) }
    return one.2 > other.2
  }

  /// Fit, then lot, added up.
  private func worth(_ options: [Option]) -> (Int, Int) {
    options.reduce((0, 0)) { sums, option in
      (
        WholeNumbers.sum(sums.0, tables.valuation.fit(option)),
        WholeNumbers.sum(sums.1, tables.valuation.draw(option))
      )
    }
  }

  private func ranked(_ reserves: [Reserve]) -> [Reserve] {
    var sorted = reserves.map { (place: place($0), reserve: $0) }
      .sorted { $0.place.lexicographicallyPrecedes($1.place) }
    for place in sorted.indices {
      let isSameList =
        place > 0 && sorted[place - 1].place.prefix(2) == sorted[place].place.prefix(2)
      sorted[place].reserve.rank = isSameList ? sorted[place - 1].reserve.rank + 1 : 1
    }
    return sorted.map(\.reserve)
  }

  /// Where a reserve stands: session and role name its list, the rest its place in it.
  private func place(_ reserve: Reserve) -> [Int] {
    let application = round.applications[Int(reserve.claim.application)]
    return [
      Int(reserve.claim.session), application.role == .leader ? 1 : 0,
      WholeNumbers.negated(application.points), -tables.lot(for: reserve.claim),
      Int(reserve.claim.application),
    ]
  }
}

extension Reserve.Seats {
  /// How many; any is more than some.
  fileprivate var count: Int {
    switch self {
    case .any: .max
    case .of(let units): units.count
    }
  }
}
