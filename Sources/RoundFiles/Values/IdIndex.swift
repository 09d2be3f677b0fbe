/// The ids of one table, and where each of them stands in the round.
///
/// Ids lie one after the other in a single array of bytes; `slots` is an open-addressing hash
/// table of their numbers, which tells short ids apart without a look at anything else. A look-up
/// compares bytes of the file with bytes here, so that reading a million references makes no string.
///
/// Most files have their rows in the order of ids, or in a few parts that are, and refer to them in
/// that order. So ids that rise are never entered into `slots` but looked for by halves, and a look-up
/// first tries the id that was found last and the one after it: both spare a walk through memory for
/// each of a million rows.
///
/// - Complexity: O(id bytes) expected per look-up, with a factor log *n* among *n* ids that rise; 16
///   bytes an id beside the id itself, and 32 to 64 more where ids do not rise.
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
  /// First eight bytes of an id, the first one on top, indexed by number.
  ///
  /// They order most ids and tell most of them apart without a look at `bytes`.
  private var head: [UInt64] = []
  /// The first row with each id; a power of two, at least double the rows, and empty while ids stand
  /// in `runs`.
  private var slots: [Slot] = []
  /// Numbers with which ids start to rise, in their order.
  private var runs: [Int] = []
  private static let mostRuns = 8
  /// Whether no id stands twice; if one does, its first row is the one that is found.
  private var isDistinct = true
  /// `nil` where ids are looked up in any order.
  private var hint: Hint? = Hint()

  /// What tells an id from others: its number, or -1, its head and its bytes.
  private struct Slot {
    var head: UInt64 = 0
    var number: Int32 = -1
    var length: Int32 = 0
  }

  /// Number of the id that was found last; an object, because looking up changes nothing else.
  private final class Hint {
    var number = 0
  }

  /// Place of an id in the round's array, indexed by number; empty while it is the number itself.
  private var place: [Int32] = []
  /// Line of the row at each place of the round; empty while places are numbers.
  private var lineOfPlace: [Int32] = []
  /// Differs from run to run, so that nobody can prepare a file of colliding ids.
  ///
  /// Nothing that leaves this type depends on it.
  private static let seed = UInt64.random(in: .min ... .max)

  init(noun: String) { self.noun = noun }

  var count: Int { end.count }

  /// Adds the id of a row, which stands in `source`; the number of an earlier row with the same id.
  ///
  /// Every row gets a number, also one without an id of its own, so that numbers count rows.
  mutating func add(_ source: [UInt8], _ range: Range<Int>, line newLine: Int) -> Int? {
    let number = Int32(truncatingIfNeeded: end.count)
    bytes.append(contentsOf: source[range])
    end.append(Int32(truncatingIfNeeded: bytes.count))
    line.append(Int32(truncatingIfNeeded: newLine))
    head.append(Self.head(source, range))
    guard let first = first(Int(number), source, range) else { return nil }
    isDistinct = false
    return first
  }

  /// Files the id of the row added last; the number of an earlier row with the same id.
  private mutating func first(_ number: Int, _ source: [UInt8], _ range: Range<Int>) -> Int? {
    let head = head[number]
    if slots.isEmpty, !range.isEmpty {
      if number > 0, precedes(number - 1, number) {
        return runs.count == 1 ? nil : numberInRuns(runs.dropLast(), head, source, range)
      }
      if runs.count < Self.mostRuns {
        defer { runs.append(number) }
        // The new row still counts to the last run, whose order it does not change for ids up to it.
        return numberInRuns(runs[...], head, source, range)
      }
    }
    if end.count * 2 > slots.count { rebuild() }
    guard !range.isEmpty else { return nil }
    let first = enter(number, head, source, range)
    return first == number ? nil : first
  }

  /// Adds the id of a row that stands in no file; the number of an earlier row with the same id.
  @discardableResult
  mutating func add(_ id: String) -> Int? {
    let bytes = Array(id.utf8)
    return add(bytes, 0..<bytes.count, line: 0)
  }

  /// Makes ready for looking up ids in any order, now and as they are added.
  mutating func hash() {
    hint = nil
    rebuild()
  }

  /// Place of an id in the round, or `nil` if the table has none of that name.
  func place(of source: [UInt8], _ range: Range<Int>) -> Int? {
    let head = Self.head(source, range)
    if let hint, isDistinct {
      for guess in hint.number..<min(hint.number + 2, count)
      where isEqual(guess, head, source, range) {
        hint.number = guess
        return place(ofNumber: guess)
      }
    }
    guard let number = number(head, source, range) else { return nil }
    hint?.number = number
    return place(ofNumber: number)
  }

  /// The same as `place`, for an owner that is an object: what an object holds is copied for what
  /// does not change it.
  mutating func find(_ source: [UInt8], _ range: Range<Int>) -> Int? { place(of: source, range) }

  private func number(_ head: UInt64, _ source: [UInt8], _ range: Range<Int>) -> Int? {
    if slots.isEmpty { return numberInRuns(runs[...], head, source, range) }
    let number = slots[find(head, source, range)].number
    return number < 0 ? nil : Int(number)
  }

  /// The number of an id that stands in one of some runs from the first one on.
  private func numberInRuns(
    _ runs: ArraySlice<Int>, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int? {
    for index in runs.indices {
      let last = index + 1 < self.runs.count ? self.runs[index + 1] : count
      let run = runs[index]..<last
      guard self.head[run.lowerBound] <= head else { continue }
      if let number = numberByHalves(in: run, head, source, range) { return number }
    }
    return nil
  }

  private func numberByHalves(
    in run: Range<Int>, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int? {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let isBefore =
        self.head[middle] == head
        ? id(middle).lexicographicallyPrecedes(source[range]) : self.head[middle] < head
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low < run.upperBound && isEqual(low, head, source, range) ? low : nil
  }

  private func place(ofNumber number: Int) -> Int {
    place.isEmpty ? number : Int(place[number])
  }

  mutating func reserveCapacity(_ count: Int) {
    end.reserveCapacity(count)
    line.reserveCapacity(count)
    head.reserveCapacity(count)
  }

  /// Puts the rows, one for each id, into the order of their ids.
  mutating func sort<Row>(_ rows: inout [Row]) {
    guard !(1..<max(1, count)).allSatisfy({ !precedes($0, $0 - 1) }) else { return }
    var keys = head.enumerated().map { (head: $1, number: Int32(truncatingIfNeeded: $0)) }
    keys.sort {
      $0.head == $1.head ? precedes(Int($0.number), Int($1.number)) : $0.head < $1.head
    }
    var numbers = keys.map(\.number)
    place = Array(repeating: 0, count: count)
    lineOfPlace = numbers.map { line[Int($0)] }
    for (index, number) in numbers.enumerated() { place[Int(number)] = Int32(index) }
    // Follows the cycles of the permutation, so that no second array of rows is needed; a span moves
    // rows, where an array would copy them.
    var span = rows.mutableSpan
    for start in numbers.indices {
      var index = start
      while Int(numbers[index]) != start {
        let next = Int(numbers[index])
        span.swapAt(index, next)
        numbers[index] = Int32(index)
        index = next
      }
      numbers[index] = Int32(index)
    }
  }

  /// Makes an id stand for another place of the round than its own row's.
  mutating func redirect(_ id: String, to newPlace: Int) {
    let source = Array(id.utf8)
    let range = 0..<source.count
    guard let number = number(Self.head(source, range), source, range) else { return }
    if place.isEmpty {
      place = (0..<count).map { Int32(truncatingIfNeeded: $0) }
      lineOfPlace = line
    }
    place[number] = Int32(truncatingIfNeeded: newPlace)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    head[left] == head[right]
      ? id(left).lexicographicallyPrecedes(id(right)) : head[left] < head[right]
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
  private func find(_ head: UInt64, _ source: [UInt8], _ range: Range<Int>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(head, source, range)) & mask
    while slots[slot].number >= 0, !holds(slots[slot], head, source, range) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func holds(
    _ slot: Slot, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Bool {
    slot.head == head && Int(slot.length) == range.count
      && (range.count <= 8 || isEqual(Int(slot.number), head, source, range))
  }

  /// Enters a row's id where no earlier row has it; the number of the first row that has it.
  private mutating func enter(
    _ number: Int, _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int {
    let slot = find(head, source, range)
    if slots[slot].number < 0 {
      slots[slot] = Slot(
        head: head, number: Int32(truncatingIfNeeded: number),
        length: Int32(truncatingIfNeeded: range.count))
    }
    return Int(slots[slot].number)
  }

  private func isEqual(
    _ number: Int, _ head: UInt64, _ source: [UInt8], _ other: Range<Int>
  ) -> Bool {
    guard self.head[number] == head else { return false }
    let own = range(number)
    guard own.count == other.count else { return false }
    guard own.count > 8 else { return true }
    let shift = other.lowerBound - own.lowerBound
    return (own.lowerBound + 8..<own.upperBound).allSatisfy { bytes[$0] == source[$0 + shift] }
  }

  private mutating func rebuild() {
    var size = max(16, slots.count)
    while size < end.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for number in end.indices where !range(number).isEmpty {
      _ = enter(number, head[number], bytes, range(number))
    }
  }

  private static func head(_ source: [UInt8], _ range: Range<Int>) -> UInt64 {
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
