import MobilityModel

/// The bytes of a file as text in UTF-8.
///
/// This step stands before the scanner, which knows nothing of encodings: it sees bytes in which
/// quotes, separators and line ends are ASCII.
package struct SourceText {
  package var bytes: [UInt8]
  /// Offset of the first byte after a byte order mark.
  package var start: Int
  /// Whether every byte is UTF-8 and none is NUL; if not, cells have to be looked at one by one.
  package var isClean: Bool
  let hasNul: Bool
  /// Whether U+FFFD stands somewhere, which programs put where they could not read a character.
  let hasLostCharacters: Bool
  /// About the number of lines.
  let lineFeeds: Int

  /// Looks at bytes, with so many threads where there are many.
  package init(_ bytes: consuming [UInt8], threads: Int = 1) {
    self.bytes = bytes
    start = self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let parts = Self.parts(of: self.bytes, from: start)
    let looks = sideBySide(parts, threads: threads) { [bytes = self.bytes] in
      Look(bytes.span.extracting($0))
    }
    lineFeeds = looks.reduce(0) { $0 + $1.count.lineFeeds }
    hasNul = looks.contains(where: \.count.hasNul)
    isClean = looks.allSatisfy(\.isClean)
    hasLostCharacters = looks.contains(where: \.hasLostCharacters)
  }

  /// What one look at a part tells.
  private struct Look: Sendable {
    let count: ByteCount
    let isClean: Bool
    let hasLostCharacters: Bool

    init(_ bytes: Span<UInt8>) {
      count = ByteCount(bytes)
      hasLostCharacters = count.hasEF && SourceText.hasLostCharacter(bytes)
      isClean = !count.hasNul && SourceText.isUTF8(bytes)
    }
  }

  /// Parts of some megabytes, none of which begins within a character.
  private static func parts(of bytes: [UInt8], from first: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = first
    while start < bytes.count {
      var end = min(start + (8 << 20), bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  private static func hasLostCharacter(_ bytes: Span<UInt8>) -> Bool {
    var index = 2
    while index < bytes.count {
      if bytes[index - 2] == 0xEF, bytes[index - 1] == 0xBF, bytes[index] == 0xBD { return true }
      index += 1
    }
    return false
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool { isUTF8(bytes.span) }

  private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }
}
