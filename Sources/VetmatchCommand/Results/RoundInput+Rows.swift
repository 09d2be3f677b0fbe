import MobilityModel
import Planning
import RoundFiles

extension RoundInput {
  /// The rows of the tables that a hard rule comes from.
  ///
  /// Where people are shown by pseudonyms, rows that are about people are left out: the place of a
  /// row in a table would tell who is meant.
  func rows(of rule: HardRule, _ places: RowPlaces) -> [RowPlaces.Place] {
    switch rule {
    case .lock(let application): return locks(of: application, places) { $0.effect == .lock }
    case .forbid(let application, let target):
      return locks(of: application, places) { $0.effect == .forbid && $0.target == target }
    case .group(let first):
      let group = round.applications[first]
      return rows(places) { $0.stream == group.stream && $0.group == group.group }
    case .person(let participant): return rows(places) { $0.participant == participant }
    case .rule(let rule): return row(round.rules[rule].id, .rules, places)
    case .limit(let limit): return row(round.limits[limit].id, .limits, places)
    case .minimum(let session), .maximum(let session):
      return row(round.sessions[session].id, .sessions, places)
    case .leaders(let session):
      let stream = round.streams[round.sessions[session].stream]
      return row(stream.id, .streams, places) + row(round.sessions[session].id, .sessions, places)
    case .changes: return []
    }
  }

  private func locks(
    of application: Int, _ places: RowPlaces, where isMeant: (Lock) -> Bool
  ) -> [RowPlaces.Place] {
    names == nil ? places.locks(of: round.applications[application].id, where: isMeant) : []
  }

  /// The rows of the applications that pass a test.
  private func rows(
    _ places: RowPlaces, where isMeant: (Application) -> Bool
  ) -> [RowPlaces.Place] {
    guard names == nil else { return [] }
    return round.applications.filter(isMeant)
      .flatMap { row($0.id, .applications, places) }.sorted { $0.row < $1.row }
  }

  private func row(
    _ id: String, _ table: RowPlaces.KeyedTable, _ places: RowPlaces
  ) -> [RowPlaces.Place] {
    places.row(of: id, in: table).map { [$0] } ?? []
  }
}
