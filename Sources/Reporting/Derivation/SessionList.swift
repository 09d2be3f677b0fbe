import MobilityModel
import Planning

/// A session with those who are in it and those who could follow.
struct SessionEntry: Sendable {
  struct Placed: Sendable {
    var person: Person
    var sector: Sector
    /// Place in the person's list, from 1.
    var choice: Int?
  }

  struct Waiting: Sendable {
    var person: Person
    var rank: Int
    var seats: Reserve.Seats
    var isFree: Bool
  }

  /// Index into `Round.sessions`.
  var session: Int
  var placed: [Placed]
  /// The first of each list of reserves.
  var waiting: [Waiting]
  /// Reserves that are not in `waiting`.
  var more: Int

  var participants: Int { placed.count { $0.person.role == .participant } }
  var leaders: Int { placed.count - participants }

  /// The most reserves that are named.
  private static let mostWaiting = 8

  /// All sessions in the order of ids, without reserves where they would take too long to find.
  ///
  /// - Complexity: that of `PlanReview.reserves`.
  static func all(_ source: ReportSource, _ review: PlanReview, hasReserves: Bool) -> [SessionEntry]
  {
    let round = source.shown
    let placed = Dictionary(grouping: source.plan.placements) { Int($0.session) }
    let reserves = Dictionary(grouping: hasReserves ? review.reserves() : []) {
      Int($0.claim.session)
    }
    return round.sessions.indices.map { session in
      let people = (placed[session] ?? []).map { option in
        Placed(
          person: Person(Int(option.application), in: round), sector: option.sector,
          choice: round.rank(of: option))
      }
      // Each member of a group has a line, with the same rank.
      let waiting = (reserves[session] ?? []).flatMap { reserve in
        reserve.options.map { option in
          Waiting(
            person: Person(Int(option.application), in: round), rank: reserve.rank,
            seats: reserve.seats, isFree: reserve.isFree)
        }
      }
      return SessionEntry(
        session: session,
        placed: people.sorted { Person.isBefore($0.person, $1.person) },
        waiting: waiting.filter { $0.rank <= mostWaiting },
        more: waiting.count { $0.rank > mostWaiting })
    }
  }
}
