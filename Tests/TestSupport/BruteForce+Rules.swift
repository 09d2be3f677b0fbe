import MobilityModel

/// An option in plain numbers, which keeps the enumeration quick in debug builds.
struct PlainOption {
  var application: Int
  var participant: Int
  var session: Int
  var isLeader: Bool
  var start: Int
  var end: Int

  init(_ option: Option, _ round: Round) {
    application = Int(option.application)
    participant = round.applications[application].participant
    session = Int(option.session)
    isLeader = round.applications[application].role == .leader
    start = Int(round.sessions[session].dates.start.number)
    end = Int(round.sessions[session].dates.end.number)
  }

  /// Whether one person cannot do both.
  func clashes(with other: PlainOption) -> Bool {
    participant == other.participant && start <= other.end && other.start <= end
  }
}

extension BruteForce {
  func keepsRules(_ plan: [Int]) -> Bool {
    var sessionOf: [Int] = Array(repeating: -1, count: round.applications.count)
    for option in plan {
      // An application with two placements.
      if sessionOf[plain[option].application] >= 0 { return false }
      sessionOf[plain[option].application] = plain[option].session
    }
    for application in locked where sessionOf[application] < 0 { return false }
    guard keepsSessions(plan), keepsGroups(sessionOf), sharesNoDay(plan) else { return false }
    for bounded in boundedSums where !bounded.isKept(by: plan) { return false }
    return true
  }

  private func sharesNoDay(_ plan: [Int]) -> Bool {
    for (place, option) in plan.enumerated() where !fits(option, with: Array(plan[..<place])) {
      return false
    }
    return true
  }

  /// Whether an option shares no day with those of the same participant in `plan`.
  func fits(_ option: Int, with plan: [Int]) -> Bool {
    for other in plan where plain[option].clashes(with: plain[other]) { return false }
    return true
  }

  /// Sizes and leaders.
  private func keepsSessions(_ plan: [Int]) -> Bool {
    var learners = Array(repeating: 0, count: round.sessions.count)
    var leaders = learners
    for option in plan {
      if plain[option].isLeader {
        leaders[plain[option].session] += 1
      } else {
        learners[plain[option].session] += 1
      }
    }
    for session in learners.indices {
      let count = learners[session]
      if count > 0 && count < minPeople[session] || count > maxPeople[session] { return false }
      var needed = 0
      while perLeader[session] > 0 && needed * perLeader[session] < count { needed += 1 }
      if leaders[session] != needed { return false }
    }
    return true
  }

  /// `sessionOf` is indexed by application; -1 is no placement.
  private func keepsGroups(_ sessionOf: [Int]) -> Bool {
    for (one, other) in mates where sessionOf[one] != sessionOf[other] { return false }
    return true
  }

  /// Every two applications that travel together.
  static func mates(in round: Round) -> [(Int, Int)] {
    var mates: [(Int, Int)] = []
    for (one, application) in round.applications.enumerated() where !application.group.isEmpty {
      for (other, mate) in round.applications.enumerated()
      where other > one && mate.group == application.group && mate.stream == application.stream {
        mates.append((one, other))
      }
    }
    return mates
  }
}

/// One sum that a limit speaks of: of one combination of its `each`, and on one day if `at_once`.
struct BoundedSum {
  var limit: Limit
  /// What each option adds to the sum.
  var amount: [Int]
  /// What the sum starts from.
  var start = 0
  /// Where different values are counted, what each option has; amounts then say which of them count.
  var values: [String]?

  func sum(of plan: [Int]) -> Int {
    if let values { return Set(plan.filter { amount[$0] > 0 }.map { values[$0] }).count }
    var sum = start
    for option in plan { sum += amount[option] }
    return sum
  }

  func isKept(by plan: [Int]) -> Bool {
    let sum = sum(of: plan)
    let isWithin = (limit.min ?? Int.min) <= sum && sum <= (limit.max ?? Int.max)
    switch limit.kind {
    case .hard: return isWithin
    case .orNone: return sum == 0 || isWithin
    case .soft: return true
    }
  }

  /// Shortfall and excess of a soft limit.
  func missed(by plan: [Int]) -> Int {
    guard limit.kind == .soft else { return 0 }
    let sum = sum(of: plan)
    return max(0, (limit.min ?? sum) - sum) + max(0, sum - (limit.max ?? sum))
  }

