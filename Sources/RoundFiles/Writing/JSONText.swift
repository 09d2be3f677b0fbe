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

  /// The value as text that ends in a line end.
  package static func write(_ value: Value) -> String {
    var text = ""
    append(value, indent: "", to: &text)
    return text + "\n"
  }

  private static func append(_ value: Value, indent: String, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .decimal(let units, let places): text += decimal(units, places)
    case .string(let value): appendQuoted(value, to: &text)
    case .array(let values):
      appendLines(values, "[", "]", indent, to: &text) { append($0, indent: $1, to: &$2) }
    case .object(let members):
      appendLines(members, "{", "}", indent, to: &text) { member, indent, text in
        appendQuoted(member.key, to: &text)
        text += ": "
        append(member.value, indent: indent, to: &text)
      }
    }
  }

  private static func appendLines<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ indent: String,
    to text: inout String, _ append: (Element, String, inout String) -> Void
  ) {
    text += open
    let inner = indent + "  "
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner
      append(element, inner, &text)
    }
    text += elements.isEmpty ? close : "\n" + indent + close
  }

  private static func decimal(_ units: Int, _ places: Int) -> String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (units < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }

  private static func appendQuoted(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // The last two end a line in scripts, though not in JSON.
      case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
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
