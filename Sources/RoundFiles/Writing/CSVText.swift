/// Writes tables as CSV: UTF-8, commas, LF at the end of every line, quotes where they are needed.
package enum CSVText {
  /// The table as text.
  ///
  /// Text that a spreadsheet would run as a formula gets an apostrophe, which readers take off.
  ///
  /// - Complexity: O(characters of the table).
  package static func write(_ table: Table) -> String {
    String(decoding: bytes(table), as: UTF8.self)
  }

  /// The table as the bytes of a file.
  package static func bytes(_ table: Table) -> [UInt8] {
    var result: [UInt8] = []
    let isId = table.columns.map { table.idColumns.contains($0) }
    append(row: table.columns.map(\.utf8), isId: isId, to: &result)
    for row in table.rows { append(row: row.map(\.utf8), isId: isId, to: &result) }
    return result
  }

  /// The table as spreadsheets of Central Europe save and open it: semicolons between cells, a byte
  /// order mark, CR LF at the end of every line.
  ///
  /// - Complexity: O(characters of the table).
  package static func spreadsheetBytes(_ table: Table) -> [UInt8] {
    var result: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in [table.columns] + table.rows {
      for (column, cell) in row.enumerated() {
        if column > 0 { result.append(ASCII.semicolon) }
        append(
          cell.utf8, isGuarded: FormulaGuard.isNeeded(cell.utf8), isAlsoSpecial: ASCII.semicolon,
          to: &result)
      }
      result += [ASCII.cr, ASCII.lf]
    }
    return result
  }

  /// Adds a row of as many cells as there are columns, or more where the row has more.
  static func append<Cell: Collection<UInt8>>(
    row: [Cell], isId: [Bool], to result: inout [UInt8]
  ) {
    let start = result.count
    for column in 0..<max(isId.count, row.count) {
      if column > 0 { result.append(ASCII.comma) }
      guard column < row.count else { continue }
      let isText = column >= isId.count || !isId[column]
      // An id may start with a dash, and stays as it is; what starts otherwise like a formula is none.
      let isOpen = isText || row[column].first != ASCII.minus
      append(row[column], isGuarded: isOpen && FormulaGuard.isNeeded(row[column]), to: &result)
    }
    // A line without any character is no row.
    if result.count == start, isId.count == 1 { result += [ASCII.quote, ASCII.quote] }
    result.append(ASCII.lf)
  }

  private static func append(
    _ cell: some Collection<UInt8>, isGuarded: Bool, isAlsoSpecial separator: UInt8 = ASCII.comma,
    to result: inout [UInt8]
  ) {
    let mark = isGuarded ? [ASCII.apostrophe] : []
    guard cell.contains(where: { needsQuotes($0) || $0 == separator }) else {
      result += mark
      result.append(contentsOf: cell)
      return
    }
    result.append(ASCII.quote)
    result += mark
    for byte in cell {
      if byte == ASCII.quote { result.append(ASCII.quote) }
      result.append(byte)
    }
    result.append(ASCII.quote)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte <= ASCII.comma
      && (byte == ASCII.comma || byte == ASCII.quote || byte == ASCII.lf || byte == ASCII.cr)
  }
}
