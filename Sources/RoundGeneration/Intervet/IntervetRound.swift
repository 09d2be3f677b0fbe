/// Writes the tables of an INTERVET-like round.
struct IntervetRound {
  var shape: IntervetShape
  var seed: UInt64

  func write(to sink: inout some TableSink) {
    let sessions = IntervetSessions(seed: seed, copies: shape.copies).make()
    let senders = SenderPool(
      schoolsPerCountry: shape.schoolsPerCountry, twins: Hub.ofIntervet.map(\.id), seed: seed)
    let crowd = IntervetPeople(seed: seed, shape: shape, sessions: sessions, senders: senders)
    let stays = crowd.people.compactMap { person in
      person.stay.map { [person.id, $0.country, $0.from.iso, $0.until.iso] }
    }
    let limits = IntervetLimits(seed: seed, copies: shape.copies).make()
    sink.add("settings", TableColumns.settings, settings)
    sink.add("organisations", TableColumns.organisations, organisations(senders))
    sink.add("streams", TableColumns.streams, MobilityStream.allCases.map(\.row))
    sink.add("sessions", TableColumns.sessions, sessions.map(\.row))
    sink.add("participants", TableColumns.participants, crowd.people.map(\.row))
    sink.add("applications", TableColumns.applications, crowd.wishes.map(\.row))
    sink.add("limits", TableColumns.limits, limits.map(\.cells))
    sink.add("rules", TableColumns.rules, Self.rules)
    sink.add("locks", TableColumns.locks, crowd.locks)
    sink.add("stays", TableColumns.stays, stays)
    sink.add("twins", TableColumns.twins, senders.twins)
    sink.add("rates", TableColumns.rates, RateTable.rows)
  }

  private var settings: [[String]] {
    [
      ["name", "INTERVET Western Balkans"],
      ["objective", "filled|targets|points|fit|travel|draw"],
      ["short_stay_nationalities", "AL|BA|ME|MK|RS|XK"],
      ["draw_seed", "intervet-\(seed)"],
    ]
  }

  private func organisations(_ senders: SenderPool) -> [[String]] {
    Hub.ofIntervet.map(\.row) + [Sender.efvetRow] + Sender.partners.map(\.row)
      + senders.all.map(\.row)
  }

  private static let rules = [
    [
      "kosovo-spain", "host_country=ES", "nationality=XK", "", "2023-12-31",
      "Spain did not accept passports issued by Kosovo before 1 January 2024",
    ],
    [
      "lyon-august", "host=sepr&sector=0212|1012", "role=participant", "2022-08-01",
      "2022-08-21", "Companies of these fields in Lyon are closed",
    ],
    [
      "second-year", "stream=three-month", "school_year=2", "", "",
      "Three months are for those in their last years and for graduates",
    ],
  ]
}

extension TableSink {
  /// Adds a whole table; one without rows is left out.
  mutating func add(_ name: String, _ columns: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    begin(table: name, columns: columns)
    for row in rows { add(row: row) }
  }
}
