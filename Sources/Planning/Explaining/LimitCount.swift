import MobilityModel
import Selection

/// What a plan takes up under a limit, combination by combination.
final class LimitCount: Sendable {
  let limit: Limit
  private let keys: LimitKeys
  private let valuation: Valuation
  private let facts: Facts
  private let round: Round
  private let sums: [CombinationKeys.Key: Int]
  private let days: [CombinationKeys.Key: DayCount]
  /// How many placements have a value, where different values are counted.
  private let values: [CombinationKeys.Key: [String: Int]]

  init(_ limit: Limit, _ tables: RoundTables, _ plan: Plan) {
    self.limit = limit
    (round, valuation, facts) = (tables.round, tables.valuation, tables.facts)
    let keys = LimitKeys(limit, tables)
    self.keys = keys
    var sums = keys.carried
    var dates: [CombinationKeys.Key: [Interval]] = [:]
    var values: [CombinationKeys.Key: [String: Int]] = [:]
    for option in plan.placements {
      for (key, sign) in keys.touched(by: option) {
        switch limit.measure {
        case .atOnce: dates[key, default: []].append(Self.window(of: limit, option, round))
        case .different:
          values[key, default: [:]][Self.value(of: limit, option, tables.facts), default: 0] += 1
        case .people, .days, .euros:
          let amount = Self.amount(of: option, limit.measure, round, valuation)
          sums[key] = WholeNumbers.sum(sums[key] ?? 0, WholeNumbers.product(sign, amount))
        }
      }
    }
    (self.sums, self.values) = (sums, values)
    days = dates.mapValues(DayCount.init)
  }

  /// The combinations with their values, in the order of these, of a limit that is not plain.
  var combinations: [(values: [String], key: CombinationKeys.Key)] { keys.combinations }

  /// Whether the limit looks at an option.
  func reaches(_ option: Option) -> Bool { keys.reaches(option) }

  /// The combination to which an option adds, where that is one at most.
  func key(of option: Option) -> CombinationKeys.Key { keys.key(of: option) }

  /// What is counted under a combination; with `at_once` the most on any one day.
  func count(_ key: CombinationKeys.Key) -> Int {
    switch limit.measure {
    case .atOnce: days[key]?.most ?? 0
    case .different: values[key]?.count ?? 0
    case .people, .days, .euros: sums[key] ?? 0
    }
  }

  /// What an option adds.
  func amount(of option: Option) -> Int {
    Self.amount(of: option, limit.measure, round, valuation)
  }

  private static func amount(
    of option: Option, _ measure: Limit.Measure, _ round: Round, _ valuation: Valuation
  ) -> Int {
    switch measure {
    case .people, .atOnce, .different: 1
    case .days: round.sessions[Int(option.session)].dates.days
    case .euros: valuation.euros(option)
    }
  }

  private static func value(of limit: Limit, _ option: Option, _ facts: Facts) -> String {
    limit.of.map { facts.value(of: $0, for: option) } ?? ""
  }

  /// The days of an option's session that a limit looks at; perhaps none, the wrong way round.
  private static func window(of limit: Limit, _ option: Option, _ round: Round) -> Interval {
    let dates = round.sessions[Int(option.session)].dates
    return Interval(
      start: max(dates.start, limit.from ?? dates.start),
      end: min(dates.end, limit.until ?? dates.end))
  }

  /// Whether a change of a plan breaks a hard limit that the plan keeps.
  func blocks(_ change: PlanChange) -> Bool {
    guard limit.kind != .soft else { return false }
    let steps = steps(of: change)
    guard let first = steps.first else { return false }
    let byKey =
      steps.allSatisfy { $0.key == first.key }
      ? [first.key: steps] : Dictionary(grouping: steps, by: \.key)
    return byKey.contains { blocks($0.key, $0.value) }
  }

  /// Whether a hard limit is kept when the count of an option's combination changes.
  ///
  /// With `at_once` it changes on the days of the option's session. No change breaks nothing. The
  /// limit is one that adds amounts up.
  func allows(_ change: Int, at option: Option) -> Bool {
    if change == 0 || limit.kind == .soft { return true }
    let key = key(of: option)
    return !blocks(key, [Step(key: key, option: option, amount: change)])
  }

  /// One placement that comes or goes, with what it adds to a combination or takes from it.
  private struct Step {
    var key: CombinationKeys.Key
    var option: Option
    var amount: Int
  }

