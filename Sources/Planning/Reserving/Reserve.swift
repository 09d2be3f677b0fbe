import Selection
package import MobilityModel

/// Somebody without a placement who could take a seat of a session if it came free.
package struct Reserve: Hashable, Sendable {
  /// Whose seat it could take.
  package enum Seats: Hashable, Sendable {
    /// That of anybody of the same role in the session.
    case any
    /// Those of some: rising indices into `Round.applications`, perhaps none.
    case of([Int32])
  }

  /// How the reserve would be placed.
  package var option: Option
  /// Place among the reserves of its role for the session, from 1.
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
  /// leaving. Of several place sectors the one counts with which most seats can be taken, then the
  /// one that fits best, then the higher lot.
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
      var best: [Int32: Reserve] = [:]
      for option in tables.options.options[tables.options.range(ofApplication: application)]
      where session.map({ Int32($0) == option.session }) ?? true {
        guard let reserve = exchange.reserve(option) else { continue }
        if let known = best[option.session], !isBetter(reserve, than: known) { continue }
        best[option.session] = reserve
      }
      found += best.values
    }
    return ranked(found)
  }

  private func isBetter(_ one: Reserve, than other: Reserve) -> Bool {
    let one = (one.seats.count, one.isFree ? 1 : 0, worth(one.option))
    let other = (other.seats.count, other.isFree ? 1 : 0, worth(other.option))
    if (one.0, one.1) != (other.0, other.1) { return (one.0, one.1) > (other.0, other.1) }
    return one.2 > other.2
  }

  /// Fit, then lot.
  private func worth(_ option: Option) -> (Int, Int) {
    (tables.valuation.fit(option), tables.valuation.draw(option))
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
    let application = round.applications[Int(reserve.option.application)]
    return [
      Int(reserve.option.session), application.role == .leader ? 1 : 0,
      WholeNumbers.negated(application.points), -tables.lot(for: reserve.option),
      Int(reserve.option.application),
    ]
  }
}

extension Reserve.Seats {
  /// How many; any is more than some.
  fileprivate var count: Int {
    switch self {
    case .any: .max
    case .of(let applications): applications.count
    }
  }
}
