/// The tables of a round as texts in the format's own forms, with the rows of the files in which they
/// stand.
struct RoundTexts: Sendable {
  struct Row: Sendable {
    /// Row of the file, counted from 1.
    var line: Int
    /// As many as there are columns.
    var cells: [String]
  }

  struct TextTable: Sendable {
    var name: String
    var columns: [String]
    var rows: [Row] = []

    func place(of column: String) -> Int? { columns.firstIndex(of: column) }
  }

  /// In the order in which rounds are read, without those that only serve to read others.
  var tables: [TextTable] = []
  /// What findings call a table's place, by file.
  private(set) var places: [String: String] = [:]

  /// Reads the tables of a source; `log` has the repairs of its reading.
  init(_ source: some TableSource, _ builder: RoundBuilder) {
    for layout in TableNames.layouts where ScenarioBase.changeable.contains(layout.name) {
      places[layout.file] = source.place(of: layout.file)
      guard let content = try? source.content(of: layout.file) else { continue }
      var table = TextTable(name: layout.name, columns: [])
      let rewriter = TableRewriter(of: layout, builder)
      rewriter.walk(layout.file, content) {
        table.columns = $0
      } row: { line, cells in
        let texts = cells.map { String(decoding: $0, as: UTF8.self) }
        let blanks = max(0, table.columns.count - texts.count)
        table.rows.append(
          Row(
            line: line,
            cells: texts.prefix(table.columns.count) + Array(repeating: "", count: blanks)))
      }
      tables.append(table)
    }
  }

  /// The tables for a writer.
  var written: [(name: String, table: Table)] {
    tables.map { ($0.name, Table(columns: $0.columns, rows: $0.rows.map(\.cells))) }
  }
}

/// Texts are a source of tables, so that a changed round is read as files are.
extension RoundTexts: TableSource {
  var files: [String] { tables.map { "\($0.name).csv" }.sorted() }

  func content(of file: String) throws(FileBytes.Fault) -> TableContent {
    guard let table = tables.first(where: { "\($0.name).csv" == file }) else { throw .missing }
    var grid = CellGrid()
    let heading = Row(line: 1, cells: table.columns)
    var line = 0
    for row in [heading] + table.rows {
      line = max(line + 1, row.line)
      try grid.beginRow(number: line)
      for (column, cell) in row.cells.enumerated() { try grid.add(cell.utf8, column: column) }
    }
    return .grid(grid)
  }

  func place(of file: String) -> String { places[file] ?? file }
}
