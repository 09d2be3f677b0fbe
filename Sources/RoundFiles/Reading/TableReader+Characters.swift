/// What one look at the text of a table has shown of its characters.
struct TextQuality: Sendable {
  /// As which the file was read.
  let encoding: TextEncoding
  private let isClean: Bool
  private let hasLostCharacters: Bool

  init(of text: borrowing SourceText, _ encoding: TextEncoding) {
    self.encoding = encoding
    (isClean, hasLostCharacters) = (text.isClean, text.hasLostCharacters)
  }

  /// Whether cells have to be looked at one by one.
  var isDoubtful: Bool { !isClean || hasLostCharacters }
}

/// Cells as characters.
extension TableReader {
  /// Whether a cell can be read; says so where it cannot, and where a character was lost before.
  func checkCharacters(_ range: Range<Int>, _ column: String?) -> Bool {
    let cell = [UInt8](bytes[range])
    if cell.contains(0) {
      add(.nulByte, column, value: string(range), expected: "text without NUL bytes")
      return false
    }
    guard SourceText.isUTF8(cell) else {
      add(.notUTF8, column, value: string(range), expected: "text in \(textExpected)")
      return false
    }
    let text = string(range)
    if text.unicodeScalars.contains("\u{FFFD}") {
      add(
        .lostCharacter, column, value: text,
        expected: "the character that a program has lost before", severity: .note)
    }
    return true
  }

  private var textExpected: String {
    switch quality.encoding {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16, every character whole"
    default: quality.encoding.rawValue + ", which has no such character"
    }
  }
}
