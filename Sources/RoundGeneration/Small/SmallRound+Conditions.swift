extension SmallRound {
  func writeRules(to sink: inout some TableSink) {
    var random = draw("rules")
    sink.begin(table: "rules", columns: ["rule", "where", "who", "from", "until", "reason"])
    for number in 0..<random.pick([0, 0, 1, 2]) {
      let from = random.chance(60) ? Date(2022, 1, 1) + random.below(90) : nil
      let until = random.chance(60) ? Date(2022, 4, 15) + random.below(120) : nil
      sink.add(
        row: [
          "r\(number + 1)", place(&random), who(&random), from?.iso ?? "", until?.iso ?? "",
          "Made for tests",
        ])
    }
  }

  func writeLocks(to sink: inout some TableSink) {
    var random = draw("locks")
    sink.begin(table: "locks", columns: ["application", "effect", "session", "reason", "author"])
    for _ in 0..<random.pick([0, 0, 1, 2, 3]) {
      let wish = random.pick(wishes)
      let target: String
      switch random.below(4) {
      case 0: target = ""
      case 1: target = random.pick(hosts).id
      default: target = random.pick(sessions.filter { $0.stream == wish.stream }).id
      }
      let isLock = wish.group.isEmpty && !wish.isLeader && random.chance(40)
      sink.add(row: [wish.id, isLock ? "lock" : "forbid", target, "Made for tests", "planner"])
    }
  }

  func writeHistory(to sink: inout some TableSink) {
    var random = draw("history")
    sink.begin(table: "stays", columns: ["participant", "country", "from", "until"])
    for person in people where random.chance(12) {
      let from = Date(2021, 9, 1) + random.below(200)
      let days = random.number(in: 1...88)
      sink.add(
        row: [
          person.id, random.pick(["IT", "DE", "HR", "GB", "SI"]), from.iso,
          (from + (days - 1)).iso,
        ])
    }
    sink.begin(table: "twins", columns: ["organisation", "host"])
    if random.chance(50) {
      for school in schools where random.chance(30) {
        sink.add(row: [school.id, random.pick(hosts).id])
      }
    }
    guard random.chance(45) else { return }
    sink.begin(table: "placements", columns: ["application", "session", "sector"])
    for wish in wishes where random.chance(50) {
      let session = random.pick(sessions.filter { $0.stream == wish.stream })
      let sector = wish.isLeader || session.sectors.isEmpty ? "" : random.pick(session.sectors)
      sink.add(row: [wish.id, session.id, sector])
    }
  }

  func writeRates(to sink: inout some TableSink) {
    var random = draw("rates")
    sink.begin(
      table: "rates", columns: ["rate", "role", "host_country", "min_km", "max_km", "euros"])
    sink.add(row: ["travel", "", "", "", "99", "23"])
    sink.add(row: ["travel", "", "", "100", "499", "180"])
    sink.add(row: ["travel", "", "", "500", "1999", "275"])
    sink.add(row: ["daily", "leader", "", "", "", String(random.number(in: 90...120))])
    sink.add(row: ["daily", "", random.pick(hosts).country, "", "", "58"])
    if random.chance(70) { sink.add(row: ["daily", "", "", "", "", "45"]) }
    if random.chance(70) { sink.add(row: ["organisation", "participant", "", "", "", "350"]) }
  }
}
