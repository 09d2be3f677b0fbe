/// The ids of one table, and where each of them stands in the round.
///
/// An object around an ``IdTable``, so that a reader of rows can be handed one without a copy of what
/// it holds being counted for each of a million references.
final class IdIndex {
  /// What an id of this table names, as messages say it: "a session".
  let noun: String
  /// Whether every row of the table was read, so that an id not found here is truly unknown.
  var isComplete = true
  private var table = IdTable()

  init(noun: String) { self.noun = noun }

  var count: Int { table.count }

  /// Adds the id of a row, which stands in `source`; the number of an earlier row with the same id.
  ///
  /// Every row gets a number, also one without an id of its own, so that numbers count rows.
  func add(_ source: [UInt8], _ range: Range<Int>, line: Int) -> Int? {
    table.add(source, range, line: line)
  }

  /// Adds the id of a row that stands in no file; the number of an earlier row with the same id.
  @discardableResult
  func add(_ id: String) -> Int? {
    let bytes = Array(id.utf8)
    return table.add(bytes, 0..<bytes.count, line: 0)
  }

  func reserveCapacity(_ count: Int) { table.reserveCapacity(count) }

  /// Makes ids known to be looked up; those that were added in rising order are found only then.
  func seal() { table.seal() }

  /// Puts the rows, one for each id, into the order of their ids.
  func sort<Row>(_ rows: inout [Row]) { table.sort(&rows) }

  /// Makes an id stand for another place of the round than its own row's.
  func redirect(_ id: String, to place: Int) { table.redirect(id, to: place) }

  /// Place of an id in the round, or `nil` if the table has none of that name.
  func place(of source: [UInt8], _ range: Range<Int>) -> Int? { table.place(of: source, range) }

  /// Line of the row at a place of the round.
  func line(at place: Int) -> Int { table.line(at: place) }

  func line(ofNumber number: Int) -> Int { table.line(ofNumber: number) }

  /// The id of a number, in the order of rows.
  func id(_ number: Int) -> ArraySlice<UInt8> { table.id(number) }
}
