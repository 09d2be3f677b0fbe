/// A calendar day counted from 1970-01-01, made here because the generator imports nothing.
struct CalendarDay: Comparable {
  var number: Int

  init(number: Int) { self.number = number }

  init(_ year: Int, _ month: Int, _ day: Int) {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  static func + (day: CalendarDay, count: Int) -> CalendarDay {
    CalendarDay(number: day.number + count)
  }

  static func - (day: CalendarDay, count: Int) -> CalendarDay {
    CalendarDay(number: day.number - count)
  }

  /// The day as `YYYY-MM-DD`.
  var iso: String {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(month.padded(2))-\(day.padded(2))"
  }
}

extension Int {
  /// The number with leading zeros up to `width` digits.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
