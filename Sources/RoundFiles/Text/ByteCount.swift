/// What one quick look at all bytes of a file tells.
///
/// Eight bytes at a time, in the arithmetic of whole words: the compiler made neither a loop over
/// bytes nor one over SIMD vectors fast.
struct ByteCount {
  private(set) var hasNul = false
  /// Whether a character may begin with EF, as U+FFFD does.
  private(set) var hasEF = false
  /// Number of LF, or a little more: a hint at the number of rows.
  private(set) var lineFeeds = 0

  init(_ bytes: Span<UInt8>) {
    var start = 0
    while start + 8 <= bytes.count {
      // As many words as the lanes of one word can count.
      let end = min(start + 8 * 255, bytes.count - 7)
      start = add(bytes.bytes, stride(from: start, to: end, by: 8))
    }
    for index in start..<bytes.count {
      hasNul = hasNul || bytes[index] == 0
      hasEF = hasEF || bytes[index] == 0xEF
      if bytes[index] == ASCII.lf { lineFeeds += 1 }
    }
  }

  private mutating func add(_ source: RawSpan, _ starts: StrideTo<Int>) -> Int {
    var (nuls, efs): (UInt64, UInt64) = (0, 0)
    var lanes: UInt64 = 0
    var end = 0
    for start in starts {
      let word = source.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      nuls |= Self.zeros(word)
      efs |= Self.zeros(word ^ 0xEFEF_EFEF_EFEF_EFEF)
      lanes &+= Self.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A) >> 7
      end = start + 8
    }
    hasNul = hasNul || nuls != 0
    hasEF = hasEF || efs != 0
    let pairs = (lanes & 0x00FF_00FF_00FF_00FF) + (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
    lineFeeds += Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    return end
  }

  /// A bit for each byte that is 0, and perhaps some above the first of them; none if none is.
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
