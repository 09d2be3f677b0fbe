/// Text as it is compared where people spell the same word in different ways.
///
/// Cyrillic and Latin, small and capital letters, letters with and without their marks come to the
/// same, and so do the usual ways to write `đ` (`dj`, `gj`, `ǵ`), `ć` (`kj`, `ḱ`), `š` (`sh`), `dž`
/// (`xh`).
/// What is folded is never shown: nobody's name is rewritten.
enum FoldedText {
  /// The words of a text written as one, by which names of columns and countries are found.
  static func key(_ text: String) -> String {
    var bytes: [UInt8] = []
    fold(text, into: &bytes)
    return String(decoding: bytes.filter { $0 != ASCII.space }, as: UTF8.self)
  }

  /// The words of a text, each folded to small letters and digits.
  static func words(_ text: String) -> [String] {
    var bytes: [UInt8] = []
    fold(text, into: &bytes)
    return bytes.split(separator: ASCII.space).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes the folded words over what `result` holds, with a space between two of them.
  ///
  /// - Complexity: O(characters), without new memory where `result` has enough.
  static func fold(_ text: String, into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    // Plain letters are most, and spared what tells characters from bytes.
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte < 0x80 {
        if ASCII.isLower(byte) {
          append(byte, to: &result)
        } else if ASCII.isUpper(byte) || ASCII.isDigit(byte) {
          append(ASCII.lowercased(byte), to: &result)
        } else {
          endWord(&result)
        }
      } else if let scalar = scalar(byte, &bytes) {
        if isOfWord(scalar) { append(scalar, to: &result) } else { endWord(&result) }
      }
    }
    if result.last == ASCII.space { result.removeLast() }
  }

  private static func endWord(_ result: inout [UInt8]) {
    if let last = result.last, last != ASCII.space { result.append(ASCII.space) }
  }

  /// The character whose first byte was just read, and whose other bytes are.
  private static func scalar(
    _ first: UInt8, _ bytes: inout String.UTF8View.Iterator
  ) -> Unicode.Scalar? {
    let more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var value = UInt32(first & (0x3F >> UInt8(more)))
    for _ in 0..<more {
      guard let byte = bytes.next() else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value)
  }

  /// Whether a character beyond ASCII belongs to a word.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if isLetterOfTables(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .nonspacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  /// Whether a character is one for whose letter there is a table, which spares a look at Unicode's.
  private static func isLetterOfTables(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xD7, 0xF7: false
    case 0xC0..<0x250, 0x400..<0x460: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if scalar.value < 0x250 {
      append(latin[Int(scalar.value) - 0x80], to: &result)
    } else if (0x400..<0x460).contains(scalar.value) {
      append(cyrillic[Int(scalar.value) - 0x400], to: &result)
    } else if scalar.value == 0x301 {
      soften(&result)
    } else if scalar.value == 0x1E30 || scalar.value == 0x1E31 {
      result.append(letter("c"))
    } else if scalar.properties.generalCategory != .nonspacingMark {
      result += Array(scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// Takes an acute to the letter before it: `ѓ` and `ќ`, in either script, may come as two characters.
  private static func soften(_ result: inout [UInt8]) {
    if result.last == letter("g") { result[result.count - 1] = letter("d") }
    if result.last == letter("k") { result[result.count - 1] = letter("c") }
  }

  private static func append(_ letters: Letters, to result: inout [UInt8]) {
    var rest = letters.bytes
    while rest != 0 {
      append(UInt8(truncatingIfNeeded: rest), to: &result)
      rest >>= 8
    }
  }

  /// Up to four bytes that stand for one character, the first one lowest: an array of its own would
  /// have to be kept and left for each letter of a million names.
  private struct Letters {
    let bytes: UInt32

    init(_ text: some Sequence<UInt8>) {
      bytes = text.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// Adds a letter, and puts digraphs into one form.
  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    // Every digraph ends in one of three letters.
    guard byte == letter("j") || byte == letter("h") || byte == letter("q") else {
      result.append(byte)
      return
    }
    switch (result.last, byte) {
    case (letter("d"), letter("j")): break
    case (letter("g"), letter("j")): result[result.count - 1] = letter("d")
    case (letter("k"), letter("j")): result[result.count - 1] = letter("c")
    case (letter("s"), letter("h")), (letter("z"), letter("h")), (letter("c"), letter("h")): break
    case (letter("x"), letter("h")):
      result[result.count - 1] = letter("d")
      result.append(letter("z"))
    case (_, letter("q")): result.append(letter("c"))
    default: result.append(byte)
    }
  }

  @inline(__always)
  private static func letter(_ character: Unicode.Scalar) -> UInt8 {
    UInt8(truncatingIfNeeded: character.value)
  }

  /// What stands for the characters from U+0080 to U+024F: their base letters, as their Unicode
  /// names say them (`LATIN SMALL LETTER C WITH CARON`).
  private static let latin: [Letters] = (UInt32(0x80)..<0x250).map { value in
    guard let scalar = Unicode.Scalar(value) else { return Letters([]) }
    if let special = ligatures[scalar] { return Letters(special.utf8) }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count <= 2
    else { return Letters(scalar.properties.lowercaseMapping.utf8) }
    return Letters(words[3].lowercased().utf8)
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "ß": "ss", "Ǆ": "dz", "ǅ": "dz", "ǆ": "dz", "Ǉ": "lj", "ǈ": "lj", "ǉ": "lj", "Ǌ": "nj",
    "ǋ": "nj", "ǌ": "nj", "ı": "i", "Ǵ": "d", "ǵ": "d",
  ]

  /// What stands for the characters from U+0400 to U+045F.
  private static let cyrillic: [Letters] =
    """
    e e d d e dz i ji j lj nj c c i u dz \
    a b v g d e z z i j k l m n o p r s t u f h c c s st a y _ e ju ja \
    a b v g d e z z i j k l m n o p r s t u f h c c s st a y _ e ju ja \
    e e d d e dz i ji j lj nj c c i u dz
    """.split(separator: " ").map { Letters($0 == "_" ? [] : Array($0.utf8)) }
}
