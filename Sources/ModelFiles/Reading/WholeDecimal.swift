import RoundFiles
import Selection

/// Whole numbers as models write them, also as `1.0` or `2.5e3`.
///
/// They are read digit by digit, since a floating-point number could have been rounded.
enum WholeDecimal {
  enum Parsed: Equatable {
    case value(Int)
    /// A number with a fraction.
    case fraction
    /// A number farther from 0 than ``WholeNumbers/most``.
    case tooLarge
    case bad
  }

  /// The number that some bytes write.
  ///
  /// - Complexity: O(bytes), whatever the exponent.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Parsed {
    var digits = Digits()
    var rest = bytes
    let isNegative = dropSign(&rest)
    while let byte = rest.first, ASCII.isDigit(byte) || byte == ASCII.point {
      rest = rest.dropFirst()
      guard digits.take(byte) else { return .bad }
    }
    guard digits.count > 0, let exponent = exponent(rest) else { return .bad }
    return digits.number(exponent: exponent, isNegative: isNegative)
  }

  private static func dropSign(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.first, sign == ASCII.minus || sign == ASCII.plus else { return false }
    rest = rest.dropFirst()
    return sign == ASCII.minus
  }

  /// What follows the digits: nothing, or a letter and a whole number, which stops at 10^9.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let letter = bytes.first else { return 0 }
    // Older programs write D for an exponent of double precision.
    guard "eEdD".utf8.contains(letter) else { return nil }
    var rest = bytes.dropFirst()
    let isNegative = dropSign(&rest)
    guard !rest.isEmpty, rest.allSatisfy(ASCII.isDigit) else { return nil }
    let size = rest.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000_000_000) }
    return isNegative ? -size : size
  }
}

/// The digits of a number, without the zeros at its end.
private struct Digits {
  private(set) var count = 0
  private var value = 0
  private var isLarge = false
  /// Zeros after the last other digit.
  private var zeros = 0
  /// Digits after the point; -1 before it.
  private var decimals = -1

  /// Takes a digit or the point; `false` for a second point.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == ASCII.point {
      guard decimals < 0 else { return false }
      decimals = 0
      return true
    }
    count += 1
    if decimals >= 0 { decimals += 1 }
    if byte == 0x30 {
      zeros += 1
      return true
    }
    shift(by: zeros + 1)
    value = WholeNumbers.sum(value, Int(byte - 0x30))
    zeros = 0
    return true
  }

  private mutating func shift(by places: Int) {
    if value == 0 { return }
    for _ in 0..<places {
      value = WholeNumbers.product(value, 10)
      if value > WholeNumbers.most { isLarge = true }
      if isLarge { return }
    }
  }

  func number(exponent: Int, isNegative: Bool) -> WholeDecimal.Parsed {
    if value == 0 { return .value(0) }
    let places = exponent - max(decimals, 0) + zeros
    if places < 0 { return .fraction }
    var number = self
    number.shift(by: places)
    guard !number.isLarge, number.value <= WholeNumbers.most else { return .tooLarge }
    return .value(isNegative ? -number.value : number.value)
  }
}