  private func steps(of change: PlanChange) -> [Step] {
    var steps: [Step] = []
    func add(_ option: Option, _ sign: Int) {
      for (key, side) in keys.touched(by: option) {
        let amount = WholeNumbers.product(sign * side, amount(of: option))
        steps.append(Step(key: key, option: option, amount: amount))
      }
    }
    for option in change.arriving where keys.reaches(option) { add(option, 1) }
    for option in change.leaving where keys.reaches(option) { add(option, -1) }
    return steps
  }

  private func blocks(_ key: CombinationKeys.Key, _ steps: [Step]) -> Bool {
    counts(key, steps).contains { !allows($0) }
  }

  /// What is counted under a combination once a plan is changed; nothing where that stays as it is,
  /// with `at_once` a number for each day that is told apart.
  private func counts(_ key: CombinationKeys.Key, _ steps: [Step]) -> Set<Int> {
    if limit.measure == .atOnce {
      let windows = steps.map { (Self.window(of: limit, $0.option, round), $0.amount) }
      return (days[key] ?? DayCount([])).changes(by: windows)
    }
    let then = count(key, after: steps)
    return then == count(key) ? [] : [then]
  }

  /// What is counted under a combination once a plan is changed; not for `at_once`.
  private func count(_ key: CombinationKeys.Key, after steps: [Step]) -> Int {
    guard limit.measure == .different else {
      return steps.reduce(count(key)) { WholeNumbers.sum($0, $1.amount) }
    }
    var values = values[key] ?? [:]
    for step in steps {
      values[Self.value(of: limit, step.option, facts), default: 0] += step.amount
    }
    return values.values.count { $0 > 0 }
  }

  /// By how much a change goes beyond `max` and stays short of `min`, at the most, in any
  /// combination; 0 where it does not.
  func missing(after change: PlanChange) -> (most: Int, least: Int) {
    var (most, least) = (0, 0)
    for (key, steps) in Dictionary(grouping: steps(of: change), by: \.key) {
      for count in counts(key, steps) where !allows(count) {
        most = max(most, limit.max.map { WholeNumbers.sum(count, WholeNumbers.negated($0)) } ?? 0)
        least = max(least, limit.min.map { WholeNumbers.sum($0, WholeNumbers.negated(count)) } ?? 0)
      }
    }
    return (most, least)
  }

  private func allows(_ count: Int) -> Bool {
    if limit.kind == .orNone, count == 0 { return true }
    return (limit.min.map { $0 <= count } ?? true) && (limit.max.map { count <= $0 } ?? true)
  }

  /// By how much a soft limit misses its bounds where nobody is under it.
  var missedWhenEmpty: Int { missed(count: 0) }

  /// By how much a soft limit misses its bounds under a combination.
  func missed(_ key: CombinationKeys.Key) -> Int { missed(count: count(key)) }

  /// By how much more a soft limit misses its bounds once a plan is changed.
  func missed(after change: PlanChange) -> Int {
    guard limit.kind == .soft, limit.measure != .atOnce else { return 0 }
    return Dictionary(grouping: steps(of: change), by: \.key).reduce(0) { more, group in
      let now = missed(count: count(group.key))
      let then = missed(count: count(group.key, after: group.value))
      return WholeNumbers.sum(more, WholeNumbers.sum(then, WholeNumbers.negated(now)))
    }
  }

  private func missed(count: Int) -> Int {
    guard limit.kind == .soft, limit.measure != .atOnce else { return 0 }
    let shortfall = limit.min.map { max(0, WholeNumbers.sum($0, WholeNumbers.negated(count))) } ?? 0
    let excess = limit.max.map { max(0, WholeNumbers.sum(count, WholeNumbers.negated($0))) } ?? 0
    return WholeNumbers.sum(shortfall, excess)
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

  /// The numbers on those days on which something changes, once people come or go on the days of
  /// some windows.
  func changes(by windows: [(days: Interval, people: Int)]) -> Set<Int> {
    var counts: Set<Int> = []
    let bounds = windows.flatMap { [Int($0.days.start.number), Int($0.days.end.number) + 1] }
    for window in windows where window.days.days > 0 {
      let (first, last) = (Int(window.days.start.number), Int(window.days.end.number))
      let from = start.partitioningIndex { $0 > first }
      let until = start.partitioningIndex { $0 > last }
      for day in start[from..<until] + bounds.filter({ first <= $0 && $0 <= last }) {
        let net = windows.reduce(0) { sum, window in
          window.days.contains(Day(number: Int32(day))) ? sum + window.people : sum
        }
        if net != 0 { counts.insert(people(on: day) + net) }
      }
    }
    return counts
  }

  private func people(on day: Int) -> Int {
    let place = start.partitioningIndex { $0 > day } - 1
    return place < 0 ? 0 : count[place]
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
