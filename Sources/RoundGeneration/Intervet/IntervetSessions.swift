/// The 62 sessions of one INTERVET: 30 one-month, 8 three-month, 9 job shadowing, 6 summer
/// schools and 9 thematic teams, with exactly the seats that were planned.
struct IntervetSessions {
  var seed: UInt64
  var copies: Int
  var era = IntervetEra.project

  /// Every session, copy after copy.
  func make() -> [MadeSession] {
    (0..<copies).flatMap { copy in
      oneMonth(copy) + threeMonth(copy) + jobShadowing(copy) + summerSchools(copy)
        + thematicTeams(copy)
    }
  }

  /// Seats of the 30 one-month sessions: 360 in all, some of them with two leaders.
  private static let seats =
    Array(repeating: 12, count: 14) + Array(repeating: 10, count: 5)
    + Array(repeating: 14, count: 5) + [16, 16, 16, 8, 8, 8]

  private static let departures = [
    CalendarDay(2021, 10, 4), CalendarDay(2022, 2, 14), CalendarDay(2022, 6, 6),
    CalendarDay(2022, 6, 27), CalendarDay(2022, 9, 26), CalendarDay(2022, 10, 17),
  ]

  private func oneMonth(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "one-month sessions", copy)
    let seats = random.shuffled(Self.seats)
    var made: [MadeSession] = []
    for (departure, date) in Self.departures.enumerated() {
      for host in Hub.forLearners {
        let places = seats[made.count]
        made.append(
          MadeSession(
            id: id(.oneMonth, host, departure, copy), stream: .oneMonth, host: host.id,
            start: date + (7 * random.below(2) + shift(copy)),
            days: random.number(in: 28...31), seats: places, least: places < 14 ? 6 : 8,
            languages: host.learnerLanguages, fields: host.offer(7, &random), minAge: 16))
      }
    }
    return made
  }

  private func threeMonth(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "three-month sessions", copy)
    let hosts = Hub.forLearners + [.seville, .wroclaw, .bologna]
    return hosts.enumerated().map { number, host in
      let isFirst = number < Hub.forLearners.count
      let date = isFirst ? CalendarDay(2022, 5, 16) : CalendarDay(2022, 9, 5)
      return MadeSession(
        id: id(.threeMonth, host, isFirst ? 0 : 1, copy), stream: .threeMonth, host: host.id,
        start: date + (7 * random.below(3) + shift(copy)),
        days: random.number(in: era.threeMonthDays),
        seats: 7, least: 3, languages: host.learnerLanguages, fields: host.offer(7, &random),
        minAge: 17)
    }
  }

  private func jobShadowing(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "job-shadowing sessions", copy)
    let dates = [CalendarDay(2022, 3, 21), CalendarDay(2022, 5, 9), CalendarDay(2022, 9, 26)]
    return staff(.jobShadowing, dates, copy, &random) { session, host, random in
      (session.days, session.seats, session.least) = (5, 6, 3)
      session.fields = host.offer(7, &random)
    }
  }

  private func summerSchools(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "summer-school sessions", copy)
    let dates = [CalendarDay(2022, 7, 4), CalendarDay(2022, 8, 22)]
    return staff(.summerSchool, dates, copy, &random) { session, host, _ in
      (session.days, session.seats, session.least) = (6, 6, 4)
      session.languages = host.staffLanguages.replacing("en:B2", with: "en:B1")
    }
  }

  private func thematicTeams(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "thematic-team sessions", copy)
    let dates = [CalendarDay(2022, 3, 28), CalendarDay(2022, 10, 3), CalendarDay(2023, 3, 13)]
    return staff(.thematicTeam, dates, copy, &random) { session, host, _ in
      (session.days, session.seats, session.least) = (4, 8, 5)
      session.languages = host.staffLanguages.replacing("en:B2", with: "en:B1")
    }
  }

  private func staff(
    _ stream: MobilityStream, _ dates: [CalendarDay], _ copy: Int, _ random: inout Randomness,
    finish: (inout MadeSession, Hub, inout Randomness) -> Void
  ) -> [MadeSession] {
    var made: [MadeSession] = []
    for host in Hub.hosts(of: stream) {
      for (number, date) in dates.enumerated() {
        var session = MadeSession(
          id: id(stream, host, number, copy), stream: stream, host: host.id,
          start: date + (7 * random.below(3) + shift(copy)), days: 5, seats: 0, least: 0,
          languages: host.staffLanguages)
        finish(&session, host, &random)
        made.append(session)
      }
    }
    return made
  }

  /// Days by which the sessions of a copy are later than those of the project's first.
  private func shift(_ copy: Int) -> Int { era.daysLater + 7 * (copy % 5) }

  private func id(_ stream: MobilityStream, _ host: Hub, _ number: Int, _ copy: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let suffix = copies > 1 ? String(letters[copy % letters.count]) : ""
    return "\(stream.short)-\(host.id)-\(number + 1)\(suffix)"
  }
}
