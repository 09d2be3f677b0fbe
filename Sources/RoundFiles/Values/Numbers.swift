/// Numbers as tables write them: digits, a minus in front where it applies, a decimal point.
enum Numbers {
  enum Parsed: Equatable {
    case value(Int)
    /// A number with more digits than any table may use.
    case tooLarge
    case bad
  }

  static func whole(_ bytes: [UInt8], _ range: Range<Int>) -> Parsed {
    decimal(bytes, range, places: 0)
  }

  /// A decimal with at most `places` places, counted in units of its last place.
  static func decimal(_ bytes: [UInt8], _ range: Range<Int>, places: Int) -> Parsed {
    var index = range.lowerBound
    let isNegative = !range.isEmpty && bytes[index] == ASCII.minus
    if isNegative { index += 1 }
    var (value, digits, given) = (0, 0, -1)
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == ASCII.point, places > 0, given < 0, digits > 0 {
        given = 0
        continue
      }
      guard ASCII.isDigit(byte), given < places else { return .bad }
      digits += 1
      if given >= 0 { given += 1 }
      // Once over the limit, the rest is only looked at to tell a large number from none.
      let isLarge = value > 100_000_000_000_000_000
      value = isLarge ? value : value * 10 + Int(byte - 0x30)
    }
    guard digits > 0, given != 0 else { return .bad }
    for _ in max(0, given)..<places where value <= 100_000_000_000_000_000 { value *= 10 }
    guard value <= 100_000_000_000_000_000 else { return .tooLarge }
    return .value(isNegative ? -value : value)
  }

  /// Degrees: digits and a decimal point, nothing that only a machine would write.
  static func degrees(_ text: String) -> Double? {
    let bytes = text.utf8
    guard bytes.count <= 24, bytes.contains(where: ASCII.isDigit),
      bytes.allSatisfy({ ASCII.isDigit($0) || $0 == ASCII.minus || $0 == ASCII.point })
    else { return nil }
    return Double(text)
  }
}
