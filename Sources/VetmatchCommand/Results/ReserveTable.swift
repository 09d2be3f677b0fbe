import MobilityModel
import Planning
import RoundFiles

/// The table `reserves.csv`: who could take a seat of a session that came free, in order.
struct ReserveTable {
  let round: Round
  let review: PlanReview

  static let columns = [
    "session", "rank", "application", "participant", "name", "role", "organisation",
    "organisation_name", "country", "sector", "preference", "points", "free", "instead_of",
  ]

  var table: Table { Table(columns: Self.columns, rows: review.reserves().map(row)) }

  private func row(_ reserve: Reserve) -> [String] {
    let application = round.applications[Int(reserve.option.application)]
    let place = Int(reserve.option.session)
    let session = round.sessions[place]
    let rank = application.rank(ofSession: place, host: session.host)
    return [session.id, String(reserve.rank), application.id] + round.person(of: application) + [
      reserve.option.sector.code, rank.map(String.init) ?? "", decimal(application.points),
      reserve.isFree ? "yes" : "no", holders(reserve.seats),
    ]
  }

  /// Sorted as they are shown: the order of the round's own ids would tell something about them.
  private func holders(_ seats: Reserve.Seats) -> String {
    switch seats {
    case .any: "any"
    case .of(let applications):
      applications.map { round.applications[Int($0)].id }
        .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        .joined(separator: "|")
    }
  }
}