  static func all(of round: Round, _ options: [Option]) -> [BoundedSum] {
    round.limits.flatMap { limit -> [BoundedSum] in
      if !limit.isPlain { return extended(limit, round, options) }
      let seen = options.filter { option in
        (limit.where.conditions + limit.who.conditions).allSatisfy { condition in
          condition.values.contains(fact(condition.key, option, round))
        }
      }
      guard !limit.each.isEmpty else { return sums(of: limit, round, options, seen) }
      let combinations = Set(seen.map { option in limit.each.map { fact($0, option, round) } })
      return combinations.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { combination in
        let members = seen.filter { option in
          limit.each.map { fact($0, option, round) } == combination
        }
        return sums(of: limit, round, options, members)
      }
    }
  }

  private static func sums(
    of limit: Limit, _ round: Round, _ options: [Option], _ members: [Option]
  ) -> [BoundedSum] {
    let valuation = Valuation(round)
    let isMember = Set(members)
    let dates = options.map { round.sessions[Int($0.session)].dates }
    func amounts(_ amount: (Int) -> Int) -> BoundedSum {
      BoundedSum(
        limit: limit,
        amount: options.indices.map { isMember.contains(options[$0]) ? amount($0) : 0 })
    }
    switch limit.measure {
    case .people, .different: return [amounts { _ in 1 }]
    case .days:
      return [amounts { Int(dates[$0].end.number) - Int(dates[$0].start.number) + 1 }]
    case .euros: return [amounts { valuation.euros(options[$0]) }]
    case .atOnce:
      let from = limit.from ?? dates.map(\.start).min() ?? Day(number: 0)
      let until = limit.until ?? dates.map(\.end).max() ?? from
      // Who is away changes on no day but these.
      let changes = dates.flatMap { [$0.start, Day(number: $0.end.number + 1)] }
      let days = Set([from] + changes.filter { from < $0 && $0 <= until }).sorted()
      return from > until
        ? [] : days.map { day in amounts { dates[$0].contains(day) ? 1 : 0 } }
    }
  }

  /// The sums of a limit that takes placements off, counts different values, or has a start.
  private static func extended(
    _ limit: Limit, _ round: Round, _ options: [Option]
  ) -> [BoundedSum] {
    func isIn(_ filters: [Filter], _ option: Option) -> Bool {
      filters.flatMap(\.conditions).allSatisfy {
        $0.values.contains(fact($0.key, option, round))
      }
    }
    let added = options.filter { isIn([limit.where, limit.who], $0) }
    let removed = options.filter { option in
      limit.minus.map { isIn([$0.where, $0.who], option) } ?? false
    }
    let minusEach = limit.minus?.each ?? []
    func values(_ keys: [FilterKey], _ option: Option) -> [String] {
      keys.map { fact($0, option, round) }
    }
    var combinations = Set(added.map { values(limit.each, $0) })
    combinations.formUnion(removed.map { values(minusEach, $0) })
    if limit.each.isEmpty { combinations = [[]] }
    return combinations.map { combination in
      let plus = sums(
        of: limit, round, options, added.filter { values(limit.each, $0) == combination })[0]
      let minus = sums(
        of: limit, round, options, removed.filter { values(minusEach, $0) == combination })[0]
      var sum = plus
      sum.amount = zip(plus.amount, minus.amount).map { $0 - $1 }
      sum.start = limit.carried[combination] ?? 0
      if let key = limit.of { sum.values = options.map { fact(key, $0, round) } }
      return sum
    }
  }

  private static func fact(_ key: FilterKey, _ option: Option, _ round: Round) -> String {
    let session = round.sessions[Int(option.session)]
    let application = round.applications[Int(option.application)]
    let participant = round.participants[application.participant]
    let school = round.organisations[participant.organisation]
    switch key {
    case .stream: return round.streams[session.stream].id
    case .session: return session.id
    case .host: return round.organisations[session.host].id
    case .hostCountry: return round.organisations[session.host].country
    case .sector: return option.sector == .none ? "" : option.sector.code
    case .application: return application.id
    case .participant: return participant.id
    case .organisation: return school.id
    case .country: return school.country
    case .role: return application.role == .leader ? "leader" : "participant"
    case .group: return application.group
    case .nationality: return participant.nationality
    case .attribute(let index): return participant.attributes[index]
    }
  }
}
