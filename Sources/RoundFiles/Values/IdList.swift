/// Ids one after the other in a single array of bytes, each with a number.
///
/// Whoever looks for one gives its head and where its bytes are, so that no string is made.
struct IdList: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Offset after the last byte of an id, indexed by number.
  private var end: [Int32] = []
  /// First eight bytes of an id, the first one on top, indexed by number.
  ///
  /// They order most ids and tell most of them apart without a look at `bytes`.
  private(set) var head: [UInt64] = []

  var count: Int { end.count }

  /// The id of a number.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  /// Where an id lies in `bytes`.
  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(end[number - 1]))..<Int(end[number])
  }

  mutating func reserveCapacity(_ count: Int) {
    end.reserveCapacity(count)
    head.reserveCapacity(count)
  }

  mutating func append(_ head: UInt64, _ source: [UInt8], _ range: Range<Int>) {
    bytes.append(contentsOf: source[range])
    end.append(Int32(truncatingIfNeeded: bytes.count))
    self.head.append(head)
  }

  /// Adds all ids of another list.
  mutating func append(_ other: IdList) {
    let before = Int32(truncatingIfNeeded: bytes.count)
    bytes += other.bytes
    end += other.end.map { before + $0 }
    head += other.head
  }

  /// Whether one id comes before another.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    head[left] == head[right]
      ? self[left].lexicographicallyPrecedes(self[right]) : head[left] < head[right]
  }

  /// Whether an id comes before one elsewhere.
  func precedes(
    _ number: Int, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Bool {
    self.head[number] == head
      ? self[number].lexicographicallyPrecedes(source[range]) : self.head[number] < head
  }

  func isEqual(
    _ number: Int, _ head: UInt64, _ source: [UInt8], _ other: Range<Int>
  ) -> Bool {
    guard self.head[number] == head else { return false }
    let own = range(number)
    guard own.count == other.count else { return false }
    guard own.count > 8 else { return true }
    let shift = other.lowerBound - own.lowerBound
    return (own.lowerBound + 8..<own.upperBound).allSatisfy { bytes[$0] == source[$0 + shift] }
  }

  /// The first eight bytes of an id.
  static func head(_ source: [UInt8], _ range: Range<Int>) -> UInt64 {
    let count = min(8, range.count)
    guard count > 0 else { return 0 }
    if range.lowerBound + 8 <= source.count {
      let word = source.span.bytes.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound, as: UInt64.self)
      return UInt64(bigEndian: word) & (.max << UInt64(64 - 8 * count))
    }
    var value: UInt64 = 0
    for index in range.prefix(8) { value = value << 8 | UInt64(source[index]) }
    return value << UInt64(64 - 8 * count)
  }
}
