import MobilityModel

/// Dates as tables write them, and as planners write them by habit.
enum DateForms {
  static let expected = "a date as YYYY-MM-DD"

  /// The day of `YYYY-MM-DD` and nothing else.
  static func day(_ bytes: [UInt8], _ range: Range<Int>) -> Day? {
    let start = range.lowerBound
    guard range.count == 10, bytes[start + 4] == ASCII.minus, bytes[start + 7] == ASCII.minus
    else { return nil }
    guard let year = number(bytes, start..<start + 4),
      let month = number(bytes, start + 5..<start + 7),
      let day = number(bytes, start + 8..<start + 10)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard ASCII.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }

  /// The date that was probably meant.
  ///
  /// Its parts may have another order or other separators, or its day may be past the end of the
  /// month. An order that could be read in two ways gives none.
  static func likely(_ text: String) -> String? {
    let parts = text.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    guard parts.count == 3, text.utf8.count <= 20 else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 { return fromYear(numbers[0], numbers[1], numbers[2]) }
    guard parts[2].utf8.count == 4 else { return nil }
    let (first, second, year) = (numbers[0], numbers[1], numbers[2])
    // Slashes are used for both orders; points and dashes put the day first.
    guard !text.contains("/") || first > 12 || second > 12 || first == second else { return nil }
    return text.contains("/") && second > 12
      ? iso(year, first, second) : iso(year, second, first)
  }

  private static func fromYear(_ year: Int, _ second: Int, _ third: Int) -> String? {
    if let date = iso(year, second, third) { return date }
    if let date = iso(year, third, second) { return date }
    guard (29...31).contains(third) else { return nil }
    return (28...30).reversed().lazy.compactMap { iso(year, second, $0) }.first
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    Day(year: year, month: month, day: day)?.iso
  }
}
