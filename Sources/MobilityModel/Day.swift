/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar.
///
/// Sessions, stays and windows are whole days, so a day is one number and an interval of days
/// is a pair of them with both ends included.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package var number: Int32

  package init(number: Int32) { self.number = number }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// The days from `start` to `end`, both ends included.
package struct Interval: Hashable, Sendable {
  package var start: Day
  package var end: Day

  package init(start: Day, end: Day) {
    self.start = start
    self.end = end
  }

  /// Number of days, both ends counted; at most 0 for an interval the wrong way round.
  package var days: Int { Int(end.number) - Int(start.number) + 1 }

  package func contains(_ day: Day) -> Bool { start <= day && day <= end }

  package func overlaps(_ other: Interval) -> Bool { start <= other.end && other.start <= end }
}
