/// The cells of one table that does not come from a CSV file, such as a sheet of a workbook.
///
/// This is all that reading needs to know of where a table comes from: the text of each cell, and
/// the row and column in which it stands. Blank rows and cells need not be added.
///
/// - Complexity: O(bytes of the cells) memory, 8 bytes a cell and 12 bytes a row.
package struct CellGrid: Sendable {
  fileprivate var bytes: [UInt8] = []
  fileprivate var cells: [CellRow.Cell] = []
  fileprivate var rows: [Row] = []

  fileprivate struct Row {
    /// Counted from 1, as the sheet shows it.
    var number: Int32
    /// Offset into `cells` after the row's last cell that is kept.
    var end: Int32
    /// Number of columns up to the last cell that holds anything.
    var width: Int32 = 0
  }

  /// Cells of a row that are kept; of those further right only the number is known.
  private static let widest = SizeLimits.columns + 1

  /// Makes a grid without a row.
  package init() {}

  /// Starts a row; `number` counts from 1 and is larger than that of the row before.
  ///
  /// - Throws: `FileBytes.Fault.tooLarge` where there are more cells than any table may have.
  package mutating func beginRow(number: Int) throws(FileBytes.Fault) {
    guard rows.count <= SizeLimits.rows, cells.count <= SizeLimits.cells else {
      throw .tooLarge(bytes.count)
    }
    rows.append(
      Row(number: Int32(clamping: number), end: Int32(truncatingIfNeeded: cells.count)))
  }

  /// Adds a cell to the row that was started; `column` counts from 0 and is larger than that of
  /// the cell before.
  ///
  /// - Throws: `FileBytes.Fault.tooLarge` where there is more text than any table may have.
  package mutating func add(_ text: some Sequence<UInt8>, column: Int) throws(FileBytes.Fault) {
    precondition(!rows.isEmpty && column >= 0, "column \(column) of a row that was started")
    let start = bytes.count
    bytes.append(contentsOf: text)
    guard bytes.count <= SizeLimits.fileBytes else { throw .tooLarge(bytes.count) }
    let last = rows.count - 1
    precondition(column >= rows[last].width, "cells come in the order of their columns")
    if column < Self.widest {
      // Only so many cells are blank as lie between those of one row that is kept.
      let first = last == 0 ? 0 : Int(rows[last - 1].end)
      while cells.count - first < column { cells.append(CellRow.Cell(start, start)) }
      cells.append(CellRow.Cell(start, bytes.count))
      rows[last].end = Int32(truncatingIfNeeded: cells.count)
    }
    rows[last].width = Int32(clamping: column + 1)
  }
}

/// Walks over the rows of a grid.
struct GridWalk {
  private var cells: [CellRow.Cell]
  private var rows: [CellGrid.Row]
  private var next = 0
  /// Cells that every row has at least: what lies right of its last cell is blank.
  var width = 0

  /// Starts before the first row; the text of the grid goes to the row that will be filled.
  init(_ grid: consuming CellGrid) { (cells, rows) = (grid.cells, grid.rows) }

  /// Moves to the next row; `false` at the end of the grid.
  mutating func next(_ row: inout CellRow) -> Bool {
    guard next < rows.count else { return false }
    row.begin(line: Int(rows[next].number))
    let first = next == 0 ? 0 : Int(rows[next - 1].end)
    for cell in cells[first..<Int(rows[next].end)] { row.append(Int(cell.start), Int(cell.end)) }
    row.extend(filled: Int(rows[next].width), to: width)
    next += 1
    return true
  }
}

extension CellGrid {
  /// The text of all cells.
  var text: [UInt8] { bytes }
  var rowCount: Int { rows.count }
}
