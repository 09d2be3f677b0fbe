/// Blanks around cells, which never count.
extension TableReader {
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    // Nearly every cell has nothing to be trimmed.
    guard start < end,
      Self.mayBeBlank(record.bytes[start]) || Self.mayBeBlank(record.bytes[end - 1])
    else { return range }
    while start < end, let count = blank(at: start, before: end) { start += count }
    while end > start, let count = blank(endingAt: end, after: start) { end -= count }
    return start..<end
  }

  private static func mayBeBlank(_ byte: UInt8) -> Bool { byte <= ASCII.space || byte >= 0x80 }

  /// Bytes of the blank that starts at an offset; forms and word processors leave wide ones and
  /// ones of no width.
  private func blank(at start: Int, before end: Int) -> Int? {
    if Self.isBlank(record.bytes[start]) { return 1 }
    return Self.wideBlanks.first { record.bytes[start..<end].starts(with: $0) }?.count
  }

  private func blank(endingAt end: Int, after start: Int) -> Int? {
    if Self.isBlank(record.bytes[end - 1]) { return 1 }
    return Self.wideBlanks.first { blank in
      end - start >= blank.count && record.bytes[end - blank.count..<end].elementsEqual(blank)
    }?.count
  }

  /// U+00A0, U+200B, U+202F and U+FEFF.
  private static let wideBlanks: [[UInt8]] = [
    [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0xAF], [0xEF, 0xBB, 0xBF],
  ]

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= ASCII.space
      && (byte == ASCII.space || byte == ASCII.tab || byte == ASCII.lf || byte == ASCII.cr)
  }
}
