/// How a file writes characters as bytes.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Central Europe: what spreadsheets save in Bosnian, Croatian, Albanian, Slovenian, Polish.
  case windows1250 = "windows-1250"
  /// Cyrillic.
  case windows1251 = "windows-1251"
  /// Western Europe; never recognised, only named by a planner.
  case windows1252 = "windows-1252"

  /// The text of a file in UTF-8, without a byte order mark.
  ///
  /// A byte or a pair of bytes that the encoding does not know becomes U+FFFD.
  package func decoded(_ bytes: consuming [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return consume bytes
    case .utf16LittleEndian: return Self.utf16(bytes, isBigEndian: false)
    case .utf16BigEndian: return Self.utf16(bytes, isBigEndian: true)
    case .windows1250: return CodePage.windows1250.decoded(bytes)
    case .windows1251: return CodePage.windows1251.decoded(bytes)
    case .windows1252: return CodePage.windows1252.decoded(bytes)
    }
  }

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    let (high, low) = isBigEndian ? (0, 1) : (1, 0)
    var units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
    }.makeIterator()
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var decoder = UTF16()
    var isFirst = true
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar):
        if !isFirst || scalar != "\u{FEFF}" { result.append(contentsOf: scalar.utf8) }
      case .error: result.append(contentsOf: CodePage.unknown.utf8)
      case .emptyInput: return result
      }
      isFirst = false
    }
  }
}

extension Unicode.Scalar {
  /// The bytes of the character in UTF-8.
  var utf8: Unicode.UTF8.EncodedScalar { Unicode.UTF8.encode(self) ?? .init() }
}
