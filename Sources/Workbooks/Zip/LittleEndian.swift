/// Whole numbers in the byte order of zip files.
extension [UInt8] {
  func word16(at place: Int) -> Int { Int(self[place]) | Int(self[place + 1]) << 8 }

  func word32(at place: Int) -> Int { word16(at: place) | word16(at: place + 2) << 16 }

  /// A number of 64 bits; `nil` where it is too large for an offset.
  func word64(at place: Int) -> Int? {
    let high = word32(at: place + 4)
    return high < 1 << 16 ? high << 32 | word32(at: place) : nil
  }

  mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: Int) {
    append16(value)
    append16(value >> 16)
  }
}
