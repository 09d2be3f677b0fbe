/// Writes the tables of an INTERVET-like round.
struct IntervetRound {
  var shape: IntervetShape
  var seed: UInt64

  func write(to sink: inout some TableSink) {
    let sessions = IntervetSessions(seed: seed, copies: shape.copies, era: shape.era).make()
    let senders = SenderPool(
      schoolsPerCountry: shape.schoolsPerCountry, twins: Hub.ofIntervet.map(\.id), seed: seed)
    let crowd = IntervetPeople(seed: seed, shape: shape, sessions: sessions, senders: senders)
    let stays = crowd.people.compactMap { person in
      person.stay.map { [person.id, $0.country, $0.from.iso, $0.until.iso] }
    }
    let limits = IntervetLimits(seed: seed, copies: shape.copies).make() + shape.era.limits
    sink.add("settings", TableColumns.settings, settings)
    sink.add("organisations", TableColumns.organisations, organisations(senders))
    sink.add("streams", TableColumns.streams, streams)
    sink.add("sessions", TableColumns.sessions, sessions.map(\.row))
    sink.add("participants", TableColumns.participants, crowd.people.map(\.row))
    sink.add("applications", TableColumns.applications, crowd.wishes.map(\.row))
    sink.add("limits", TableColumns.limits, limits.map(\.cells))
    sink.add("rules", TableColumns.rules, shape.era.rules)
    sink.add("locks", TableColumns.locks, crowd.locks)
    sink.add("stays", TableColumns.stays, stays)
    sink.add("twins", TableColumns.twins, senders.twins)
    sink.add("rates", TableColumns.rates, RateTable.rows)
  }

  private var settings: [[String]] {
    [
      ["name", shape.era.title],
      ["objective", "filled|targets|points|fit|travel|draw"],
      ["short_stay_nationalities", "AL|BA|ME|MK|RS|XK"],
      ["draw_seed", "\(shape.era.key)-\(seed)"],
    ]
  }

  private var streams: [[String]] {
    MobilityStream.allCases.map { $0.row(visa: shape.era.hasNationalVisa) }
  }

  private func organisations(_ senders: SenderPool) -> [[String]] {
    Hub.ofIntervet.map(\.row) + [Sender.efvetRow] + Sender.partners.map(\.row)
      + senders.all.map(\.row)
  }
}

extension TableSink {
  /// Adds a whole table; one without rows is left out.
  mutating func add(_ name: String, _ columns: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    begin(table: name, columns: columns)
    for row in rows { add(row: row) }
  }
}
