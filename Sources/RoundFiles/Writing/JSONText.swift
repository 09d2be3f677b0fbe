/// Writes JSON with keys in the order in which they were given, two spaces a level.
package enum JSONText {
  /// A value to be written.
  ///
  /// Numbers are whole, or whole numbers of a decimal unit, so that none depends on rounding.
  package indirect enum Value: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// `units` counted in the last of `places` decimal places: 8450 with two places is 84.50.
    case decimal(units: Int, places: Int)
    case string(String)
    case array([Value])
    case object([(key: String, value: Value)])
  }

  /// The value as text in UTF-8 that ends in a line end.
  ///
  /// - Complexity: O(characters).
  package static func bytes(_ value: Value) -> [UInt8] {
    var text: [UInt8] = []
    append(value, level: 0, to: &text)
    text.append(ASCII.lf)
    return text
  }

  private static func append(_ value: Value, level: Int, to text: inout [UInt8]) {
    switch value {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += String(value).utf8
    case .decimal(let units, let places): text += decimal(units, places).utf8
    case .string(let value): appendQuoted(value, to: &text)
    case .array(let values):
      appendLines(values, "[", "]", level, to: &text) { append($0, level: $1, to: &$2) }
    case .object(let members):
      appendLines(members, "{", "}", level, to: &text) { member, level, text in
        appendQuoted(member.key, to: &text)
        text += ": ".utf8
        append(member.value, level: level, to: &text)
      }
    }
  }

  private static func appendLines<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ level: Int,
    to text: inout [UInt8], _ append: (Element, Int, inout [UInt8]) -> Void
  ) {
    text += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(ASCII.comma) }
      startLine(level + 1, &text)
      append(element, level + 1, &text)
    }
    if !elements.isEmpty { startLine(level, &text) }
    text += close.utf8
  }

  private static func startLine(_ level: Int, _ text: inout [UInt8]) {
    text.append(ASCII.lf)
    for _ in 0..<2 * level { text.append(ASCII.space) }
  }

  private static func decimal(_ units: Int, _ places: Int) -> String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (units < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }

  private static func appendQuoted(_ value: String, to text: inout [UInt8]) {
    text.append(ASCII.quote)
    if value.utf8.contains(where: mayNeedEscape) {
      for scalar in value.unicodeScalars { appendEscaped(scalar, to: &text) }
    } else {
      text += value.utf8
    }
    text.append(ASCII.quote)
  }

  /// Whether a byte is, or begins, a character that does not stand for itself: E2 begins some that do.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xE2 || byte == ASCII.quote || byte == ASCII.backslash
  }

  private static func appendEscaped(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    switch scalar {
    case "\"": text += "\\\"".utf8
    case "\\": text += "\\\\".utf8
    case "\n": text += "\\n".utf8
    case "\r": text += "\\r".utf8
    case "\t": text += "\\t".utf8
    // The last two end a line in scripts, though not in JSON.
    case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    default: text += scalar.utf8
    }
  }
}

extension JSONText.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONText.Value...) { self = .array(elements) }
  package init(nilLiteral: ()) { self = .null }

  package init(dictionaryLiteral elements: (String, JSONText.Value)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}
