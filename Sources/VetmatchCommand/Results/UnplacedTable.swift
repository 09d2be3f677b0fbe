import MobilityModel
import Planning
import RoundFiles

/// The table `unplaced.csv`: who has no placement and why, in the order of applications.
struct UnplacedTable {
  let round: Round
  let review: PlanReview

  static let columns = [
    "application", "participant", "name", "role", "organisation", "organisation_name", "country",
    "stream", "points", "group", "causes", "reasons",
  ]

  var table: Table { Table(columns: Self.columns, rows: review.unplaced.map(row)) }

  private func row(_ index: Int) -> [String] {
    let application = round.applications[index]
    let reasons = review.reasons(application: index)
    return [application.id] + round.person(of: application) + [
      round.streams[application.stream].id, decimal(application.points), application.group,
      reasons.map(\.code).joined(separator: "|"),
      reasons.map(\.words).joined(separator: " | "),
    ]
  }
}

extension UnplacedReason {
  /// The reason for a program, with the number of sessions: `limit:beds-seville=3`.
  fileprivate var code: String {
    "\(cause.rawValue)\(id.isEmpty ? "" : ":" + id)=\(sessions.count)"
  }
}
