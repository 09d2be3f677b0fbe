/// Dates that contradict each other.
extension RoundChecks {
  private struct Place: Hashable {
    var file: String
    var column: String?
  }

  /// Notes the columns in which slashes have the day first in one row and the month in another.
  ///
  /// Each such date can mean only one day, but one of the two is hardly what somebody wanted to write.
  func noteMixedDates() {
    var first: [Place: (date: Finding, isDayFirst: Bool)] = [:]
    var isTold: Set<Place> = []
    for date in log.findings where date.kind == FindingKind.readDate.rawValue {
      guard let isDayFirst = isDayFirst(date) else { continue }
      let place = Place(file: date.file, column: date.column)
      guard let other = first[place] else {
        first[place] = (date, isDayFirst)
        continue
      }
      guard other.isDayFirst != isDayFirst, isTold.insert(place).inserted else { continue }
      noteMixed(date, other.date, isDayFirst: other.isDayFirst)
    }
  }

  private func noteMixed(_ date: Finding, _ other: Finding, isDayFirst: Bool) {
    let (row, word) = (other.row.map { "row \($0)" } ?? "another row", isDayFirst ? "day" : "month")
    log.add(
      Finding(
        .mixedDates, file: date.file, row: date.row, column: date.column, value: date.value,
        expected: "one order of day and month; \(row), \(other.value), has the \(word) first",
        severity: .note))
  }

  /// Whether the day stands before the month in a date with slashes, and the year after both.
  private func isDayFirst(_ date: Finding) -> Bool? {
    guard date.value.contains("/") else { return nil }
    let numbers = date.value.split { !("0"..."9").contains($0) }
    let read = (date.readAs ?? "").split(separator: "-").compactMap { Int($0) }
    guard numbers.count >= 3, numbers[2].utf8.count == 4, read.count == 3, read[1] != read[2],
      let one = Int(numbers[0]), let two = Int(numbers[1])
    else { return nil }
    if (one, two) == (read[2], read[1]) { return true }
    return (one, two) == (read[1], read[2]) ? false : nil
  }
}
