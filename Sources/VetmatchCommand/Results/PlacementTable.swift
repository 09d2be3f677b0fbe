import MobilityModel
import Planning
import RoundFiles

/// The table `placements.csv`: who goes where, in the order of applications.
struct PlacementTable {
  let round: Round

  static let columns = [
    "application", "session", "sector", "participant", "name", "role", "organisation",
    "organisation_name", "country", "stream", "host", "host_name", "city", "host_country", "start",
    "end", "preference", "points", "group", "lock", "lock_reason", "lock_author",
  ]

  func table(of plan: Plan) -> Table {
    let locks = Dictionary(
      grouping: round.locks.filter { $0.effect == .lock }, by: \.application)
    return Table(
      columns: Self.columns,
      rows: plan.placements.map { row($0) + cells(locks[Int($0.application)] ?? []) })
  }

  /// What locks an application, each different cell once.
  private func cells(_ locks: [Lock]) -> [String] {
    [
      locks.map { $0.target == .anywhere ? "any" : $0.target.code(in: round) }, locks.map(\.reason),
      locks.map(\.author),
    ].map { cells in
      var seen: Set<String> = []
      return cells.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "|")
    }
  }

  private func row(_ placement: MobilityModel.Option) -> [String] {
    let application = round.applications[Int(placement.application)]
    let session = round.sessions[Int(placement.session)]
    let host = round.organisations[session.host]
    let rank = application.rank(ofSession: Int(placement.session), host: session.host)
    return [application.id, session.id, placement.sector.code]
      + round.person(of: application)
      + [
        round.streams[application.stream].id, host.id, host.name, host.city, host.country,
        session.dates.start.iso, session.dates.end.iso, rank.map(String.init) ?? "",
        decimal(application.points), application.group,
      ]
  }
}

extension Round {
  /// Who applies, for a row: participant, name, role, organisation with name and country.
  func person(of application: Application) -> [String] {
    let participant = participants[application.participant]
    let organisation = organisations[participant.organisation]
    return [
      participant.id, participant.name, application.role.rawValue, organisation.id,
      organisation.name, organisation.country,
    ]
  }
}

/// Hundredths as a decimal number for a file: `84.5`, `70`.
func decimal(_ hundredths: Int) -> String {
  let sign = hundredths < 0 ? "-" : ""
  let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  switch rest {
  case 0: return "\(sign)\(whole)"
  case let rest where rest % 10 == 0: return "\(sign)\(whole).\(rest / 10)"
  case let rest: return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
