import MobilityModel

/// Cells as single values. Each function takes the column and gives `nil`, or a value that stands
/// in, where the cell is empty or wrong; it says so to the log where that is a fault.
extension TableReader {
  /// Free text.
  func text(_ column: Column) -> String {
    guard case .bytes(let range) = cell(column) else { return "" }
    return text(range)
  }

  /// The texts of several columns; rows in which they are the same share them.
  func texts(_ columns: [Column], _ cache: CellCache<[String]>) -> [String] {
    guard !columns.isEmpty else { return [] }
    return cache.value { joined in
      for column in columns {
        // No cell that can be read holds a NUL byte.
        joined.append(0)
        if case .bytes(let range) = cell(column) { joined += record.bytes[range] }
      }
    } _: {
      (columns.map { text($0) }, true)
    }
  }

  /// Text of the given kind that must not be empty, read by `parse`.
  func required<Value>(
    _ column: Column, _ expected: @autoclosure () -> String, _ parse: (Column) -> Value?
  ) -> Value? {
    if case .empty = cell(column) {
      add(.missingValue, column.name, expected: expected())
      return nil
    }
    return parse(column)
  }

  func requiredDay(_ column: Column) -> Day? {
    required(column, DateForms.expected) { day($0) }
  }

  func day(_ column: Column) -> Day? {
    guard case .bytes(let range) = cell(column) else { return nil }
    if let day = DateForms.day(bytes, range) { return day }
    let value = string(range)
    switch DateForms.reading(value) {
    case .day(let day):
      readAs(day.iso, .readDate, range, column, DateForms.expected)
      return day
    case .ambiguous(let day, let other):
      add(
        .ambiguousDate, column.name, value: value,
        expected: "\(DateForms.expected): it may be \(day.iso) or \(other.iso)")
    case .shortYear(let maybe):
      add(
        .ambiguousDate, column.name, value: value,
        expected: "\(DateForms.expected), with all four digits of the year", maybe: maybe?.iso)
    case .otherWeekday(let day):
      add(
        .ambiguousDate, column.name, value: value,
        expected: "\(DateForms.expected): \(day.iso) is a \(WeekdayNames.english(day))")
    case .bad(let maybe):
      add(
        .badDate, column.name, value: value, expected: DateForms.expected, maybe: maybe?.iso)
    }
    return nil
  }

  /// A whole number within bounds.
  func whole(
    _ column: Column, in bounds: ClosedRange<Int> = 0...SizeLimits.whole
  ) -> Int? {
    guard case .bytes(let range) = cell(column) else { return nil }
    return whole(range, column, in: bounds)
  }

  func whole(_ range: Range<Int>, _ column: Column, in bounds: ClosedRange<Int>) -> Int? {
    let bounded = "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    return number(range, column, places: 0, in: bounds, "a whole number", bounded, .badNumber)
  }

  /// A decimal with at most two places, in hundredths.
  func hundredths(_ column: Column) -> Int? {
    guard case .bytes(let range) = cell(column) else { return nil }
    let bound = SizeLimits.whole / 100
    return number(
      range, column, places: 2, in: -SizeLimits.whole...SizeLimits.whole,
      "a number with at most two decimals", "points from \(-bound) to \(bound)", .badDecimal)
  }

  /// A number in units of its last place.
  private func number(
    _ range: Range<Int>, _ column: Column, places: Int, in bounds: ClosedRange<Int>,
    _ expected: @autoclosure () -> String, _ bounded: @autoclosure () -> String,
    _ kind: FindingKind
  ) -> Int? {
    var parsed = Numbers.decimal(bytes, range, places: places)
    if parsed == .bad {
      let value = string(range)
      switch NumberForms.reading(value, places: places, decimalComma: usesDecimalComma) {
      case .plain(let text):
        readAs(text, .readNumber, range, column, expected())
        parsed = Numbers.decimal(Array(text.utf8), 0..<text.utf8.count, places: places)
      case .ambiguous(let text, let other):
        add(
          .ambiguousNumber, column.name, value: value,
          expected: expected() + ": it may be \(text) or \(other)")
        return nil
      case .bad(let maybe):
        add(kind, column.name, value: value, expected: expected(), maybe: maybe)
        return nil
      }
    }
    if case .value(let value) = parsed, bounds.contains(value) { return value }
    add(.outOfRange, column.name, value: string(range), expected: bounded())
    return nil
  }

  /// Degrees of latitude or longitude.
  func degrees(_ column: Column, limit: Double) -> Double? {
    guard case .bytes(let range) = cell(column) else { return nil }
    var value = string(range)
    if usesDecimalComma, let plain = NumberForms.degrees(value) {
      readAs(plain, .readNumber, range, column, "degrees as a decimal number")
      value = plain
    }
    guard let degrees = Numbers.degrees(value) else {
      add(
        .badDecimal, column.name, value: value, expected: "degrees as a decimal number",
        maybe: NumberForms.degrees(value))
      return nil
    }
    guard abs(degrees) <= limit else {
      add(
        .outOfRange, column.name, value: value,
        expected: "degrees from -\(Int(limit)) to \(Int(limit))")
      return nil
    }
    return degrees
  }

  func isYes(_ column: Column) -> Bool? {
    guard case .bytes(let range) = cell(column) else { return nil }
    let value = string(range)
    switch value {
    case "yes": return true
    case "no": return false
    default:
      guard let answer = AnswerForms.isYes(value) else {
        add(.badYesNo, column.name, value: value, expected: "yes or no")
        return nil
      }
      readAs(answer ? "yes" : "no", .readWord, range, column, "yes or no")
      return answer
    }
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ column: Column) -> Choice?
  where Choice.RawValue == String {
    guard case .bytes(let range) = cell(column) else { return nil }
    return choice(range, column)
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ range: Range<Int>, _ column: Column, kind: FindingKind = .unknownValue
  ) -> Choice? where Choice.RawValue == String {
    let value = string(range)
    if let choice = Choice(rawValue: value) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    if let choice = Choice(rawValue: value.lowercased()) {
      readAs(choice.rawValue, .readWord, range, column, Self.oneOf(words))
      return choice
    }
    add(
      kind, column.name, value: value, expected: Self.oneOf(words),
      maybe: NearMiss.usual(value, among: words)
        ?? NearMiss.closest(to: value, among: words, log: log))
    return nil
  }

  static func oneOf(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  func country(_ column: Column) -> String? {
    guard case .bytes(let range) = cell(column) else { return nil }
    return country(range, column)
  }

  func country(_ range: Range<Int>, _ column: Column) -> String? {
    if let code = Countries.code(record.bytes, range) { return code }
    let value = string(range)
    let expected = "a country as two letters of ISO 3166-1"
    guard let code = Countries.likelyCode(value) else {
      add(.badCountry, column.name, value: value, expected: expected)
      return nil
    }
    readAs(code, .readCountry, range, column, expected)
    return code
  }
}
