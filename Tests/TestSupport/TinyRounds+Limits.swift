import MobilityModel

extension TinyRoundBuilder {
  mutating func addRates() {
    guard random.happens(percent: 60) else { return }
    var near = Rate(kind: .travel, euros: 100)
    near.maxKm = 700
    round.rates = [near, Rate(kind: .travel, euros: 300)]
    var leader = Rate(kind: .daily, euros: 21)
    leader.role = .leader
    var italy = Rate(kind: .daily, euros: 15)
    italy.hostCountries = ["IT"]
    round.rates += [leader, italy, Rate(kind: .daily, euros: 12)]
    var organisation = Rate(kind: .organisation, euros: 50)
    organisation.role = .participant
    round.rates.append(organisation)
  }

  mutating func addRule() {
    var rule = Rule(id: "rule")
    rule.where = Filter([whereCondition()])
    rule.who = random.happens(percent: 70) ? Filter([whoCondition()]) : Filter()
    if random.happens(percent: 50) { rule.from = day(random.pick([0, 12])) }
    if random.happens(percent: 50) { rule.until = day(random.pick([12, 25])) }
    round.rules = [rule]
  }

  mutating func addTwins() {
    for school in schools where random.happens(percent: 50) {
      round.twins.insert(Twin(organisation: school, host: random.pick(hosts)))
    }
  }

  mutating func addLimits() {
    for index in 0..<random.number(in: 1...3) {
      var limit = Limit(id: "l\(index)")
      limit.measure = random.pick([.people, .people, .people, .days, .euros, .atOnce, .atOnce])
      limit.kind =
        limit.measure == .atOnce
        ? random.pick([.hard, .hard, .orNone]) : random.pick(Limit.Kind.allCases)
      limit.where = aWhere()
      limit.who = aWho()
      limit.each = anEach()
      addBounds(to: &limit)
      round.limits.append(limit)
    }
  }

  private mutating func addBounds(to limit: inout Limit) {
    // A floor that must be kept makes most rounds infeasible, so it is rarer and lower.
    let isHard = limit.kind == .hard
    let hasFloor = random.happens(percent: isHard ? 25 : 70)
    let floors: [Int]
    switch limit.measure {
    case .people, .different: floors = isHard ? [1, 1, 2] : [1, 2, 3, 4]
    case .days: floors = isHard ? [1, 5, 14] : [7, 15, 30, 45]
    case .euros: floors = isHard ? [1, 200] : [300, 600, 1000]
    case .atOnce: floors = isHard ? [1] : [1, 2, 3]
    }
    let unit = [Limit.Measure.days: 10, .euros: 300][limit.measure] ?? 1
    if hasFloor { limit.min = random.pick(floors) }
    if !hasFloor || random.happens(percent: 40) {
      limit.max = (limit.min ?? 0) + unit * random.pick([0, 1, 1, 2, 3])
    }
    guard limit.measure == .atOnce, limit.min != nil || random.happens(percent: 40) else { return }
    let first = random.pick([0, 3, 8, 15])
    limit.from = day(first)
    limit.until = day(first + random.pick([0, 2, 10]))
  }

  private mutating func aWhere() -> Filter {
    var conditions: [Filter.Condition] = []
    if random.happens(percent: 50) { conditions.append(whereCondition()) }
    if random.happens(percent: 10) { conditions.append(whereCondition()) }
    return Filter(conditions)
  }

  private mutating func whereCondition() -> Filter.Condition {
    let sessions = round.sessions.map(\.id)
    let streams = round.streams.map(\.id)
    return random.pick([
      Filter.Condition(key: .host, values: [random.pick(["BLQ", "MBX"])]),
      Filter.Condition(key: .hostCountry, values: [random.pick(["IT", "SI"]), "FR"]),
      Filter.Condition(key: .stream, values: [random.pick(streams)]),
      Filter.Condition(key: .session, values: [random.pick(sessions), random.pick(sessions)]),
      Filter.Condition(key: .sector, values: [random.pick(["0713", "0714", "1013"])]),
    ])
  }

  private mutating func aWho() -> Filter {
    var conditions: [Filter.Condition] = []
    if random.happens(percent: 50) { conditions.append(whoCondition()) }
    if random.happens(percent: 10) { conditions.append(whoCondition()) }
    return Filter(conditions)
  }

  private mutating func whoCondition() -> Filter.Condition {
    let applications = round.applications.map(\.id)
    let participants = round.participants.map(\.id)
    return random.pick([
      Filter.Condition(key: .country, values: [random.pick(["AL", "RS"]), "XK"]),
      Filter.Condition(key: .organisation, values: [random.pick(["BEG", "TIA"])]),
      Filter.Condition(key: .role, values: [random.pick(["participant", "leader"])]),
      Filter.Condition(key: .attribute(1), values: [random.pick(["f", "m"])]),
      Filter.Condition(key: .attribute(0), values: ["yes"]),
      Filter.Condition(key: .nationality, values: ["AL", "XK"]),
      Filter.Condition(key: .participant, values: Set(participants.prefix(3))),
      Filter.Condition(key: .application, values: Set(applications.dropFirst(2))),
      Filter.Condition(key: .group, values: ["g1"]),
    ])
  }

  private mutating func anEach() -> [FilterKey] {
    random.pick([
      [], [], [], [], [.host], [.session], [.country], [.stream, .country], [.organisation, .host],
      [.attribute(1), .session], [.sector], [.participant], [.role], [.group], [.hostCountry],
      [.nationality, .attribute(0)], [.application],
    ])
  }
}
