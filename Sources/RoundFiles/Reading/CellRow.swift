/// The row at hand of a table: the bytes of the table, and where the row's cells lie in them.
///
/// Whoever supplies rows, a file that is scanned or the cells of a sheet, fills this one again and
/// again, so that a row costs no memory of its own.
struct CellRow {
  /// Offsets of a cell's content; `Int32` holds them because `SizeLimits.fileBytes` is below 2^31.
  struct Cell: Equatable {
    var start: Int32
    var end: Int32

    init(_ start: Int, _ end: Int) {
      self.start = Int32(truncatingIfNeeded: start)
      self.end = Int32(truncatingIfNeeded: end)
    }
  }

  /// What is wrong with the quotes of a row; `cell` counts from 0.
  enum Fault: Equatable {
    case openQuote(cell: Int)
    case strayText(cell: Int)
  }

  /// The cells of a row, apart from the text in which they lie, so that one can be read while the
  /// other is written.
  struct Cells {
    /// At most `limit` of them.
    fileprivate(set) var kept: [Cell] = []
    fileprivate(set) var count = 0
    fileprivate(set) var filledCount = 0
    fileprivate let limit: Int

    /// Adds the next cell, which holds the bytes from `start` to before `end`.
    mutating func append(_ start: Int, _ end: Int) {
      count += 1
      if start < end { filledCount = count }
      if count <= limit { kept.append(Cell(start, end)) }
    }
  }

  /// Text of the whole table.
  var bytes: [UInt8]
  var found: Cells
  /// Cells of the row, up to a limit.
  var cells: [Cell] { found.kept }
  /// Number of cells of the row, those over the limit too.
  var cellCount: Int { found.count }
  /// Number of cells up to the last one that holds anything.
  var filledCount: Int { found.filledCount }
  /// Where the row stands, counted from 1: the line of a file in which it starts, the row of a
  /// sheet.
  private(set) var line = 0
  var fault: Fault?

  init(bytes: consuming [UInt8], cellLimit: Int = SizeLimits.columns + 1) {
    self.bytes = bytes
    found = Cells(limit: cellLimit)
  }

  /// Makes room for the next row.
  mutating func begin(line: Int) {
    found.kept.removeAll(keepingCapacity: true)
    (found.count, found.filledCount) = (0, 0)
    fault = nil
    self.line = line
  }

  /// Adds the next cell.
  mutating func append(_ start: Int, _ end: Int) { found.append(start, end) }

  /// Adds blank cells until there are `count`, and counts `filled` cells even where not all of them
  /// are kept.
  mutating func extend(filled: Int, to count: Int) {
    while cellCount < count { append(0, 0) }
    found.count = max(found.count, filled)
    found.filledCount = max(found.filledCount, filled)
  }
}
