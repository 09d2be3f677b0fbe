/// Which code page a text is in that is not UTF-8.
///
/// Every byte means something in every code page, so only the language of the text can tell them
/// apart. Where it does not, there is no guess: a wrong one would spoil names in silence.
struct CodePageGuess {
  private var isMixed: Bool { sequences * 4 > upperBytes }
  /// Bytes from 0x80.
  private var upperBytes = 0
  /// Those of them with another one beside them.
  private var neighbours = 0
  /// Characters of several bytes that would be right in UTF-8.
  private var sequences = 0
  /// Letter E8 at the end of a word: `č` of Central Europe, but much more often `è` of Italian.
  private var finalE = 0
  private var count = Array(repeating: 0, count: 256)

  init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      upperBytes += 1
      count[Int(byte)] += 1
      let before = index > 0 ? bytes[index - 1] : 0
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0
      if before >= 0x80 || after >= 0x80 { neighbours += 1 }
      if (0xC2...0xDF).contains(byte), after & 0xC0 == 0x80 { sequences += 1 }
      if byte == 0xE8, after < 0x80, !Self.isLetter(after) { finalE += 1 }
    }
  }

  /// The encoding, or `nil` where the bytes do not tell.
  var encoding: TextEncoding? {
    guard upperBytes > 0, !isMixed else { return nil }
    // Words of Cyrillic are made of such bytes; in Latin ones they stand among plain letters.
    if neighbours * 2 > upperBytes { return isCyrillic ? .windows1251 : nil }
    return isCentral ? .windows1250 : nil
  }

  private var isCyrillic: Bool {
    count.indices.allSatisfy { byte in
      guard count[byte] > 0 else { return true }
      let scalar = CodePage.windows1251[UInt8(byte)]
      return (0x401...0x45F).contains(scalar.value) || Self.isMark(scalar)
    }
  }

  private var isCentral: Bool {
    let isPlausible = count.indices.allSatisfy { byte in
      guard count[byte] > 0 else { return true }
      let scalar = CodePage.windows1250[UInt8(byte)]
      return (scalar.properties.isAlphabetic && scalar.value < 0x250) || Self.isMark(scalar)
    }
    guard isPlausible else { return false }
    // Letters that Western Europe uses much, where Central Europe has rare ones in their place.
    let western = [0xE0, 0xEC, 0xF1, 0xF2, 0xF9].contains { count[$0] > 0 } || finalE > 0
    return !western || Self.central.contains { count[$0] > 0 }
  }

  /// Letters of Central Europe in whose place Western Europe has signs or letters of Iceland:
  /// `ą`, `ł`, `Ą`, `Ł`, `ś`, `ť`, `ź`, `ż`, `ć`, `Č`, `Đ`, `đ`, `ř`.
  private static let central = [
    0xB9, 0xB3, 0xA5, 0xA3, 0x9C, 0x9D, 0x9F, 0xBF, 0xE6, 0xC8, 0xD0, 0xF0, 0xF8,
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    ASCII.isUpper(byte) || ASCII.isLower(byte)
  }

  /// Quotes, dashes and blanks that offices put into text.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{A0}", "\u{AD}", "«", "»", "‘", "’", "‚", "“", "”", "„", "–", "—", "•", "…", "°", "·",
      "§", "€", "№", "‹", "›", "´":
      true
    default: false
    }
  }
}
