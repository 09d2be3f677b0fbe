/// Keeps spreadsheets from running text as a formula.
///
/// Programs take a cell that starts with `=`, `+`, `-`, `@`, a tab or a CR for a formula. Writers
/// put an apostrophe before such text; readers take it off again, so that text survives the trip.
package enum FormulaGuard {
  /// Whether a spreadsheet into which the text is typed would run it.
  package static func isRisky(_ text: String) -> Bool {
    text.utf8.first.map(isRisky) ?? false && !isNumber(text.utf8)
  }

  /// Whether text must not stand in a cell as it is.
  static func isNeeded(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, isRisky(first) || isGuarded(text) else { return false }
    return !isNumber(text)
  }

  /// The range without the apostrophe of a guarded cell.
  static func unguarded(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    isGuarded(bytes[range]) ? range.lowerBound + 1..<range.upperBound : range
  }

  /// Whether text starts with apostrophes and then a risky character.
  ///
  /// Text that came with apostrophes gets one more, so that taking one off always gives back what
  /// was written.
  private static func isGuarded(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.first == ASCII.apostrophe else { return false }
    return bytes.first { $0 != ASCII.apostrophe }.map(isRisky) ?? false
  }

  private static func isRisky(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.equals, ASCII.plus, ASCII.minus, ASCII.at, ASCII.tab, ASCII.cr: true
    default: false
    }
  }

  /// A plain negative number does no harm, and a column of numbers should stay one.
  private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.first == ASCII.minus, bytes.count > 1, bytes.count <= 20 else { return false }
    return bytes.dropFirst().allSatisfy { ASCII.isDigit($0) || $0 == ASCII.point }
  }
}
