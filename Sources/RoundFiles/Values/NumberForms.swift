/// Numbers as spreadsheets of other countries show them.
///
/// Commas and points mean the decimal place in one country and thousands in another. Only a round
/// that declares `decimal_comma` lets a comma stand for a point; without that, what could be either
/// is a finding.
enum NumberForms {
  enum Reading: Equatable {
    /// The only number that is meant, as the format has it.
    case plain(String)
    case ambiguous(String, String)
    case bad(maybe: String?)
  }

  /// Reads a number of at most `places` decimals that is not written as the format has it.
  static func reading(_ text: String, places: Int, decimalComma: Bool) -> Reading {
    guard text.utf8.count <= 40 else { return .bad(maybe: nil) }
    var kept = text.filter { !($0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "'") }
    if kept.hasPrefix("+") { kept.removeFirst() }
    let hasGaps = kept.utf8.count < text.utf8.count - (text.hasPrefix("+") ? 1 : 0)
    guard !hasGaps || hasThousands(text) else { return .bad(maybe: number(kept, places)) }
    return decimalComma ? withComma(kept, places) : withPoint(kept, text, places)
  }

  /// Degrees with a decimal comma, as the format has them.
  static func degrees(_ text: String) -> String? {
    guard text.filter({ $0 == "," }).count == 1, !text.contains(".") else { return nil }
    let kept = text.replacing(",", with: ".")
    return Numbers.degrees(kept) == nil ? nil : kept
  }

  private static func withComma(_ text: String, _ places: Int) -> Reading {
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = joined(halves[0], at: ".") else { return .bad(maybe: nil) }
    let plain = halves.count == 2 ? whole + "." + halves[1] : whole
    return number(plain, places).map { .plain($0) } ?? .bad(maybe: nil)
  }

  private static func withPoint(_ kept: String, _ text: String, _ places: Int) -> Reading {
    if isGroup(kept, at: ".") {
      let thousands = kept.filter { $0 != "." }
      return .ambiguous(thousands, number(kept, places) ?? kept)
    }
    if let plain = number(kept, places) { return .plain(plain) }
    if isGroup(kept, at: ","), let whole = joined(kept[...], at: ",") {
      return .ambiguous(whole, kept.replacing(",", with: "."))
    }
    let halves = kept.split(separator: ".", omittingEmptySubsequences: false)
    if halves.count == 2, let whole = joined(halves[0], at: ",") {
      return .bad(maybe: number(whole + "." + halves[1], places))
    }
    guard case .plain(let maybe) = withComma(kept, places) else { return .bad(maybe: nil) }
    return .bad(maybe: maybe)
  }

  /// One group of thousands and no more, as in `1.998`: it may be a decimal as well.
  private static func isGroup(_ text: String, at mark: Character) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: mark, omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].utf8.count) && parts[1].utf8.count == 3
      && parts.allSatisfy { $0.utf8.allSatisfy(ASCII.isDigit) } && parts[0] != "0"
  }

  /// Digits without the marks between thousands; `nil` where the marks stand elsewhere.
  private static func joined(_ text: Substring, at mark: Character) -> String? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      parts.count == 1 || (1...3).contains(parts[0].drop { $0 == "-" }.utf8.count)
    else { return nil }
    return parts.joined()
  }

  /// Whether gaps stand only before every third digit from the end of the whole part.
  private static func hasThousands(_ text: String) -> Bool {
    let whole = text.prefix { !($0 == "." || $0 == ",") }
    let gaps: Set<Character> = [" ", "\u{A0}", "\u{202F}", "'"]
    let parts = whole.split(omittingEmptySubsequences: false) { gaps.contains($0) }
    return parts.dropFirst().allSatisfy { $0.utf8.count == 3 } && parts.count > 1
      && !text[whole.endIndex...].contains { gaps.contains($0) }
  }

  /// The number without zeros past its last place, if it is one.
  private static func number(_ text: String, _ places: Int) -> String? {
    var kept = text
    if let point = kept.firstIndex(of: "."), kept.index(after: point) < kept.endIndex {
      while kept.hasSuffix("0"), kept[point...].utf8.count > places + 1 { kept.removeLast() }
      if kept.hasSuffix(".") { kept.removeLast() }
    }
    let bytes = Array(kept.utf8)
    guard Numbers.decimal(bytes, 0..<bytes.count, places: places) != .bad else { return nil }
    return kept
  }
}
