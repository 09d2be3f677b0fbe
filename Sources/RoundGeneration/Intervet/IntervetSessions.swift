/// The 62 sessions of one INTERVET: 30 one-month, 8 three-month, 9 job shadowing, 6 summer
/// schools and 9 thematic teams, with exactly the seats that were planned.
struct IntervetSessions {
  var seed: UInt64
  var copies: Int

  func make() -> [MadeSession] {
    (0..<copies).flatMap { copy in
      oneMonth(copy) + threeMonth(copy) + jobShadowing(copy) + summerSchools(copy)
        + thematicTeams(copy)
    }
  }

  private static let departures = [
    Date(2021, 10, 4), Date(2022, 2, 14), Date(2022, 6, 6), Date(2022, 6, 27), Date(2022, 9, 26),
    Date(2022, 10, 17),
  ]

  private func oneMonth(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "one-month sessions", copy)
    let seats = random.shuffled(
      Array(repeating: 12, count: 14) + Array(repeating: 10, count: 5)
        + Array(repeating: 14, count: 5) + [16, 16, 16, 8, 8, 8])
    var made: [MadeSession] = []
    for departure in Self.departures.indices {
      for host in Hub.forLearners {
        let number = made.count
        let shift = 7 * random.below(2) + 5 * copy
        made.append(
          MadeSession(
            id: name("m1", host, departure, copy), stream: .oneMonth, host: host,
            start: Self.departures[departure] + shift, days: random.pick([28, 29, 30, 31]),
            seats: seats[number], least: seats[number] < 14 ? 6 : 8,
            languages: host.learnerLanguages, sectors: offer(of: host, 7, &random),
            minAge: 16))
      }
    }
    return made
  }

  private func threeMonth(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "three-month sessions", copy)
    let hosts = Hub.forLearners + [.seville, .wroclaw, .bologna]
    return hosts.enumerated().map { number, host in
      let start = number < 5 ? Date(2022, 5, 16) : Date(2022, 9, 5)
      return MadeSession(
        id: name("m3", host, number < 5 ? 0 : 1, copy), stream: .threeMonth, host: host,
        start: start + (7 * random.below(3) + 5 * copy), days: random.number(in: 90...92), seats: 7,
        least: 3, languages: host.learnerLanguages, sectors: offer(of: host, 6, &random),
        minAge: 18)
    }
  }

  private func jobShadowing(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "job-shadowing sessions", copy)
    return Hub.forJobShadowing.flatMap { host in
      [Date(2022, 3, 21), Date(2022, 5, 9), Date(2022, 9, 26)].enumerated().map { number, start in
        MadeSession(
          id: name("js", host, number, copy), stream: .jobShadowing, host: host,
          start: start + (7 * random.below(2) + 7 * copy), days: 5, seats: 6, least: 3,
          languages: host.staffLanguages, sectors: offer(of: host, 6, &random))
      }
    }
  }

  private func summerSchools(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "summer-school sessions", copy)
    return Hub.forSummerSchools.flatMap { host in
      [Date(2022, 7, 4), Date(2022, 8, 22)].enumerated().map { number, start in
        MadeSession(
          id: name("ss", host, number, copy), stream: .summerSchool, host: host,
          start: start + (7 * random.below(2) + 7 * copy), days: 6, seats: 6, least: 4,
          languages: "en:B1|" + host.staffLanguages, sectors: [])
      }
    }
  }

  private func thematicTeams(_ copy: Int) -> [MadeSession] {
    var random = Randomness(seed: seed, "thematic-team sessions", copy)
    return Hub.forJobShadowing.flatMap { host in
      [Date(2022, 3, 28), Date(2022, 10, 3), Date(2023, 3, 13)].enumerated().map { number, start in
        MadeSession(
          id: name("tt", host, number, copy), stream: .thematicTeam, host: host,
          start: start + (7 * random.below(3) + 7 * copy), days: 4, seats: 8, least: 5,
          languages: "en:B1|" + host.staffLanguages, sectors: [])
      }
    }
  }

  private func name(_ prefix: String, _ host: Hub, _ number: Int, _ copy: Int) -> String {
    let suffix = copies > 1 ? String(["a", "b", "c", "d"][copy % 4]) + "\(copy / 4)" : ""
    return "\(prefix)-\(host.id)-\(number + 1)\(suffix)"
  }

  private func offer(of host: Hub, _ count: Int, _ random: inout Randomness) -> [String] {
    random.shuffled(host.sectors).prefix(count).sorted()
  }
}
