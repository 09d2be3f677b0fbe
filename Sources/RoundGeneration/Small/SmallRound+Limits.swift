extension SmallRound {
  func writeLimits(to sink: inout some TableSink) {
    var rows: [[String]] = []
    for number in 0..<size("limit count", in: shape.limits) {
      var random = draw("limit", number)
      rows.append(limit("c\(number + 1)", &random).cells)
    }
    sink.add("limits", TableColumns.limits, rows)
  }

  private func limit(_ id: String, _ random: inout Randomness) -> LimitRow {
    var row = LimitRow(id: id, reason: "")
    row.kind = random.pick(["hard", "hard", "hard", "or_none", "soft", "soft"])
    let canBeAtOnce = row.kind != "soft" && random.chance(40)
    row.measure = canBeAtOnce ? "at_once" : random.pick(["people", "people", "days", "euros"])
    if random.chance(55) { row.each = random.pick(Self.splits) }
    if random.chance(50) { row.place = place(&random) }
    if random.chance(50) { row.who = who(&random) }
    addBounds(to: &row, &random)
    // A floor on what is there at once needs both dates; for others they are an open choice.
    if row.measure == "at_once", row.min != nil || random.chance(40) {
      let from = CalendarDay(2022, 2, 1) + random.below(60)
      row.from = from
      row.until = from + random.number(in: 0...90)
    }
    if row.kind == "hard", random.chance(50) { row.kind = "" }
    return row
  }

  /// Bounds of about the size that plans of this round reach, so that many of them bind.
  private func addBounds(to row: inout LimitRow, _ random: inout Randomness) {
    let unit = row.measure == "days" ? 15 : row.measure == "euros" ? 700 : 1
    let people = max(2, wishes.count / (row.each.isEmpty ? 3 : 8))
    let most = unit * random.number(in: (people + 3) / 4...people + 1)
    switch row.kind {
    case "hard":
      row.max = most
      // A hard floor often leaves no plan; a low one now and then is enough.
      if random.chance(6) { row.min = min(most, random.number(in: 1...unit)) }
    case "or_none":
      row.min = min(most, unit * random.number(in: 1...3))
      if random.chance(70) { row.max = most }
    default:
      if random.chance(70) { row.min = unit * random.number(in: 0...people) }
      if row.min == nil || random.chance(60) { row.max = max(row.min ?? 0, most) }
    }
  }

  private static let splits = [
    "country", "organisation", "host", "session", "session+country", "session+organisation",
    "host_country+gender", "stream+country", "sector", "host+sector", "first_time", "group",
    "participant", "nationality", "role", "school_year+stream",
  ]

  func place(_ random: inout Randomness) -> String {
    switch random.below(6) {
    case 0: "stream=" + random.pick(streams).id
    case 1: "host=" + random.pick(hosts).id
    case 2: "host_country=" + random.pick(hosts).country
    case 3: "sector=" + random.shuffled(SmallSession.allFields).prefix(3).joined(separator: "|")
    case 4: "session=" + random.pick(sessions).id + "|" + random.pick(sessions).id
    default: "stream=" + random.pick(streams).id + "&host=" + random.pick(hosts).id
    }
  }

  func who(_ random: inout Randomness) -> String {
    switch random.below(7) {
    case 0: "role=participant"
    case 1: "country=" + random.pick(schools).country
    case 2: "gender=" + random.pick(["f", "m"])
    case 3: "first_time=" + random.pick(["yes", "no"]) + "&role=participant"
    case 4: "organisation=" + random.pick(schools).id
    case 5: "nationality=" + random.pick(Country.codes) + "|" + random.pick(Country.codes)
    default: "school_year=" + random.pick(["2", "3", "4"])
    }
  }
}
