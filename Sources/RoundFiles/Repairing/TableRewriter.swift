/// Writes a table anew as the format has it: UTF-8, commas, the table's own names of columns, without
/// blank rows and rows that hold no data, and with the values that were read from others.
struct TableRewriter {
  let names: ColumnNames
  let options: ReadingOptions
  let codePage: CodePageOfRound
  /// In the order of their offsets, no two of them over the same bytes.
  private let repairs: [Repair]

  /// For a table that a builder has read, with the repairs of that reading.
  init(of table: any TableLayout.Type, _ builder: RoundBuilder) {
    (names, options, codePage) = (builder.names(of: table), builder.options, builder.codePage)
    let repairs = builder.log.repairs[table.file] ?? []
    self.repairs = repairs.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// The new bytes of a file; `nil` where its rows cannot be taken apart, so that nothing is sure.
  func bytes(of file: String, _ content: TableContent) -> [UInt8]? {
    var result: [UInt8] = []
    var isId: [Bool] = []
    let isWhole = walk(file, content) { columns in
      isId = columns.map { Table.idColumnsOfRound.contains($0) }
      CSVText.append(row: columns.map { Array($0.utf8) }, isId: isId, to: &result)
    } row: { _, cells in
      CSVText.append(row: cells, isId: isId, to: &result)
    }
    return isWhole ? result : nil
  }

  /// Walks over a table with its repairs made: the names of its columns, then each row with the row
  /// of the file where it stands.
  ///
  /// - Returns: whether all rows could be taken apart.
  @discardableResult
  func walk(
    _ file: String, _ content: TableContent, columns: ([String]) -> Void,
    row: (_ line: Int, _ cells: [[UInt8]]) -> Void
  ) -> Bool {
    let reader = TableReader.open(
      file: file, content: content, names: names, options: options, beside: codePage, log: .silent)
    guard var table = reader else { return false }
    columns(table.header.names)
    var next = 0
    while table.next() {
      row(table.row, table.cellRanges.map { repaired($0, table.bytes, &next) })
    }
    return table.isComplete
  }

  /// The content of a cell with the repairs that lie in it; `next` is the first one not yet made.
  private func repaired(_ cell: Range<Int>, _ bytes: [UInt8], _ next: inout Int) -> [UInt8] {
    while next < repairs.count, Int(repairs[next].start) < cell.lowerBound { next += 1 }
    guard next < repairs.count, Int(repairs[next].end) <= cell.upperBound else {
      return Array(bytes[cell])
    }
    var result: [UInt8] = []
    var start = cell.lowerBound
    while next < repairs.count, Int(repairs[next].end) <= cell.upperBound {
      result += bytes[start..<Int(repairs[next].start)]
      result += Array(repairs[next].now.utf8)
      start = Int(repairs[next].end)
      next += 1
    }
    return result + bytes[start..<cell.upperBound]
  }
}
