import MobilityModel

/// Dates as tables write them, and as planners and spreadsheets write them by habit.
enum DateForms {
  static let expected = "a date as YYYY-MM-DD"

  /// What a date that is not written as the format has it says.
  enum Reading: Equatable {
    /// There is only one day that it can mean.
    case day(Day)
    /// Two days are meant by people of two countries.
    case ambiguous(Day, Day)
    /// A year of two digits, which is one of any century; the day that was probably meant.
    case shortYear(maybe: Day?)
    /// A day of another weekday than the one that stands with it.
    case otherWeekday(Day)
    /// None, or none for certain; the day that was probably meant.
    case bad(maybe: Day?)
  }

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

  /// The day of a date in another form.
  ///
  /// Points and dashes put the day first, as everywhere in the region; slashes are used for both
  /// orders, so they tell only where one of the numbers is no month.
  static func reading(_ text: String) -> Reading {
    guard text.utf8.count <= 80, let text = withoutMidnight(text) else { return .bad(maybe: nil) }
    guard let (weekday, rest) = WeekdayNames.leading(text) else {
      return readingOfDate(withoutYearWord(text))
    }
    return readingOfDate(withoutYearWord(rest)).on(weekday)
  }

  private static func readingOfDate(_ text: String) -> Reading {
    if let day = serial(text) { return .day(day) }
    let parts = text.split { ".-/ ".contains($0) }.map(String.init)
    let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 3, hasOneSeparator(text) else {
      return namedReading(text) ?? .bad(maybe: nil)
    }
    if parts[0].utf8.count == 4 { return yearFirst(numbers[0], numbers[1], numbers[2]) }
    guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2 else { return .bad(maybe: nil) }
    switch parts[2].utf8.count {
    case 4: return yearLast(numbers[0], numbers[1], numbers[2], isOpen: text.contains("/"))
    case 2: return .shortYear(maybe: likelyDay(parts[0], parts[1], parts[2], in: text))
    default: return .bad(maybe: nil)
    }
  }

  /// The year that two digits most likely mean, the way spreadsheets complete them.
  static func likelyYear(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy(ASCII.isDigit), let year = Int(text) else {
      return nil
    }
    return year < 50 ? 2000 + year : 1900 + year
  }

  /// The one day that a date with a year of two digits most likely means.
  ///
  /// Points put the day first; elsewhere the year may be the first number, too, and after slashes
  /// the month.
  private static func likelyDay(
    _ first: String, _ second: String, _ third: String, in text: String
  ) -> Day? {
    func day(_ year: String, _ month: String, _ day: String) -> Day? {
      guard let year = likelyYear(year), let month = Int(month), let day = Int(day) else {
        return nil
      }
      return Day(year: year, month: month, day: day)
    }
    var days = [day(third, second, first)]
    if !text.contains(".") { days.append(day(first, second, third)) }
    if text.contains("/") { days.append(day(third, first, second)) }
    let found = Set(days.compactMap(\.self))
    return found.count == 1 ? found.first : nil
  }

  /// The text without a time of day that says nothing; `nil` where it says something.
  private static func withoutMidnight(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return text }
    guard let blank = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" }),
      text[blank...].dropFirst().allSatisfy({ "0:.Z".contains($0) })
    else { return nil }
    return String(text[..<blank])
  }

  /// The day of a spreadsheet's day number, as it stands in a cell that lost its form.
  ///
  /// Numbers from 1927 to 2119 have five digits; day 25569 is 1970-01-01.
  private static func serial(_ text: String) -> Day? {
    let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
    guard digits.utf8.count == 5, digits.utf8.allSatisfy(ASCII.isDigit), let number = Int32(digits),
      (10_000...80_000).contains(number)
    else { return nil }
    return Day(number: number - 25_569)
  }

  private static func hasOneSeparator(_ text: String) -> Bool {
    Set(text.filter { ".-/".contains($0) }).count == 1
  }

  static func yearFirst(_ year: Int, _ second: Int, _ third: Int) -> Reading {
    if let day = Day(year: year, month: second, day: third) { return .day(day) }
    if let day = Day(year: year, month: third, day: second) { return .bad(maybe: day) }
    guard (29...31).contains(third) else { return .bad(maybe: nil) }
    let last = (28...30).reversed().lazy.compactMap { Day(year: year, month: second, day: $0) }
    return .bad(maybe: last.first)
  }

  private static func yearLast(_ first: Int, _ second: Int, _ year: Int, isOpen: Bool) -> Reading {
    let dayFirst = Day(year: year, month: second, day: first)
    let monthFirst = Day(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let left?, let right?) where isOpen && left != right: return .ambiguous(left, right)
    case (let day?, _): return .day(day)
    case (nil, let day?): return isOpen ? .day(day) : .bad(maybe: day)
    case (nil, nil): return .bad(maybe: nil)
    }
  }
}
