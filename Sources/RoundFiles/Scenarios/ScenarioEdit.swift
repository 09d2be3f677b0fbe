import MobilityModel

/// What a scenario does to a cell.
enum CellEdit: Hashable, Sendable {
  case set(String)
  /// Days later; negative is earlier.
  case shift(days: Int)
  /// A factor in millionths.
  case scale(millionths: Int)

  private static let mostDays = 36_500
  static let places = 6

  /// Reads `+14d`, `-7d`, `*0.8`; every other text is what the cell is set to.
  init(_ text: String) {
    if let days = Self.days(text) {
      self = .shift(days: days)
    } else if let factor = Self.factor(text) {
      self = .scale(millionths: factor)
    } else {
      self = .set(text)
    }
  }

  private static func days(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-", text.last == "d",
      case .value(let days) = number(text.dropFirst().dropLast(), places: 0), days >= 0,
      days <= mostDays
    else { return nil }
    return sign == "-" ? -days : days
  }

  private static func factor(_ text: String) -> Int? {
    guard text.first == "*", case .value(let factor) = number(text.dropFirst(), places: places),
      factor >= 0
    else { return nil }
    return factor
  }

  private static func number(_ text: Substring, places: Int) -> Numbers.Parsed {
    let bytes = Array(text.utf8)
    return Numbers.decimal(bytes, 0..<bytes.count, places: places)
  }

  /// The new text of a cell; an empty one has nothing to shift or scale, and stays empty.
  ///
  /// - Throws: ``Misfit`` where the cell is not what can be shifted or scaled.
  func text(after cell: String, column: String) throws(Misfit) -> String {
    switch self {
    case .set(let text): return text
    case _ where cell.isEmpty: return ""
    case .shift(let days):
      guard let day = Day(iso: cell) else { throw .noDate }
      return Day(number: day.number + Int32(days)).iso
    case .scale(let factor):
      return try Self.scaled(cell, by: factor, places: column == "points" ? 2 : 0)
    }
  }

  enum Misfit: Error {
    case noDate
    case noNumber
  }

  /// Rounded to the last place that the column has, halves up.
  private static func scaled(
    _ cell: String, by factor: Int, places: Int
  ) throws(Misfit) -> String {
    guard case .value(let value) = number(cell[...], places: places) else { throw .noNumber }
    let million = 1_000_000
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: factor)
    guard !isTooLarge, product < .max - million else { throw .noNumber }
    let (quotient, rest) = (product + million / 2).quotientAndRemainder(dividingBy: million)
    let units = rest < 0 ? quotient - 1 : quotient
    if places == 0 { return String(units) }
    let cents = String(units.magnitude % 100)
    return (units < 0 ? "-" : "") + "\(units.magnitude / 100)." + (cents.count == 1 ? "0" : "")
      + cents
  }
}

/// Which rows of a table a scenario means.
enum RowChoice: Sendable {
  case id(String)
  /// Every one must hold; none means every row.
  case conditions([(key: String, values: Set<String>)])

  /// Reads an id, or conditions; `nil` where it is neither.
  init?(_ text: String) {
    guard !text.isEmpty else {
      self = .conditions([])
      return
    }
    guard text.contains("=") else {
      self = .id(text)
      return
    }
    var conditions: [(key: String, values: Set<String>)] = []
    for part in text.split(separator: "&", omittingEmptySubsequences: false) {
      guard let sign = part.firstIndex(of: "="), sign > part.startIndex else { return nil }
      let values = part[part.index(after: sign)...].split(
        separator: "|", omittingEmptySubsequences: false)
      conditions.append((Self.trimmed(part[..<sign]), Set(values.map(Self.trimmed))))
    }
    self = .conditions(conditions)
  }

  private static func trimmed(_ text: Substring) -> String {
    let rest = text.drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }
}
