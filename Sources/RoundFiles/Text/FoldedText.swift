/// Text as it is compared where people spell the same word in different ways.
///
/// Cyrillic and Latin, small and capital letters, letters with and without their marks come to the
/// same, and so do the usual ways to write `đ` (`dj`, `gj`), `ć` (`kj`), `š` (`sh`), `dž` (`xh`).
/// What is folded is never shown: nobody's name is rewritten.
enum FoldedText {
  /// The words of a text, each folded to small letters and digits.
  ///
  /// - Complexity: O(characters).
  static func words(_ text: String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard isOfWord(scalar) else {
        if !word.isEmpty { result.append(joined(word)) }
        word.removeAll(keepingCapacity: true)
        continue
      }
      append(scalar, to: &word)
    }
    if !word.isEmpty { result.append(joined(word)) }
    return result
  }

  /// The words of a text written as one, by which names of columns and countries are found.
  static func key(_ text: String) -> String {
    String(decoding: words(text).joined(), as: UTF8.self)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      return ASCII.isDigit(byte) || ASCII.isLower(byte) || ASCII.isUpper(byte)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .nonspacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    if scalar.value < 0x80 {
      word.append(ASCII.lowercased(UInt8(scalar.value)))
    } else if scalar.value < 0x250 {
      word += latin[Int(scalar.value) - 0x80]
    } else if (0x400..<0x460).contains(scalar.value) {
      word += cyrillic[Int(scalar.value) - 0x400]
    } else if scalar.properties.generalCategory != .nonspacingMark {
      word += Array(scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// Puts digraphs into one form; an apostrophe or a mark never separates them.
  private static func joined(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    for byte in word {
      switch (result.last, byte) {
      case (letter("d"), letter("j")): continue
      case (letter("g"), letter("j")): result[result.count - 1] = letter("d")
      case (letter("k"), letter("j")): result[result.count - 1] = letter("c")
      case (letter("s"), letter("h")), (letter("z"), letter("h")), (letter("c"), letter("h")):
        continue
      case (letter("x"), letter("h")):
        result[result.count - 1] = letter("d")
        result.append(letter("z"))
      case (_, letter("q")): result.append(letter("c"))
      default: result.append(byte)
      }
    }
    return result
  }

  private static func letter(_ character: Unicode.Scalar) -> UInt8 {
    UInt8(truncatingIfNeeded: character.value)
  }

  /// What stands for the characters from U+0080 to U+024F: their base letters, as their Unicode
  /// names say them (`LATIN SMALL LETTER C WITH CARON`).
  private static let latin: [[UInt8]] = (UInt32(0x80)..<0x250).map { value in
    guard let scalar = Unicode.Scalar(value) else { return [] }
    if let special = ligatures[scalar] { return Array(special.utf8) }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count <= 2
    else { return Array(scalar.properties.lowercaseMapping.utf8) }
    return Array(words[3].lowercased().utf8)
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "ß": "ss", "Ǆ": "dz", "ǅ": "dz", "ǆ": "dz", "Ǉ": "lj", "ǈ": "lj", "ǉ": "lj", "Ǌ": "nj",
    "ǋ": "nj", "ǌ": "nj", "ı": "i",
  ]

  /// What stands for the characters from U+0400 to U+045F.
  private static let cyrillic: [[UInt8]] =
    """
    e e d d e dz i ji j lj nj c c i u dz \
    a b v g d e z z i j k l m n o p r s t u f h c c s st a y _ e ju ja \
    a b v g d e z z i j k l m n o p r s t u f h c c s st a y _ e ju ja \
    e e d d e dz i ji j lj nj c c i u dz
    """.split(separator: " ").map { $0 == "_" ? [] : Array($0.utf8) }
}
