/// Files in which every row is one quoted cell: `"a;b;c"`.
///
/// A spreadsheet of one country opened a file of another one, found no separator it knew, put each
/// row into its first cell, and saved that.
enum PackedRows {
  /// The text of the cells, one a line; `nil` where some row has more than one cell.
  static func unpacked(_ text: borrowing SourceText) -> [UInt8]? {
    // A look at the first row is enough for nearly every file.
    guard text.bytes.count > text.start, text.bytes[text.start] == ASCII.quote else { return nil }
    var row = CellRow(bytes: text.bytes)
    var scanner = CSVScanner(start: text.start, line: 1, separator: .comma)
    var result: [UInt8] = []
    while scanner.next(&row) {
      guard row.filledCount <= 1, row.fault == nil else { return nil }
      if let cell = row.cells.first { result += row.bytes[Int(cell.start)..<Int(cell.end)] }
      result.append(ASCII.lf)
    }
    return result
  }
}
