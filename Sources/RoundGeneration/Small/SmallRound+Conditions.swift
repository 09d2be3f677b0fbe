extension SmallRound {
  func writeRules(to sink: inout some TableSink) {
    var random = draw("rules")
    var rows: [[String]] = []
    for number in 0..<max(0, random.number(in: -1...shape.rules)) {
      let from = random.chance(60) ? CalendarDay(2022, 1, 1) + random.below(90) : nil
      let until = random.chance(60) ? CalendarDay(2022, 4, 15) + random.below(120) : nil
      rows.append([
        "r\(number + 1)", place(&random), who(&random), from?.iso ?? "", until?.iso ?? "",
        "Made to refuse some",
      ])
    }
    sink.add("rules", TableColumns.rules, rows)
  }

  func writeLocks(to sink: inout some TableSink) {
    var random = draw("locks")
    var rows: [[String]] = []
    for _ in 0..<max(0, random.number(in: -2...shape.rules + 1)) {
      let wish = random.pick(wishes)
      let fitting = sessions.filter { seemsPossible(wish, $0) }
      let isLock = wish.group.isEmpty && !fitting.isEmpty && random.chance(40)
      let session = random.pick(isLock ? fitting : sessions.filter { $0.stream == wish.stream })
      let target = random.pick([session.id, session.id, hosts[session.host].id, ""])
      rows.append([wish.id, isLock ? "lock" : "forbid", target, "Decided before", "planner"])
    }
    sink.add("locks", TableColumns.locks, rows)
  }

  func writeHistory(to sink: inout some TableSink) {
    var random = draw("history")
    var stays: [[String]] = []
    for person in people where random.chance(12) {
      let from = CalendarDay(2021, 9, 1) + random.below(200)
      let until = from + random.below(88)
      let country = random.pick(["IT", "DE", "HR", "GB", "SI"])
      stays.append([person.id, country, from.iso, until.iso])
    }
    sink.add("stays", TableColumns.stays, stays)
    var twins: [[String]] = []
    if random.chance(50) {
      for school in schools where random.chance(30) {
        twins.append([school.id, random.pick(hosts).id])
      }
    }
    sink.add("twins", TableColumns.twins, twins)
  }

  /// A published plan for about a half of the applications, most of it possible still.
  func writePublished(to sink: inout some TableSink) {
    var random = draw("published")
    guard random.chance(45) else { return }
    var rows: [[String]] = []
    for wish in wishes where random.chance(50) {
      let fitting = sessions.filter { seemsPossible(wish, $0) }
      let sameStream = sessions.filter { $0.stream == wish.stream }
      let session = random.pick(fitting.isEmpty || random.chance(10) ? sameStream : fitting)
      let isWithoutField = wish.isLeader || session.fields.isEmpty
      rows.append([wish.id, session.id, isWithoutField ? "" : random.pick(session.fields)])
    }
    sink.add("placements", TableColumns.placements, rows)
  }

  /// Whether stream, dates, language and sector would allow it; less strict than the format.
  private func seemsPossible(_ wish: SmallWish, _ session: SmallSession) -> Bool {
    guard wish.stream == session.stream else { return false }
    if let from = wish.window.from, session.start < from { return false }
    if let until = wish.window.until, until < session.end { return false }
    let person = people[wish.person]
    let speaks = person.languages.contains { $0 == "en:B2" || $0 == "en:C1" }
    guard session.languages.isEmpty || speaks else { return false }
    return wish.isLeader || session.fields.isEmpty
      || !Set(session.fields).isDisjoint(with: person.fields)
  }

  func writeRates(to sink: inout some TableSink) {
    var random = draw("rates")
    var rows = [
      ["travel", "", "", "", "99", "23"], ["travel", "", "", "100", "499", "180"],
      ["travel", "", "", "500", "1999", "275"],
      ["daily", "leader", "", "", "", String(random.number(in: 90...120))],
      ["daily", "", random.pick(hosts).country, "", "", "58"],
    ]
    if random.chance(70) { rows.append(["daily", "", "", "", "", "45"]) }
    if random.chance(70) { rows.append(["organisation", "participant", "", "", "", "350"]) }
    sink.add("rates", TableColumns.rates, rows)
  }
}
