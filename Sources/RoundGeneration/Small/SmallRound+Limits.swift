extension SmallRound {
  func writeLimits(to sink: inout some TableSink) {
    sink.begin(table: "limits", columns: IntervetLimits.columns)
    for number in 0..<size("limit count", in: shape.limits) {
      var random = draw("limit", number)
      sink.add(row: limit("c\(number + 1)", &random))
    }
  }

  private func limit(_ id: String, _ random: inout Randomness) -> [String] {
    let kind = random.pick(["hard", "hard", "hard", "or_none", "soft", "soft"])
    let measures = ["people", "people", "people", "days", "euros"]
    let measure = kind == "soft" || random.chance(60) ? random.pick(measures) : "at_once"
    let each = random.chance(55) ? self.each(&random) : ""
    let filters = (random.chance(50) ? place(&random) : "", random.chance(50) ? who(&random) : "")
    let unit = measure == "days" ? 15 : measure == "euros" ? 700 : 1
    let scale = (each.isEmpty ? max(3, wishes.count / 3) : max(2, wishes.count / 8)) * unit
    var most: Int? = random.number(in: (scale / 4)...(scale + 1)) + unit
    var least: Int?
    switch kind {
    case "hard": if random.chance(15) { least = random.number(in: 1...max(1, unit)) }
    case "or_none": least = random.number(in: 1...max(1, min(scale / 2, 3 * unit)))
    default: least = random.chance(70) ? random.number(in: 0...scale) : nil
    }
    if least != nil, random.chance(40) { most = nil }
    if let low = least, let high = most, low > high { most = low + unit }
    var window = ("", "")
    if measure == "at_once", least != nil || random.chance(40) {
      let from = Date(2022, 2, 1) + random.below(60)
      window = (from.iso, (from + random.number(in: 0...90)).iso)
    }
    if kind == "hard", measure == "at_once" { least = nil }
    return [
      id, filters.0, filters.1, each, measure, window.0, window.1,
      least.map(String.init) ?? "", most.map(String.init) ?? "",
      kind == "hard" && random.chance(50) ? "" : kind, "",
    ]
  }

  private func each(_ random: inout Randomness) -> String {
    random.pick([
      "country", "organisation", "host", "session", "session+country", "session+organisation",
      "host_country+gender", "stream+country", "sector", "host+sector", "first_time", "group",
      "participant", "nationality", "role", "year+stream",
    ])
  }

  func place(_ random: inout Randomness) -> String {
    switch random.below(6) {
    case 0: "stream=" + random.pick(streams).id
    case 1: "host=" + random.pick(hosts).id
    case 2: "host_country=" + random.pick(hosts).country
    case 3: "sector=" + random.shuffled(SmallSession.fields).prefix(3).joined(separator: "|")
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
    case 5: "nationality=" + random.pick(Country.all).code + "|" + random.pick(Country.all).code
    default: "year=" + random.pick(["2", "3", "4"])
    }
  }
}
