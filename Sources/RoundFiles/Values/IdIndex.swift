/// The ids of one table, and where each of them stands in the round.
///
/// Ids lie one after the other in a single array of bytes; `slots` is an open-addressing hash
/// table of their numbers. A look-up compares bytes of the file with bytes here, so that reading
/// a million references makes no string.
///
/// - Complexity: O(id bytes) expected per look-up; about 24 bytes an id beside the id itself.
struct IdIndex {
  /// What an id of this table names, as messages say it: "a session".
  let noun: String
  /// Whether every row of the table was read, so that an id not found here is truly unknown.
  var isComplete = true
  /// Line of the row of an id in the table's file, indexed by number.
  private var line: [Int32] = []
  private var bytes: [UInt8] = []
  /// Offset after the last byte of an id, indexed by number.
  private var end: [Int32] = []
  /// Number of an id, or -1; the count is a power of two and at least double the ids.
  private var slots: [Int32] = Array(repeating: -1, count: 16)
  /// Place of an id in the round's array, indexed by number; empty while it is the number itself.
  private var place: [Int32] = []
  /// Line of the row at each place of the round; empty while places are numbers.
  private var lineOfPlace: [Int32] = []
  /// Differs from run to run, so that nobody can prepare a file of colliding ids. Nothing that
  /// leaves this type depends on it.
  private static let seed = UInt64.random(in: .min ... .max)

  init(noun: String) { self.noun = noun }

  var count: Int { end.count }

  /// Adds an id that stands in `source`; the number of its first row if it is a duplicate.
  mutating func add(_ source: [UInt8], _ range: Range<Int>, line newLine: Int) -> Int? {
    let slot = find(source, range)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    bytes.append(contentsOf: source[range])
    end.append(Int32(truncatingIfNeeded: bytes.count))
    line.append(Int32(truncatingIfNeeded: newLine))
    slots[slot] = Int32(truncatingIfNeeded: end.count - 1)
    if end.count * 2 > slots.count { grow() }
    return nil
  }

  /// Place of an id in the round, or `nil` if the table has none of that name.
  func place(of source: [UInt8], _ range: Range<Int>) -> Int? {
    let number = slots[find(source, range)]
    guard number >= 0 else { return nil }
    return place.isEmpty ? Int(number) : Int(place[Int(number)])
  }

  func place(of id: String) -> Int? {
    let bytes = Array(id.utf8)
    return place(of: bytes, 0..<bytes.count)
  }

  /// Takes note that the rows have been put into the order of their ids; `numbers` has the number
  /// of the id at each place.
  mutating func reorder(_ numbers: [Int32]) {
    place = Array(repeating: 0, count: numbers.count)
    var moved = line
    for (index, number) in numbers.enumerated() {
      place[Int(number)] = Int32(truncatingIfNeeded: index)
      moved[index] = line[Int(number)]
    }
    lineOfPlace = moved
  }

  /// Line of the row at a place of the round.
  func line(at place: Int) -> Int {
    Int(lineOfPlace.isEmpty ? line[place] : lineOfPlace[place])
  }

  func line(ofNumber number: Int) -> Int { Int(line[number]) }

  /// The id of a number, in the order of rows.
  func id(_ number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(end[number - 1]))..<Int(end[number])
  }

  /// The slot of an id, or the empty one in which it belongs.
  private func find(_ source: [UInt8], _ range: Range<Int>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(source, range)) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), source, range) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ source: [UInt8], _ other: Range<Int>) -> Bool {
    let own = range(number)
    guard own.count == other.count else { return false }
    var left = own.lowerBound
    for index in other {
      if bytes[left] != source[index] { return false }
      left += 1
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in end.indices {
      slots[find(bytes, range(number))] = Int32(truncatingIfNeeded: number)
    }
  }

  private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt64 {
    var value = seed
    for index in range { value = (value ^ UInt64(source[index])) &* 0x9E37_79B9_7F4A_7C15 }
    value ^= value >> 32
    value = value &* 0xD6E8_FEB8_6659_FD93
    return value ^ value >> 29
  }
}
