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
    var joined: [UInt8] = []
    for column in columns {
      // No cell that can be read holds a NUL byte.
      joined.append(0)
      if case .bytes(let range) = cell(column) { joined += record.bytes[range] }
    }
    return cache.value(of: joined, 0..<joined.count) { (columns.map { text($0) }, true) }
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
    add(
      .badDate, column.name, value: value, expected: DateForms.expected,
      maybe: DateForms.likely(value))
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
    switch Numbers.whole(bytes, range) {
    case .value(let value) where bounds.contains(value): return value
    case .value, .tooLarge:
      add(
        .outOfRange, column.name, value: string(range),
        expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    case .bad:
      let value = string(range)
      add(
        .badNumber, column.name, value: value, expected: "a whole number",
        maybe: Numbers.likelyWhole(value))
    }
    return nil
  }

  /// A decimal with at most two places, in hundredths.
  func hundredths(_ column: Column) -> Int? {
    guard case .bytes(let range) = cell(column) else { return nil }
    switch Numbers.hundredths(bytes, range) {
    case .value(let value) where abs(value) <= SizeLimits.whole: return value
    case .value, .tooLarge:
      let bound = SizeLimits.whole / 100
      add(
        .outOfRange, column.name, value: string(range),
        expected: "points from \(-bound) to \(bound)")
    case .bad:
      let value = string(range)
      add(
        .badDecimal, column.name, value: value, expected: "a number with at most two decimals",
        maybe: Numbers.likelyHundredths(value))
    }
    return nil
  }

  /// Degrees of latitude or longitude.
  func degrees(_ column: Column, limit: Double) -> Double? {
    guard case .bytes(let range) = cell(column) else { return nil }
    let value = string(range)
    guard let degrees = Numbers.degrees(value) else {
      add(
        .badDecimal, column.name, value: value, expected: "degrees as a decimal number",
        maybe: Numbers.likelyDegrees(value))
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
    return isYes(string(range), column)
  }

  func isYes(_ value: String, _ column: Column) -> Bool? {
    switch value {
    case "yes": return true
    case "no": return false
    default:
      add(
        .badYesNo, column.name, value: value, expected: "yes or no",
        maybe: Self.likelyAnswer(value))
      return nil
    }
  }

  private static func likelyAnswer(_ value: String) -> String? {
    switch value.lowercased() {
    case "yes", "y", "true", "1", "da", "po", "x": "yes"
    case "no", "n", "false", "0", "ne", "jo": "no"
    default: nil
    }
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ column: Column) -> Choice?
  where Choice.RawValue == String {
    guard case .bytes(let range) = cell(column) else { return nil }
    return choice(string(range), column)
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: String, _ column: Column, kind: FindingKind = .unknownValue
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: value) { return choice }
    let words = Choice.allCases.map(\.rawValue)
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
    add(
      .badCountry, column.name, value: value, expected: "a country as two letters of ISO 3166-1",
      maybe: Countries.likelyCode(value))
    return nil
  }
}
