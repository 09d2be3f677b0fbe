import MobilityModel
import Planning
import RoundFiles

/// The table `reserves.csv`: who could take a seat of a session that came free, in order.
struct ReserveTable {
  let round: Round
  let review: PlanReview

  static let columns = [
    "session", "rank", "application", "participant", "name", "role", "organisation",
    "organisation_name", "country", "sector", "preference", "points", "group", "free",
    "instead_of",
  ]

  var table: Table { Table(columns: Self.columns, rows: review.reserves().flatMap(rows)) }

  /// A row for each application of a reserve, in the order of ids as they are shown.
  private func rows(_ reserve: Reserve) -> [[String]] {
    let holders = holders(reserve.seats)
    return reserve.options.map { row($0, reserve, holders) }.sorted {
      $0[2].unicodeScalars.lexicographicallyPrecedes($1[2].unicodeScalars)
    }
  }

  private func row(
    _ option: MobilityModel.Option, _ reserve: Reserve, _ holders: String
  ) -> [String] {
    let application = round.applications[Int(option.application)]
    let session = round.sessions[Int(option.session)]
    return [session.id, String(reserve.rank), application.id] + round.person(of: application) + [
      option.sector.code, round.rank(of: option).map(String.init) ?? "",
      decimal(application.points), application.group, reserve.isFree ? "yes" : "no", holders,
    ]
  }

  private func holders(_ seats: Reserve.Seats) -> String {
    seats.words { round.applications[Int($0)].id }.joined(separator: "|")
  }
}

extension Reserve.Seats {
  /// Whose seats, by the ids that are shown and in their order, since that of the round's own ids would
  /// tell something about them; those who leave together with a plus between them.
  func words(id: (Int32) -> String) -> [String] {
    func sorted(_ texts: [String]) -> [String] {
      texts.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
    switch self {
    case .any: return ["any"]
    case .of(let units): return sorted(units.map { sorted($0.map(id)).joined(separator: "+") })
    }
  }
}
