import MobilityModel

/// `sessions.csv`: dated offers of hosts.
struct SessionsTable: KeyedTable {
  static let name = "sessions"
  static var index: WritableKeyPath<RoundIds, IdIndex> { \.sessions }
  static let isRequired = true

  let session, stream, host, start, end, minPeople, maxPeople, languages, sectors, minAge: Column

  var key: Column { session }

  init(_ header: inout Header) {
    session = header.required("session")
    stream = header.required("stream")
    host = header.required("host")
    start = header.required("start")
    end = header.required("end")
    minPeople = header.optional("min_people")
    maxPeople = header.optional("max_people")
    languages = header.optional("languages")
    sectors = header.optional("sectors")
    minAge = header.optional("min_age")
  }

  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> Session {
    var result = Session(
      id: id,
      stream: table.requiredReference(stream, to: ids.streams) ?? -1,
      host: table.requiredReference(host, to: ids.organisations) ?? -1,
      dates: table.stay(from: start, until: end) ?? .never)
    result.minPeople = table.whole(minPeople) ?? 0
    result.maxPeople = table.whole(maxPeople)
    result.languages = table.languages(languages)
    result.sectors = table.sectors(sectors)
    result.minAge = table.whole(minAge, in: 0...SizeLimits.age)
    table.checkOrder(result.minPeople, minPeople, result.maxPeople, maxPeople)
    return result
  }
}
