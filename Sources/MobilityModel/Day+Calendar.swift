/// The calendar of days, in whole numbers: no time zone, no locale.
extension Day {
  /// Years that a date may name.
  private static let years = 1...9999

  /// Reads `YYYY-MM-DD` and nothing else; `nil` if the text is not a day of the calendar.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day of a date between the years 1 and 9999; `nil` if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Years that begin in March put the leap day last, so that months have fixed offsets.
    let shifted = month > 2 ? year : year - 1
    let sinceMarch = (month + 9) % 12
    let inYear = (153 * sinceMarch + 2) / 5 + day - 1
    let before = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
    self.init(number: Int32(before + inYear - Self.daysToEpoch))
  }

  /// The date as `YYYY-MM-DD`; years before 1 carry a sign, years after 9999 more digits.
  package var iso: String {
    let date = date
    let year = String(date.year.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - year.count)) + year
    return (date.year < 0 ? "-" : "") + padded + "-" + twoDigits(date.month) + "-"
      + twoDigits(date.day)
  }

  package var year: Int { date.year }
  /// 1 to 12.
  package var month: Int { date.month }
  /// 1 to 31.
  package var day: Int { date.day }

  /// Days from 0000-03-01 to 1970-01-01.
  private static let daysToEpoch = 719_468
  private static let daysInCycle = 146_097

  /// The calendar repeats every 400 years, so a day is a cycle and a day within it.
  package var date: (year: Int, month: Int, day: Int) {
    let count = Int(number) + Self.daysToEpoch
    let inCycle = (count % Self.daysInCycle + Self.daysInCycle) % Self.daysInCycle
    let cycle = (count - inCycle) / Self.daysInCycle
    let year = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365
    let inYear = inCycle - (365 * year + year / 4 - year / 100)
    let sinceMarch = (5 * inYear + 2) / 153
    let day = inYear - (153 * sinceMarch + 2) / 5 + 1
    let month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
    return (cycle * 400 + year + (month <= 2 ? 1 : 0), month, day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The number that ASCII digits write, or `nil` if one of the bytes is no digit.
func decimal(_ bytes: some Sequence<UInt8>) -> Int? {
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte) - 0x30
  }
  return value
}

private func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
