import MobilityModel
import Planning
import RoundFiles

/// The table `changes.csv`: what a new plan changes, for those whom it concerns.
struct ChangeTable {
  /// The round before anybody withdrew, as it is shown.
  let round: Round
  let difference: PlanDifference

  static let columns = [
    "change", "application", "participant", "name", "role", "organisation", "organisation_name",
    "country", "from_session", "from_host", "from_start", "from_end", "from_sector", "to_session",
    "to_host", "to_start", "to_end", "to_sector", "reason",
  ]

  var table: Table {
    Table(
      columns: Self.columns, rows: difference.changes.map(row),
      idColumns: Table.idColumnsOfRound.union(
        ["from_session", "to_session", "from_sector", "to_sector"]))
  }

  private func row(_ change: PlanDifference.Change) -> [String] {
    let application = round.applications[change.application]
    return [change.kind.rawValue, application.id] + round.person(of: application)
      + round.place(change.from) + round.place(change.to) + [change.reason]
  }
}

extension Round {
  /// Where a placement is, for a row: session, host, start, end and sector, empty for none.
  func place(_ option: MobilityModel.Option?) -> [String] {
    guard let option else { return ["", "", "", "", ""] }
    let session = sessions[Int(option.session)]
    let host = organisations[session.host]
    return [
      session.id, host.name.isEmpty ? host.id : host.name, session.dates.start.iso,
      session.dates.end.iso, option.sector.code,
    ]
  }
}
