import MobilityModel
import Selection

/// What a plan takes up under a limit, combination by combination.
final class LimitCount: Sendable {
  let limit: Limit
  private let test: LimitTest
  private let keys: CombinationKeys
  private let valuation: Valuation
  private let round: Round
  private let sums: [CombinationKeys.Key: Int]
  private let days: [CombinationKeys.Key: DayCount]

  init(_ limit: Limit, _ tables: RoundTables, _ plan: Plan) {
    self.limit = limit
    round = tables.round
    valuation = tables.valuation
    test = LimitTest(limit, tables.facts)
    keys = CombinationKeys(limit.each, tables.round, tables.facts)
    var sums: [CombinationKeys.Key: Int] = [:]
    var dates: [CombinationKeys.Key: [Interval]] = [:]
    for option in plan.placements where test.reaches(option) {
      let key = keys.key(of: option)
      if limit.measure == .atOnce {
        dates[key, default: []].append(Self.window(of: limit, option, round))
      } else {
        let amount = Self.amount(of: option, limit.measure, round, valuation)
        sums[key] = WholeNumbers.sum(sums[key] ?? 0, amount)
      }
    }
    self.sums = sums
    days = dates.mapValues(DayCount.init)
  }

  /// Whether the limit looks at an option.
  func reaches(_ option: Option) -> Bool { test.reaches(option) }

  func key(of option: Option) -> CombinationKeys.Key { keys.key(of: option) }

  /// What is counted under a combination; with `at_once` the most on any one day.
  func count(_ key: CombinationKeys.Key) -> Int {
    limit.measure == .atOnce ? days[key]?.most ?? 0 : sums[key] ?? 0
  }

  /// What an option adds.
  func amount(of option: Option) -> Int {
    Self.amount(of: option, limit.measure, round, valuation)
  }

  private static func amount(
    of option: Option, _ measure: Limit.Measure, _ round: Round, _ valuation: Valuation
  ) -> Int {
    switch measure {
    case .people, .atOnce: 1
    case .days: round.sessions[Int(option.session)].dates.days
    case .euros: valuation.euros(option)
    }
  }

  /// The days of an option's session that a limit looks at; perhaps none, the wrong way round.
  private static func window(of limit: Limit, _ option: Option, _ round: Round) -> Interval {
    let dates = round.sessions[Int(option.session)].dates
    return Interval(
      start: max(dates.start, limit.from ?? dates.start),
      end: min(dates.end, limit.until ?? dates.end))
  }

  /// Whether placing some options of one combination, in one session, breaks a hard limit.
  func blocks(_ options: [Option]) -> Bool {
    guard let first = options.first else { return false }
    let added = options.reduce(0) { WholeNumbers.sum($0, amount(of: $1)) }
    return !allows(added, at: first)
  }

  /// Whether a hard limit is kept when the count of an option's combination changes.
  ///
  /// With `at_once` it changes on the days of the option's session. No change breaks nothing.
  func allows(_ change: Int, at option: Option) -> Bool {
    if change == 0 || limit.kind == .soft { return true }
    if limit.measure == .atOnce {
      let window = Self.window(of: limit, option, round)
      if window.days <= 0 { return true }
      let counts = days[key(of: option)]?.counts(within: window) ?? [0]
      return counts.allSatisfy { allows(WholeNumbers.sum($0, change)) }
    }
    return allows(WholeNumbers.sum(sums[key(of: option)] ?? 0, change))
  }

  private func allows(_ count: Int) -> Bool {
    if limit.kind == .orNone, count == 0 { return true }
    return (limit.min.map { $0 <= count } ?? true) && (limit.max.map { count <= $0 } ?? true)
  }

  /// By how much a soft limit misses its bounds where nobody is under it.
  var missedWhenEmpty: Int { missed(count: 0) }

  /// By how much a soft limit misses its bounds with `added` under a combination.
  func missed(_ key: CombinationKeys.Key, adding added: Int = 0) -> Int {
    missed(count: WholeNumbers.sum(count(key), added))
  }

  private func missed(count: Int) -> Int {
    guard limit.kind == .soft, limit.measure != .atOnce else { return 0 }
    let shortfall = limit.min.map { max(0, WholeNumbers.sum($0, WholeNumbers.negated(count))) } ?? 0
    let excess = limit.max.map { max(0, WholeNumbers.sum(count, WholeNumbers.negated($0))) } ?? 0
    return WholeNumbers.sum(shortfall, excess)
  }
}

/// The filters of a limit, prepared.
private struct LimitTest: Sendable {
  private let place: FilterTest
  private let who: FilterTest

  init(_ limit: Limit, _ facts: Facts) {
    place = facts.test(limit.where)
    who = facts.test(limit.who)
  }

  func reaches(_ option: Option) -> Bool {
    place.holds(session: Int(option.session)) && place.holds(sector: option.sector)
      && who.holds(application: Int(option.application))
  }
}

/// How many people are under way on each day.
private struct DayCount: Sendable {
  /// First days of stretches on which the number is the same, and the numbers.
  private var start: [Int] = []
  private var count: [Int] = []

  init(_ intervals: [Interval]) {
    var change: [Int: Int] = [:]
    for interval in intervals where interval.days > 0 {
      change[Int(interval.start.number), default: 0] += 1
      change[Int(interval.end.number) + 1, default: 0] -= 1
    }
    var running = 0
    for (day, step) in change.sorted(by: { $0.key < $1.key }) {
      running += step
      start.append(day)
      count.append(running)
    }
  }

  var most: Int { count.max() ?? 0 }

  /// The numbers that occur on the days of a window, that of its first day among them.
  func counts(within window: Interval) -> [Int] {
    guard window.days > 0 else { return [] }
    var first = start.partitioningIndex { $0 > Int(window.start.number) } - 1
    var counts = first < 0 ? [0] : [count[first]]
    first += 1
    while first < start.count, start[first] <= Int(window.end.number) {
      counts.append(count[first])
      first += 1
    }
    return counts
  }
}

extension [Int] {
  /// The first place from which on a condition holds, which holds for all after it.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
