/// What one quick look at all bytes of a file tells.
///
/// Eight bytes at a time, in the arithmetic of whole words: the compiler made neither a loop over
/// bytes nor one over SIMD vectors fast.
struct ByteCount {
  private(set) var hasNul = false
  /// Number of LF, or a little more: a hint at the number of rows.
  private(set) var lineFeeds = 0

  init(_ bytes: [UInt8]) {
    let source = bytes.span.bytes
    let whole = bytes.count - bytes.count % 8
    var nuls: UInt64 = 0
    for start in stride(from: 0, to: whole, by: 8) {
      let word = source.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      nuls |= Self.zeros(word)
      lineFeeds &+= Self.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A).nonzeroBitCount
    }
    hasNul = nuls != 0 || bytes[whole...].contains(0)
    lineFeeds += bytes[whole...].count { $0 == ASCII.lf }
  }

  /// A bit for each byte that is 0, and perhaps some above the first of them; none if none is.
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
