import Synchronization

/// The ids of one table, and where each of them stands in the round.
///
/// A look-up compares bytes of the file with bytes here, so that reading a million references makes no
/// string. Ids that rise, or rise in a few parts, are looked for by halves, all others are hashed. Files
/// refer to rows in the order of their ids, too: a look-up first tries the id that was found last and
/// the one after it, which spares a walk through memory for each of a million rows.
///
/// - Complexity: as that of ``IdRuns`` or ``IdHash``; 16 bytes an id beside the id itself.
struct IdIndex: Sendable {
  /// What an id of this table names, as messages say it: "a session".
  let noun: String
  /// Whether every row of the table was read, so that an id not found here is truly unknown.
  var isComplete = true
  /// By number, which counts rows.
  private var ids = IdList()
  /// Line of the row of an id in the table's file, indexed by number.
  private var line: [Int32] = []
  private var runs = IdRuns()
  /// `nil` while ids stand in `runs`.
  private var hash: IdHash?
  /// Whether no id stands twice; if one does, its first row is the one that is found.
  private var isDistinct = true
  /// `nil` where ids are looked up in any order.
  private var hint: Hint? = Hint()
  /// Place of an id in the round's array, indexed by number; empty while it is the number itself.
  private var place: [Int32] = []
  /// Line of the row at each place of the round; empty while places are numbers.
  private var lineOfPlace: [Int32] = []

  /// Number of the id that was found last; an object, because looking up changes nothing else.
  private final class Hint: Sendable {
    private let last = Atomic(0)

    var number: Int {
      get { last.load(ordering: .relaxed) }
      set { last.store(newValue, ordering: .relaxed) }
    }
  }

  init(noun: String) { self.noun = noun }

  var count: Int { ids.count }

  mutating func reserveCapacity(_ count: Int) {
    ids.reserveCapacity(count)
    line.reserveCapacity(count)
  }

  /// Adds the id of a row, which stands in `source`; the number of an earlier row with the same id.
  ///
  /// Every row gets a number, also one without an id of its own.
  mutating func add(_ source: [UInt8], _ range: Range<Int>, line newLine: Int) -> Int? {
    let head = IdList.head(source, range)
    ids.append(head, source, range)
    line.append(Int32(truncatingIfNeeded: newLine))
    guard let first = enterLast(head, source, range) else { return nil }
    isDistinct = false
    return first
  }

  private mutating func enterLast(
    _ head: UInt64, _ source: [UInt8], _ range: Range<Int>
  ) -> Int? {
    if hash == nil, !range.isEmpty {
      switch runs.enterLast(of: ids, head, source, range) {
      case .new: return nil
      case .known(let number): return number
      case .full: break
      }
    }
    if hash == nil { hash = IdHash(ids) }
    return hash?.enterLast(of: ids, head, source, range)
  }

  /// Adds the id of a row that stands in no file; the number of an earlier row with the same id.
  @discardableResult
  mutating func add(_ id: String) -> Int? {
    let bytes = Array(id.utf8)
    return add(bytes, 0..<bytes.count, line: 0)
  }

  /// Makes ready for looking up ids in any order, now and as they are added.
  mutating func hashAll() {
    hint = nil
    hash = IdHash(ids)
  }

  /// Place of an id in the round, or `nil` if the table has none of that name.
  func place(of source: [UInt8], _ range: Range<Int>) -> Int? {
    let head = IdList.head(source, range)
    if let hint, isDistinct {
      for guess in hint.number..<min(hint.number + 2, count)
      where ids.isEqual(guess, head, source, range) {
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
    if let hash { return hash.number(in: ids, head, source, range) }
    return runs.number(in: ids, head, source, range)
  }

  private func place(ofNumber number: Int) -> Int {
    place.isEmpty ? number : Int(place[number])
  }

  /// Makes an id stand for another place of the round than its own row's.
  mutating func redirect(_ id: String, to newPlace: Int) {
    let source = Array(id.utf8)
    let range = 0..<source.count
    guard let number = number(IdList.head(source, range), source, range) else { return }
    if place.isEmpty {
      place = (0..<count).map { Int32(truncatingIfNeeded: $0) }
      lineOfPlace = line
    }
    place[number] = Int32(truncatingIfNeeded: newPlace)
  }

  /// Line of the row at a place of the round.
  func line(at place: Int) -> Int {
    Int(lineOfPlace.isEmpty ? line[place] : lineOfPlace[place])
  }

  func line(ofNumber number: Int) -> Int { Int(line[number]) }

  /// The id of a number, in the order of rows.
  func id(_ number: Int) -> ArraySlice<UInt8> { ids[number] }

  /// Puts the rows, one for each id, into the order of their ids.
  mutating func sort<Row>(_ rows: inout [Row]) {
    guard !(1..<max(1, count)).allSatisfy({ !ids.precedes($0, $0 - 1) }) else { return }
    let parts = hash == nil ? runs.inOrder(ids) : nil
    var numbers = parts?.flatMap { $0.map { Int32(truncatingIfNeeded: $0) } } ?? numbersInOrder
    place = Array(repeating: 0, count: count)
    lineOfPlace = numbers.map { line[Int($0)] }
    for (index, number) in numbers.enumerated() { place[Int(number)] = Int32(index) }
    if let parts { rows.order(parts) } else { rows.order(&numbers) }
  }

  private var numbersInOrder: [Int32] {
    var keys = ids.head.enumerated().map { (head: $1, number: Int32(truncatingIfNeeded: $0)) }
    keys.sort {
      $0.head == $1.head ? ids.precedes(Int($0.number), Int($1.number)) : $0.head < $1.head
    }
    return keys.map(\.number)
  }
}

/// Indexes of pieces of a table, which threads make side by side.
extension IdIndex {
  /// The same ids for another thread: what one finds would lead the other astray.
  func forAnotherThread() -> IdIndex {
    var index = self
    if hint != nil { index.hint = Hint() }
    return index
  }

  /// Whether any id of another index is one of these.
  func sharesId(with other: IdIndex) -> Bool {
    if hash == nil, other.hash == nil, !runs.mayShareId(ids, with: other.runs, other.ids) {
      return false
    }
    return (0..<other.count).contains { number in
      self.number(other.ids.head[number], other.ids.bytes, other.ids.range(number)) != nil
    }
  }

  /// Adds the ids of another index, all of them new and each once, whose lines are so many further down
  /// in this one's file.
  mutating func append(_ other: IdIndex, linesBefore: Int) {
    let first = count
    ids.append(other.ids)
    line += other.line.map { Int32(truncatingIfNeeded: linesBefore) + $0 }
    if hash == nil, other.hash == nil, runs.append(other.runs, to: ids, from: first) { return }
    if hash == nil { hash = IdHash(ids) } else { hash?.enter(ids, from: first) }
  }
}
