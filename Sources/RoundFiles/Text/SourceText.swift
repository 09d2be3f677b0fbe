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
  /// About the number of lines.
  let lineFeeds: Int

  package init(_ bytes: consuming [UInt8]) {
    self.bytes = bytes
    start = self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let count = ByteCount(self.bytes)
    lineFeeds = count.lineFeeds
    hasNul = count.hasNul
    isClean = !count.hasNul && Self.isUTF8(self.bytes)
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}
