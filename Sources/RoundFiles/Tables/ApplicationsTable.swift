import MobilityModel

/// `applications.csv`: who wishes to take part in which stream.
struct ApplicationsTable: KeyedTable {
  static let name = "applications"
  static var index: WritableKeyPath<RoundIds, IdIndex> { \.applications }
  static let isRequired = true

  let application, participant, stream, role, availableFrom, availableUntil: Column
  let preferences, points, group: Column

  var key: Column { application }

  init(_ header: inout Header) {
    application = header.required("application")
    participant = header.required("participant")
    stream = header.required("stream")
    role = header.optional("role")
    availableFrom = header.optional("available_from")
    availableUntil = header.optional("available_until")
    preferences = header.optional("preferences")
    points = header.optional("points")
    group = header.optional("group")
  }

  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> Application {
    var result = Application(
      id: id,
      participant: table.requiredReference(participant, to: ids.participants) ?? -1,
      stream: table.requiredReference(stream, to: ids.streams) ?? -1)
    if case .bytes = table.cell(role) {
      // Where the word is wrong, a leader stands in: nothing more is asked of one.
      result.role = table.choice(role) ?? .leader
    }
    (result.availableFrom, result.availableUntil) = table.window(availableFrom, availableUntil)
    result.preferences = table.list(preferences, areSame: ==) { preference($0, table, ids) }
    result.points = table.hundredths(points) ?? 0
    result.group = table.label(group)
    return result
  }

  private func preference(
    _ range: Range<Int>, _ table: borrowing TableReader, _ ids: RoundIds
  ) -> Application.Preference? {
    switch table.destination(range, preferences, ids) {
    case .session(let session): .session(session)
    case .host(let host): .host(host)
    case .ambiguous, nil: nil
    }
  }
}
