/// Writes the tables of an INTERVET-like round.
struct IntervetRound {
  var shape: IntervetShape
  var seed: UInt64

  func write(to sink: inout some TableSink) {
    let sessions = IntervetSessions(seed: seed, copies: shape.copies).make()
    let (people, wishes) = IntervetPeople(seed: seed, shape: shape, sessions: sessions).make()
    writeSettings(to: &sink)
    writeOrganisations(to: &sink)
    sink.begin(
      table: "streams",
      columns: [
        "stream", "title", "kind", "min_days", "max_days", "weight", "learners_per_leader",
        "national_visa",
      ])
    for stream in MobilityStream.allCases { sink.add(row: stream.row) }
    writeSessions(sessions, to: &sink)
    sink.begin(table: "participants", columns: Person.columns)
    for person in people { sink.add(row: person.row) }
    sink.begin(table: "applications", columns: Wish.columns)
    for wish in wishes { sink.add(row: wish.row) }
    sink.begin(table: "limits", columns: IntervetLimits.columns)
    for row in IntervetLimits(seed: seed, shape: shape).rows() { sink.add(row: row) }
    writeRules(to: &sink)
    writeStays(people, to: &sink)
    writeRates(to: &sink)
  }

  private func writeSettings(to sink: inout some TableSink) {
    sink.begin(table: "settings", columns: ["setting", "value"])
    sink.add(row: ["name", "INTERVET Western Balkans"])
    sink.add(row: ["objective", "filled|targets|points|fit|travel|draw"])
    sink.add(row: ["short_stay_nationalities", "AL|BA|ME|MK|RS|XK"])
    sink.add(row: ["draw_seed", "intervet-\(seed)"])
  }

  private func writeOrganisations(to sink: inout some TableSink) {
    sink.begin(
      table: "organisations",
      columns: ["organisation", "name", "country", "city", "latitude", "longitude"])
    for hub in Hub.all {
      sink.add(
        row: [hub.id, hub.name, hub.country, hub.city.name, hub.city.latitude, hub.city.longitude])
    }
    var twins: [[String]] = []
    for country in Country.all.indices {
      for index in 0..<shape.schoolsPerCountry {
        let school = School(country: country, index: index, seed: seed)
        sink.add(
          row: [
            school.id, school.name, school.country.code, school.city.name, school.city.latitude,
            school.city.longitude,
          ])
        if let twin = school.twin { twins.append([school.id, twin.id]) }
      }
    }
    sink.begin(table: "twins", columns: ["organisation", "host"])
    for twin in twins { sink.add(row: twin) }
  }

  private func writeSessions(_ sessions: [MadeSession], to sink: inout some TableSink) {
    sink.begin(
      table: "sessions",
      columns: [
        "session", "stream", "host", "start", "end", "min_people", "max_people", "languages",
        "sectors", "min_age",
      ])
    for session in sessions {
      sink.add(
        row: [
          session.id, session.stream.rawValue, session.host.id, session.start.iso,
          session.end.iso, String(session.least), String(session.seats), session.languages,
          session.sectors.joined(separator: "|"), session.minAge.map(String.init) ?? "",
        ])
    }
  }

  private func writeRules(to sink: inout some TableSink) {
    sink.begin(
      table: "rules", columns: ["rule", "where", "who", "from", "until", "reason"])
    sink.add(
      row: [
        "kosovo-spain", "host_country=ES", "nationality=XK", "", "2023-12-31",
        "Spain did not accept passports issued by Kosovo before 1 January 2024",
      ])
    sink.add(
      row: [
        "lyon-closed", "host=sepr", "", "2022-07-25", "2022-08-21", "The centre is closed",
      ])
  }

  private func writeStays(_ people: [Person], to sink: inout some TableSink) {
    sink.begin(table: "stays", columns: ["participant", "country", "from", "until"])
    for person in people {
      guard let stay = person.stay else { continue }
      sink.add(row: [person.id, stay.country, stay.from.iso, stay.until.iso])
    }
  }

  private func writeRates(to sink: inout some TableSink) {
    sink.begin(
      table: "rates", columns: ["rate", "role", "host_country", "min_km", "max_km", "euros"])
    for (least, most, euros) in [
      (10, 99, 23), (100, 499, 180), (500, 1999, 275), (2000, 2999, 360),
    ] {
      sink.add(row: ["travel", "", "", String(least), String(most), String(euros)])
    }
    for (country, learner, staff) in [
      ("ES", 56, 104), ("FR", 56, 104), ("IT", 56, 104), ("MT", 104, 104), ("NL", 104, 104),
      ("PL", 48, 91), ("SI", 48, 91),
    ] {
      sink.add(row: ["daily", "participant", country, "", "", String(learner)])
      sink.add(row: ["daily", "leader", country, "", "", String(staff)])
    }
    sink.add(row: ["organisation", "participant", "", "", "", "350"])
  }
}
