import MobilityModel

/// The rows of a table with ids, in the order of the file, and the index of their ids.
///
/// A large file is read in pieces side by side. A piece in which nothing is wrong is taken as it is;
/// all others are read once more, row by row, so that what is said of them never depends on where
/// the table was cut.
struct KeyedRows<Table: KeyedTable>: Sendable {
  private(set) var rows: [Table.Row] = []
  var index: IdIndex

  init(index: IdIndex) { self.index = index }

  /// Reads a table from its next row to its end.
  mutating func read(
    _ table: inout TableReader, _ layout: Table, _ known: RoundIds, _ options: ReadingOptions
  ) {
    rows.reserveCapacity(table.rowBound)
    index.reserveCapacity(table.rowBound)
    // The first row may have been read ahead already, in the search for a row that is none.
    if readRow(&table, layout, known) {
      if options.threads > 1 { readPieces(&table, layout, known, options) }
      while readRow(&table, layout, known) {}
    }
    if !table.isComplete { index.isComplete = false }
  }

  /// Puts the rows into the order of their ids.
  mutating func sort() { index.sort(&rows) }

  private mutating func readRow(
    _ table: inout TableReader, _ layout: Table, _ known: RoundIds
  ) -> Bool {
    guard table.next() else { return false }
    let id = table.key(layout.key, into: &index)
    rows.append(layout.row(id, table, known))
    return true
  }

  private mutating func readPieces(
    _ table: inout TableReader, _ layout: Table, _ known: RoundIds, _ options: ReadingOptions
  ) {
    guard let whole = table.whole else { return }
    let pieces = table.pieces(of: options.pieceBytes)
    guard pieces.count > 1 else { return }
    // Whoever reads a piece copies it, because quotes are undone in place.
    let bytes = table.bytes
    sideBySide(pieces, threads: options.threads) { piece in
      Part(Array(bytes[piece]), of: whole, known)
    } takingInOrder: { place, part in
      if take(part, pieces[place], from: &table) { return true }
      while table.hasRows(before: pieces[place].upperBound) {
        guard readRow(&table, layout, known) else { return false }
      }
      return true
    }
  }

  /// Takes the rows of a piece, if they are what reading on would give.
  private mutating func take(
    _ part: consuming Part, _ piece: Range<Int>, from table: inout TableReader
  ) -> Bool {
    guard part.isSound, let next = table.upcoming, next.offset == piece.lowerBound,
      !table.log.isFull(table.file), !index.sharesId(with: part.rows.index),
      table.skip(bytes: piece.count, lines: part.lines, rows: part.rows.rows.count)
    else { return false }
    let linesBefore = next.line - 1
    // Taken off one by one, rows are moved, where an array would copy what it appends.
    while let row = part.rows.rows.popLast() { rows.append(row) }
    index.append(part.rows.index, linesBefore: linesBefore)
    table.log.add(part.findings, rows: linesBefore, bytes: piece.lowerBound)
    return true
  }

  /// What a piece holds.
  private struct Part: Sendable {
    /// The last row first.
    var rows: KeyedRows
    /// Lines of the piece.
    let lines: Int
    let findings: FindingLog.Content
    /// Whether nothing is wrong; if something is, not all of the piece was read.
    let isSound: Bool

    init(_ bytes: [UInt8], of whole: TableOfPieces, _ known: RoundIds) {
      let log = FindingLog.ofPiece(limit: whole.findingLimit, keepsRepairs: whole.keepsRepairs)
      let known = known.forAnotherThread()
      var table = TableReader(bytes, of: whole, log: log)
      let layout = Table(&table.header)
      rows = KeyedRows(index: RoundIds()[keyPath: Table.index])
      while !log.hasErrors, rows.readRow(&table, layout, known) {}
      rows.rows.reverse(0..<rows.rows.count)
      isSound = !log.hasErrors && table.isComplete
      (lines, findings) = ((table.upcoming?.line ?? 1) - 1, log.content)
    }
  }
}
