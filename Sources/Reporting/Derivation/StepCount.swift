import MobilityModel

/// How many people are somewhere, day by day.
struct StepCount: Sendable {
  /// A stretch of days on which the number is the same and not 0.
  struct Step: Hashable, Sendable {
    var days: Interval
    var count: Int
  }

  private(set) var steps: [Step] = []

  /// - Complexity: O(*n* log *n*) for *n* intervals.
  init(_ intervals: [Interval]) {
    var change: [Int32: Int] = [:]
    for interval in intervals where interval.days > 0 {
      change[interval.start.number, default: 0] += 1
      change[interval.end.number + 1, default: 0] -= 1
    }
    var (count, from) = (0, Int32.min)
    for (day, step) in change.sorted(by: { $0.key < $1.key }) where step != 0 {
      if count > 0 {
        let days = Interval(start: Day(number: from), end: Day(number: day - 1))
        steps.append(Step(days: days, count: count))
      }
      count += step
      from = day
    }
  }

  var most: Int { steps.map(\.count).max() ?? 0 }

  /// Days on which the number is at least `count`.
  func days(atLeast count: Int) -> Int {
    steps.reduce(0) { $0 + ($1.count >= count ? $1.days.days : 0) }
  }
}
