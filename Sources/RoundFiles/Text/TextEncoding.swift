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
  /// What is no character of the encoding is no UTF-8 in the result either: a byte stays as it is, and
  /// half a character of UTF-16 becomes the bytes that would be its own in UTF-8. So whoever looks at
  /// cells finds it where it stands.
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
    let units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var lead: UInt16?
    for (index, unit) in units.enumerated() where index > 0 || unit != 0xFEFF {
      if let first = lead {
        lead = nil
        if UTF16.isTrailSurrogate(unit) {
          append(0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(unit & 0x3FF), to: &result)
          continue
        }
        append(UInt32(first), to: &result)
      }
      if UTF16.isLeadSurrogate(unit) { lead = unit } else { append(UInt32(unit), to: &result) }
    }
    if let lead { append(UInt32(lead), to: &result) }
    // Half a pair of bytes is a byte that no text in UTF-8 has.
    if bytes.count % 2 == 1 { result.append(0xFF) }
    return result
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) {
      result.append(contentsOf: scalar.utf8)
    } else {
      result += [0xED, 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F)]
    }
  }
}

extension Unicode.Scalar {
  /// The bytes of the character in UTF-8.
  var utf8: Unicode.UTF8.EncodedScalar { Unicode.UTF8.encode(self) ?? .init() }
}
