/// Text as XML, and as workbooks write the characters that XML cannot hold.
enum XMLText {
  /// Appends text so that a reader gets it back, control characters and line ends too.
  ///
  /// Workbooks write a character that XML cannot hold as `_x0007_`, and so the first character of
  /// text that looks like that.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    guard text.utf8.contains(where: isSpecial) else {
      bytes += text.utf8
      return
    }
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\n": bytes += "&#10;".utf8
      case "\t": bytes += "&#9;".utf8
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": appendCode(scalar, to: &bytes)
      case "_" where isCode(rest): appendCode(scalar, to: &bytes)
      default: bytes += String(scalar).utf8
      }
      rest.removeFirst()
    }
  }

  /// Whether a byte may need another form; those of U+FFFE and U+FFFF start with 0xEF.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x5F
      || byte == 0xEF
  }

  private static func appendCode(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    bytes += ("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").utf8
  }

  /// Whether text starts with what reads as the number of a character.
  private static func isCode(_ text: Substring.UnicodeScalarView) -> Bool {
    code(Array(String(text.prefix(7)).utf8)[...]) != nil
  }

  /// The character that `_x000D_` at the start of bytes stands for.
  private static func code(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let bytes = Array(bytes.prefix(7))
    guard bytes.count == 7, bytes[0] == 0x5F, bytes[1] == 0x78, bytes[6] == 0x5F else { return nil }
    let digits = bytes[2..<6].compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 4 else { return nil }
    return Unicode.Scalar(digits.reduce(0) { $0 << 4 | UInt32($1) })
  }

  /// Puts characters in place of their numbers; text without any is left as it is.
  static func decodeCodes(_ bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(0x5F) else { return }
    var (source, target) = (start, start)
    while source < bytes.count {
      if bytes[source] == 0x5F, let scalar = code(bytes[source...]) {
        // A character takes at most three bytes, and its number seven.
        for byte in String(scalar).utf8 {
          bytes[target] = byte
          target += 1
        }
        source += 7
      } else {
        bytes[target] = bytes[source]
        target += 1
        source += 1
      }
    }
    bytes.removeSubrange(target...)
  }
}
