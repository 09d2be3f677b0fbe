import MobilityModel

/// Two cells that belong together.
extension TableReader {
  /// The days of a session or an earlier stay; both ends must be given.
  func stay(from: Column, until: Column) -> Interval? {
    // Both are read before either is judged: each may have a finding of its own.
    let (first, last) = (requiredDay(from), requiredDay(until))
    guard let start = first, let end = last, checkOrder(start, from, end, until) else {
      return nil
    }
    let dates = Interval(start: start, end: end)
    guard dates.days <= SizeLimits.stayDays else {
      add(
        .outOfRange, until.name, value: end.iso,
        expected: "at most \(SizeLimits.stayDays) days from \(start.iso)")
      return nil
    }
    return dates
  }

  /// An interval in which either end may be left open.
  func window(_ from: Column, _ until: Column) -> (from: Day?, until: Day?) {
    let (start, end) = (day(from), day(until))
    if let start, let end { _ = checkOrder(start, from, end, until) }
    return (start, end)
  }

  /// A place in degrees, of which both must be given or neither.
  func coordinates(_ latitude: Column, _ longitude: Column) -> Coordinates? {
    let north = degrees(latitude, limit: 90)
    let east = degrees(longitude, limit: 180)
    if case .empty = cell(longitude), case .bytes = cell(latitude) {
      add(.missingValue, longitude.name, expected: "a longitude with the latitude")
    }
    if case .empty = cell(latitude), case .bytes = cell(longitude) {
      add(.missingValue, latitude.name, expected: "a latitude with the longitude")
    }
    guard let north, let east else { return nil }
    return Coordinates(latitude: north, longitude: east)
  }

  private func checkOrder(_ start: Day, _ from: Column, _ end: Day, _ until: Column) -> Bool {
    guard end < start else { return true }
    add(
      .reversedInterval, until.name, value: end.iso,
      expected: "a date not before \(from.name), which is \(start.iso)")
    return false
  }

  /// Reports a lower bound over its upper one.
  func checkOrder(_ lower: Int?, _ low: Column, _ upper: Int?, _ high: Column) {
    guard let lower, let upper, lower > upper else { return }
    add(
      .reversedRange, high.name, value: String(upper),
      expected: "a number not under \(low.name), which is \(lower)")
  }
}

extension Interval {
  /// Stands in where the dates of a row are wrong.
  static let never = Interval(start: Day(number: 0), end: Day(number: 0))
}
