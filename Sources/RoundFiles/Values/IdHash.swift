/// An open-addressing hash table of the numbers of ids.
///
/// Slots hold the heads of ids, so that a short one is told from others without a look at anything
/// else.
///
/// - Complexity: O(id bytes) expected per look-up; 32 to 64 bytes an id.
struct IdHash: Sendable {
  /// A power of two, at least double the ids.
  private var slots: [Slot] = []

  /// What tells an id from others: its number, or -1, its head and its bytes.
  private struct Slot: Sendable {
    var head: UInt64 = 0
    var number: Int32 = -1
    var length: Int32 = 0
  }

  /// Differs from run to run, so that nobody can prepare a file of colliding ids.
  ///
  /// Nothing that leaves this type depends on it.
  private static let seed = UInt64.random(in: .min ... .max)

  /// Makes a table of the ids of a list.
  init(_ ids: IdList) { grow(for: ids, ids.count) }

  /// Enters the last id of a list; the number of an earlier row that has it.
  mutating func enterLast(
    of ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int? {
    let number = ids.count - 1
    if ids.count * 2 > slots.count { grow(for: ids, number) }
    guard !range.isEmpty else { return nil }
    let first = enter(number, ids, head, source, range)
    return first == number ? nil : first
  }

  /// Enters the ids of a list from a number on.
  mutating func enter(_ ids: IdList, from first: Int) {
    guard ids.count * 2 <= slots.count else { return grow(for: ids, ids.count) }
    enter(first..<ids.count, ids)
  }

  /// The number of the first row with an id.
  func number(
    in ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int? {
    let number = slots[find(ids, head, source, range)].number
    return number < 0 ? nil : Int(number)
  }

  /// Makes room for all ids, and enters the first ones.
  private mutating func grow(for ids: IdList, _ entered: Int) {
    var size = max(16, slots.count)
    while size < ids.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    enter(0..<entered, ids)
  }

  private mutating func enter(_ numbers: Range<Int>, _ ids: IdList) {
    for number in numbers {
      let range = ids.range(number)
      if !range.isEmpty { _ = enter(number, ids, ids.head[number], ids.bytes, range) }
    }
  }

  /// Enters an id where no earlier row has it; the number of the first row that has it.
  private mutating func enter(
    _ number: Int, _ ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int {
    let slot = find(ids, head, source, range)
    if slots[slot].number < 0 {
      slots[slot] = Slot(
        head: head, number: Int32(truncatingIfNeeded: number),
        length: Int32(truncatingIfNeeded: range.count))
    }
    return Int(slots[slot].number)
  }

  /// The slot of an id, or the empty one in which it belongs.
  private func find(
    _ ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(head, source, range)) & mask
    while slots[slot].number >= 0, !holds(slots[slot], ids, head, source, range) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func holds(
    _ slot: Slot, _ ids: IdList, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Bool {
    slot.head == head && Int(slot.length) == range.count
      && (range.count <= 8 || ids.isEqual(Int(slot.number), head, source, range))
  }

  private static func hash(_ head: UInt64, _ source: [UInt8], _ range: Range<Int>) -> UInt64 {
    var value = (head ^ seed) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
    if range.count > 8 {
      for index in range.lowerBound + 8..<range.upperBound {
        value = (value ^ UInt64(source[index])) &* 0x9E37_79B9_7F4A_7C15
      }
    }
    value ^= value >> 29
    value = value &* 0xD6E8_FEB8_6659_FD93
    return value ^ value >> 32
  }
}
