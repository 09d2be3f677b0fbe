/// A large programme whose sessions grow with its people: five sessions a host, four hosts for a
/// thousand people.
///
/// Everybody names a few hosts and is offered nothing else (`only_listed`), so that the number of
/// options of one person does not grow with the round. People are made row by row and not kept.
struct ScaledRound {
  let seed: UInt64
  let people: Int
  let hosts: [Hub]
  let sessions: [MadeSession]
  let senders: SenderPool
  let population: Population
  /// For each host, a bit for each narrow field in which it takes people.
  let narrowFields: [UInt64]

  init(people: Int, seed: UInt64) {
    self.people = min(1_000_000, max(1_000, people))
    self.seed = seed
    hosts = (0..<(self.people / 250)).map { Self.host($0, seed: seed) }
    sessions = hosts.enumerated().flatMap { Self.sessions(of: $1, $0, seed: seed) }
    // Twins are drawn among the first hosts, which are also the best known.
    let known = hosts.prefix(200).map(\.id)
    senders = SenderPool(schoolsPerCountry: max(6, self.people / 600), twins: known, seed: seed)
    narrowFields = hosts.map { Self.narrow($0.fields) }
    population = Population(seed: seed, opening: CalendarDay(2023, 2, 6))
  }

  func write(to sink: inout some TableSink) {
    sink.add("settings", TableColumns.settings, settings)
    sink.add(
      "organisations", TableColumns.organisations, hosts.map(\.row) + senders.all.map(\.row))
    let streams: [MobilityStream] = [.oneMonth, .threeMonth, .jobShadowing]
    sink.add("streams", TableColumns.streams, streams.map { $0.row(visa: true) })
    sink.add("sessions", TableColumns.sessions, sessions.map(\.row))
    writePeople(to: &sink)
    sink.add("limits", TableColumns.limits, limits.map(\.cells))
    sink.add(
      "rules", TableColumns.rules,
      [
        [
          "kosovo-spain", "host_country=ES", "nationality=XK", "", "2023-12-31",
          "Spain did not accept passports issued by Kosovo before 1 January 2024",
        ]
      ])
    sink.add("twins", TableColumns.twins, senders.twins)
    sink.add("rates", TableColumns.rates, RateTable.rows)
  }

  private func writePeople(to sink: inout some TableSink) {
    sink.begin(table: "participants", columns: TableColumns.participants)
    forEachDeparture { departure in
      for person in self.members(of: departure) { sink.add(row: person.row) }
    }
    sink.begin(table: "applications", columns: TableColumns.applications)
    forEachDeparture { departure in
      for wish in self.wishes(of: departure) { sink.add(row: wish.row) }
    }
    sink.begin(table: "stays", columns: TableColumns.stays)
    forEachDeparture { departure in
      for row in self.stays(of: departure) { sink.add(row: row) }
    }
  }

  private var settings: [[String]] {
    [
      ["name", "A programme of \(people) people"],
      ["objective", "filled|targets|points|fit|travel|draw"],
      ["preference_scores", "100|90|80|70|60|50|40|30|20|10"],
      ["only_listed", "yes"],
      ["short_stay_nationalities", "AL|BA|ME|MK|RS|XK"],
      ["draw_seed", "scaled-\(people)-\(seed)"],
    ]
  }

  private var limits: [LimitRow] {
    let byCountry: [(MobilityStream, Int)] = [
      (.oneMonth, 408), (.threeMonth, 32), (.jobShadowing, 84),
    ]
    let targets = byCountry.map { stream, seatsPerThousand in
      let fair = people * seatsPerThousand / 6_000
      return LimitRow(
        id: "target-\(stream.rawValue)", place: "stream=\(stream.rawValue)",
        who: "role=participant", each: "country", min: fair * 9 / 10, max: fair * 23 / 20,
        kind: "soft", reason: "Each of the six countries gets about a sixth of the places")
    }
    let shared = [
      LimitRow(
        id: "school-one-month", place: "stream=one-month", who: "role=participant",
        each: "organisation", max: 55, reason: "No school takes more than 55 places"),
      LimitRow(
        id: "school-host-week", place: "stream=job-shadowing", each: "session+organisation",
        max: 1, reason: "One colleague of a school in a host's week"),
      LimitRow(
        id: "company-places", place: "stream=one-month|three-month", who: "role=participant",
        each: "host+sector", measure: "at_once", max: 9,
        reason: "Places in companies of one field"),
    ]
    let beds = hosts.map { host in
      LimitRow(
        id: "beds-\(host.id)", place: "host=\(host.id)&stream=one-month|three-month",
        measure: "at_once", max: host.beds, reason: "Beds, leaders included")
    }
    return targets + shared + beds
  }
}
