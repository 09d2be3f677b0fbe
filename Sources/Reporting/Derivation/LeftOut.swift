import MobilityModel
import Planning

/// Everybody without a place, with what stands in their way, and what that says of limits.
struct LeftOut: Sendable {
  struct Row: Sendable {
    var person: Person
    var reasons: [UnplacedReason]
    /// Sessions of the stream.
    var sessions: Int
  }

  /// How many applications of a stream and a country have nothing.
  struct Sum: Sendable {
    var stream: Int
    var country: String
    var people: Int
    /// What stands in the way of most of them, with the number of people.
    var causes: [(cause: UnplacedReason.Cause, people: Int)]
  }

  /// Whom a limit keeps out.
  struct Held: Sendable {
    var people = 0
    /// Whether somebody who travels alone would have a place with one more, and nobody else moving.
    var opensOne = false
  }

  let rows: [Row]
  /// By id of the limit.
  private(set) var held: [String: Held] = [:]

  /// - Complexity: that of `PlanReview.reasons` for each application without a placement.
  init(_ source: ReportSource, _ review: PlanReview) {
    let round = source.round
    var sessions = [Int](repeating: 0, count: round.streams.count)
    for session in round.sessions { sessions[session.stream] += 1 }
    var rows = review.unplaced.map { application in
      Row(
        person: Person(application, in: source.shown),
        reasons: review.reasons(application: application),
        sessions: sessions[round.applications[application].stream])
    }
    rows.sort { Person.isBefore($0.person, $1.person) }
    self.rows = rows
    for row in rows { note(row) }
  }

  private mutating func note(_ row: Row) {
    var obstacles: [Int: Int] = [:]
    for session in row.reasons.lazy.flatMap(\.sessions) { obstacles[session, default: 0] += 1 }
    for reason in row.reasons where reason.cause == .limit {
      held[reason.id, default: Held()].people += 1
      let isAlone = row.person.role == .participant && row.person.group.isEmpty
      if isAlone, reason.sessions.contains(where: { obstacles[$0] == 1 }) {
        held[reason.id]?.opensOne = true
      }
    }
  }

  private struct Pair: Hashable {
    var stream: Int
    var country: String
  }

  /// The rows added up by stream and country.
  var sums: [Sum] {
    let parts = Dictionary(grouping: rows) {
      Pair(stream: $0.person.stream, country: $0.person.country)
    }
    let sorted = parts.sorted {
      ($0.key.stream, $0.key.country) < ($1.key.stream, $1.key.country)
    }
    return sorted.map { pair, rows in
      Sum(
        stream: pair.stream, country: pair.country, people: rows.count,
        causes: UnplacedReason.Cause.allCases.compactMap { cause in
          let people = rows.count { $0.reasons.contains { $0.cause == cause } }
          return people > 0 ? (cause, people) : nil
        }.sorted { $0.people > $1.people })
    }
  }
}
