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
    append(table.columns, isId, to: &result)
    for row in table.rows { append(row, isId, to: &result) }
    return result
  }

  private static func append(_ row: [String], _ isId: [Bool], to result: inout [UInt8]) {
    let start = result.count
    for column in isId.indices {
      if column > 0 { result.append(ASCII.comma) }
      let cell = column < row.count ? row[column] : ""
      append(isId[column] ? cell : FormulaGuard.guarded(cell), to: &result)
    }
    // A line without any character is no row.
    if result.count == start, isId.count == 1 { result += [ASCII.quote, ASCII.quote] }
    result.append(ASCII.lf)
  }

  private static func append(_ cell: String, to result: inout [UInt8]) {
    guard cell.utf8.contains(where: needsQuotes) else {
      result.append(contentsOf: cell.utf8)
      return
    }
    result.append(ASCII.quote)
    for byte in cell.utf8 {
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
