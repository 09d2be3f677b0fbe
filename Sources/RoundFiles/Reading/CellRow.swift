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

  /// Text of the whole table.
  var bytes: [UInt8]
  /// Cells of the row, at most `cellLimit` of them.
  private(set) var cells: [Cell] = []
  /// Number of cells of the row, those over the limit too.
  private(set) var cellCount = 0
  /// Number of cells up to the last one that holds anything.
  private(set) var filledCount = 0
  /// Where the row stands, counted from 1: the line of a file in which it starts, the row of a
  /// sheet.
  private(set) var line = 0
  var fault: Fault?
  private let cellLimit: Int

  init(bytes: consuming [UInt8], cellLimit: Int = SizeLimits.columns + 1) {
    self.bytes = bytes
    self.cellLimit = cellLimit
  }

  /// Makes room for the next row.
  mutating func begin(line: Int) {
    cells.removeAll(keepingCapacity: true)
    cellCount = 0
    filledCount = 0
    fault = nil
    self.line = line
  }

  /// Adds the next cell, which holds the bytes from `start` to before `end`.
  mutating func append(_ start: Int, _ end: Int) {
    cellCount += 1
    if start < end { filledCount = cellCount }
    if cells.count < cellLimit { cells.append(Cell(start, end)) }
  }

  /// Adds blank cells until there are `count`, and counts `filled` cells even where not all of them
  /// are kept.
  mutating func extend(filled: Int, to count: Int) {
    while cellCount < count { append(0, 0) }
    cellCount = max(cellCount, filled)
    filledCount = max(filledCount, filled)
  }
}
