extension SmallRound {
  func writeSettings(to sink: inout some TableSink) {
    var random = draw("settings")
    sink.begin(table: "settings", columns: TableColumns.settings)
    sink.add(row: ["name", "Random round \(seed)"])
    let objective = random.pick([
      "filled|targets|points|fit|travel|draw", "filled|targets|points|fit|travel|draw",
      "filled|points|fit|draw", "targets|filled|fit|euros|draw", "fit|filled|travel|draw",
      "filled|changes|fit|travel|draw", "points|euros|draw", "changes|filled|targets|euros|draw",
      "filled|fit|changes|travel|euros|draw",
    ])
    sink.add(row: ["objective", objective])
    sink.add(row: ["draw_seed", "seed-\(seed)"])
    if random.chance(30) { sink.add(row: ["preference_scores", "50|30|10"]) }
    if random.chance(8) { sink.add(row: ["only_listed", "yes"]) }
    if random.chance(25) { sink.add(row: ["sector_scores", "90|40|15"]) }
    if random.chance(60) {
      sink.add(row: [
        "min_sector_match", random.pick(["exact", "narrow", "broad", "broad", "broad"]),
      ])
    }
    if random.chance(20) { sink.add(row: ["language_step_score", "25"]) }
    if random.chance(20) { sink.add(row: ["twin_score", "35"]) }
    if random.chance(50) { sink.add(row: ["short_stay_nationalities", "AL|BA|ME|MK|RS|XK"]) }
  }

  func writePlaces(to sink: inout some TableSink) {
    var random = draw("coordinates")
    let withoutCoordinates = random.chance(15) ? random.below(schools.count) : -1
    sink.begin(table: "organisations", columns: TableColumns.organisations)
    for host in hosts {
      sink.add(
        row: [
          host.id, "Host in " + host.city.name, host.country, host.city.name, host.city.latitude,
          host.city.longitude,
        ])
    }
    for (index, school) in schools.enumerated() {
      let isKnown = index != withoutCoordinates
      sink.add(
        row: [
          school.id, "School in " + school.city.name, school.country, school.city.name,
          isKnown ? school.city.latitude : "", isKnown ? school.city.longitude : "",
        ])
    }
    sink.begin(table: "streams", columns: TableColumns.streams)
    for (index, stream) in streams.enumerated() {
      sink.add(
        row: [
          stream.id, stream.id, index < 2 ? "learner" : "staff", "", "", String(stream.weight),
          String(stream.learnersPerLeader), stream.hasNationalVisa ? "yes" : "no",
        ])
    }
  }

  func writeSessions(to sink: inout some TableSink) {
    sink.begin(table: "sessions", columns: TableColumns.sessions)
    for session in sessions {
      sink.add(
        row: [
          session.id, streams[session.stream].id, hosts[session.host].id, session.start.iso,
          session.end.iso, session.least.map(String.init) ?? "",
          session.seats.map(String.init) ?? "", session.languages,
          session.fields.joined(separator: "|"), session.minAge.map(String.init) ?? "",
        ])
    }
  }

  func writePeople(to sink: inout some TableSink) {
    sink.begin(table: "participants", columns: TableColumns.participants)
    for person in people {
      sink.add(
        row: [
          person.id, person.name, schools[person.school].id, person.birth?.iso ?? "",
          person.nationality, person.languages.joined(separator: "|"),
          person.fields.joined(separator: "|"), person.isFemale ? "f" : "m",
          person.isFirstTime ? "yes" : "no",
          person.schoolYear,
        ])
    }
    sink.begin(table: "applications", columns: TableColumns.applications)
    for wish in wishes {
      sink.add(
        row: [
          wish.id, people[wish.person].id, streams[wish.stream].id,
          wish.isLeader ? "leader" : "participant", wish.window.from?.iso ?? "",
          wish.window.until?.iso ?? "",
          wish.preferences.joined(separator: "|"),
          "\(wish.points / 100).\((wish.points % 100).padded(2))", wish.group,
        ])
    }
  }
}
