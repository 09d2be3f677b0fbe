extension Finding {
  /// The finding in one line: `sessions.csv:7 start "2022-13-01": expected a date as YYYY-MM-DD;
  /// maybe "2022-01-13"`.
  ///
  /// Whatever a file holds, the line is one line and holds no character that moves a cursor.
  package var message: String {
    var text = file
    if let row { text += ":\(row)" }
    if let column { text += " " + column }
    if !value.isEmpty { text += " " + Self.quoted(value) }
    text += ": expected " + expected
    if let maybe { text += "; maybe " + Self.quoted(maybe) }
    if let readAs { text += "; read as " + Self.quoted(readAs) }
    return Self.visible(text)
  }

  private static func quoted(_ value: String) -> String {
    let hasMarks = value.utf8.contains { $0 == ASCII.quote || $0 == ASCII.backslash }
    guard hasMarks else { return "\"\(value)\"" }
    return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The text with every control and direction character written as its number.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // Most characters are plain, and need no look at Unicode's tables.
    if (0x20..<0x7F).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return false
    }
  }
}
