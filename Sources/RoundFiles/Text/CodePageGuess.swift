/// Which code page a text is in that is not UTF-8.
///
/// Every byte means something in every code page, so only the language of the text can tell them
/// apart. Where it does not, there is no guess: a wrong one would spoil names in silence.
struct CodePageGuess {
  /// What kind of letters a text surely has.
  enum Letters: Hashable, Sendable { case cyrillic, latin }

  private var isMixed: Bool { sequences * 4 > upperBytes }
  /// Bytes from 0x80.
  private var upperBytes = 0
  /// Letters among them: in words with plain letters, in words of nothing else, and on their own.
  private var (inLatin, inCyrillic, alone) = (0, 0, 0)
  /// Letters of the longest word of nothing else.
  private var longest = 0
  /// Characters of several bytes that would be right in UTF-8.
  private var sequences = 0
  /// Letter E8 at the end of a word: `č` of Central Europe, but much more often `è` of Italian.
  private var finalE = 0
  private var count = Array(repeating: 0, count: 256)

  init(_ bytes: [UInt8]) {
    var (plain, upper) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      if byte >= 0x80 { look(at: byte, before: index + 1 < bytes.count ? bytes[index + 1] : 0) }
      if Self.isLetter(byte) {
        plain += 1
      } else if byte >= 0x80, !Self.isSharedMark[Int(byte - 0x80)] {
        upper += 1
      } else {
        endWord(&plain, &upper)
      }
    }
    endWord(&plain, &upper)
  }

  private mutating func look(at byte: UInt8, before after: UInt8) {
    upperBytes += 1
    count[Int(byte)] += 1
    if (0xC2...0xDF).contains(byte), after & 0xC0 == 0x80 { sequences += 1 }
    if byte == 0xE8, after < 0x80, !Self.isLetter(after) { finalE += 1 }
  }

  private mutating func endWord(_ plain: inout Int, _ upper: inout Int) {
    if plain > 0 {
      inLatin += upper
    } else if upper > 1 {
      inCyrillic += upper
      longest = max(longest, upper)
    } else {
      alone += upper
    }
    (plain, upper) = (0, 0)
  }

  /// The encoding, or `nil` where the bytes do not tell.
  var encoding: TextEncoding? {
    // Quotes and dashes are the same in all of them.
    let hasLetters = inLatin + inCyrillic + alone > 0
    if upperBytes > 0, !isMixed, !hasLetters { return .windows1250 }
    return letters.map { $0 == .cyrillic ? .windows1251 : .windows1250 }
  }

  /// The letters that the text surely has.
  ///
  /// Words of Cyrillic are made of such bytes; in Latin ones they stand among plain letters. Initials
  /// and short words can be both: `ŽŠ` has the bytes of `ЋЉ`.
  var letters: Letters? {
    guard upperBytes > 0, !isMixed else { return nil }
    if inCyrillic > inLatin, isCyrillic, longest >= 5 || !isOfRegion { return .cyrillic }
    guard inLatin > 0, inLatin > inCyrillic || isOfRegion, isCentral else { return nil }
    return .latin
  }

  /// The encoding of a text that does not tell, where the tables beside it have such letters.
  func encoding(beside letters: Letters) -> TextEncoding? {
    guard upperBytes > 0, !isMixed else { return nil }
    return switch letters {
    case .cyrillic: isCyrillic && inLatin <= inCyrillic ? .windows1251 : nil
    // Other tables may come from elsewhere, so they do not tell `č` from `è`.
    case .latin: isCentral ? .windows1250 : nil
    }
  }

  private var isCyrillic: Bool {
    count.indices.allSatisfy { byte in
      guard count[byte] > 0 else { return true }
      let scalar = CodePage.windows1251[UInt8(byte)]
      return (0x401...0x45F).contains(scalar.value) || Self.isMark(scalar)
    }
  }

  /// Whether all letters are ones of Bosnian, Croatian, Montenegrin, Serbian, Slovenian or Albanian in
  /// Windows-1250.
  private var isOfRegion: Bool {
    (0x80...0xFF).allSatisfy { byte in
      count[byte] == 0 || Self.isSharedMark[byte - 0x80] || Self.region.contains(byte)
    }
  }

  /// `Š`, `Ž`, `š`, `ž`, `Ć`, `Ç`, `Č`, `Ë`, `Đ`, `ć`, `ç`, `č`, `ë`, `đ`.
  private static let region = [
    0x8A, 0x8E, 0x9A, 0x9E, 0xC6, 0xC7, 0xC8, 0xCB, 0xD0, 0xE6, 0xE7, 0xE8, 0xEB, 0xF0,
  ]

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

  /// For each byte from 0x80 whether it is the same mark in both scripts.
  private static let isSharedMark: [Bool] = (0x80...0xFF).map { byte in
    let mark = CodePage.windows1251[UInt8(byte)]
    return isMark(mark) && CodePage.windows1250[UInt8(byte)] == mark
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
