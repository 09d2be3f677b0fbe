import MobilityModel

/// The days of a window cut into stretches on which the same sessions are under way.
struct DayStretches {
  struct Stretch {
    var first: Day
    /// Rising places in the list of intervals.
    var active: [Int]
    /// Whether no stretch beside it has all of its intervals and more.
    var isPeak: Bool
    /// Whether no stretch beside it has only some of its intervals.
    var isValley: Bool
  }

  private(set) var stretches: [Stretch] = []

  /// - Parameters:
  ///   - intervals: dates of sessions.
  ///   - from: first day of the window; all days of the intervals if `nil`.
  ///   - until: last day of the window; likewise.
  init(_ intervals: [Interval], from: Day?, until: Day?) {
    let (first, last) = Self.window(intervals, from, until)
    guard first <= last else { return }
    let changes = Self.changes(intervals, first, last)
    var active: [Int] = []
    var hasGrown = true
    for (place, change) in changes.enumerated() {
      for end in change.ending { active.removeAll { $0 == end } }
      active = (active + change.starting).sorted()
      if place == 0 { hasGrown = true } else { hasGrown = !change.starting.isEmpty }
      let next = place + 1 < changes.count ? changes[place + 1] : nil
      stretches.append(
        Stretch(
          first: Day(number: Int32(change.day)), active: active,
          isPeak: hasGrown && next.map { !$0.ending.isEmpty } ?? true,
          isValley: (place == 0 || !change.ending.isEmpty)
            && next.map { !$0.starting.isEmpty } ?? true))
    }
  }

  private struct Change {
    var day: Int
    var starting: [Int] = []
    var ending: [Int] = []
  }

  private static func window(_ intervals: [Interval], _ from: Day?, _ until: Day?) -> (Int, Int) {
    let start = from ?? intervals.map(\.start).min()
    let end = until ?? intervals.map(\.end).max()
    guard let start, let end else { return (1, 0) }
    return (Int(start.number), Int(end.number))
  }

  /// The days of the window on which something changes, the first day always among them.
  private static func changes(_ intervals: [Interval], _ first: Int, _ last: Int) -> [Change] {
    var changes: [Int: Change] = [first: Change(day: first)]
    for (place, interval) in intervals.enumerated() {
      let start = max(first, Int(interval.start.number))
      let end = Int(interval.end.number)
      guard start <= min(end, last) else { continue }
      changes[start, default: Change(day: start)].starting.append(place)
      if end < last { changes[end + 1, default: Change(day: end + 1)].ending.append(place) }
    }
    return changes.values.sorted { $0.day < $1.day }
  }
}
