/// What the pieces have in common that are cut out of a large CSV file, so that threads can read
/// them side by side.
struct TableOfPieces: Sendable {
  let file: String
  let columns: [String]
  let headerRow: Int
  let quality: TextQuality
  let usesDecimalComma: Bool
  /// Stands at the first line.
  let scanner: CSVScanner
  let findingLimit: Int
  let keepsRepairs: Bool
}

extension TableReader {
  /// Where the pieces of the rest of the table lie in its text, each of about so many bytes.
  ///
  /// Each ends after a line end, which is the end of a row unless it stands in quotes: whoever reads
  /// a piece sees that it ends within a cell.
  func pieces(of size: Int) -> [Range<Int>] {
    var start = upcoming?.offset ?? bytes.count
    var pieces: [Range<Int>] = []
    while start < bytes.count {
      let rest = bytes[min(start + size, bytes.count)...]
      let end = rest.firstIndex(of: ASCII.lf).map { $0 + 1 } ?? bytes.count
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }

  /// Offset of the row that comes next, and its line; `nil` where rows do not lie in a file one after
  /// the other.
  var upcoming: (offset: Int, line: Int)? { supply.scanner.map { ($0.position, $0.nextLine) } }

  /// Whether another row starts before an offset of a file.
  func hasRows(before offset: Int) -> Bool { upcoming.map { $0.offset < offset } ?? false }

  /// What pieces of this table have in common; `nil` where it cannot be cut.
  var whole: TableOfPieces? {
    supply.scanner.map {
      TableOfPieces(
        file: file, columns: header.names, headerRow: header.row, quality: quality,
        usesDecimalComma: usesDecimalComma, scanner: $0.atStart, findingLimit: log.limit,
        keepsRepairs: log.keepsRepairs)
    }
  }

  /// Steps over rows that were read elsewhere; `false`, and nothing else, where there would be too
  /// many.
  mutating func skip(bytes: Int, lines: Int, rows: Int) -> Bool {
    guard rowCount + rows <= SizeLimits.rows,
      (rowCount + rows) * header.names.count <= SizeLimits.cells
    else { return false }
    rowCount += rows
    supply.skip(bytes: bytes, lines: lines)
    return true
  }
}
