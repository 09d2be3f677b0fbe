/// `headers.csv`: further names under which the files of a round may have their columns.
struct HeadersTable: RoundTable {
  static let name = "headers"

  let table, column, header: Column

  init(_ header: inout Header) {
    table = header.optional("table")
    column = header.required("column")
    self.header = header.required("header")
  }

  /// The tables whose columns can have further names: those of a round, and the one of schools.
  static var layouts: [any TableLayout.Type] { TableNames.layouts + [SchoolsTable.self] }

  struct Row: Hashable {
    /// Empty where a column of any table is meant.
    var table = ""
    var column = ""
    var header = ""
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Row {
    let row = Row(
      table: self.table(table), column: text(column, "the name of a column", table),
      header: text(header, "the name that files have for it", table))
    check(row, table)
    return row
  }

  private func text(
    _ column: Column, _ expected: String, _ table: borrowing TableReader
  ) -> String {
    table.required(column, expected) { table.text($0) } ?? ""
  }

  private func table(_ table: borrowing TableReader) -> String {
    guard case .bytes(let range) = table.cell(self.table) else { return "" }
    let name = table.string(range)
    let tables = Self.layouts.map { $0.name }
    if !tables.contains(name) {
      table.add(
        .unknownValue, self.table.name, value: name,
        expected: TableReader.oneOf(tables),
        maybe: NearMiss.closest(to: name, among: tables, log: table.log))
    }
    return name
  }

  /// Only participants have columns of a planner's own.
  private func check(_ row: Row, _ table: borrowing TableReader) {
    guard !row.column.isEmpty, row.table != ParticipantsTable.name else { return }
    let layouts = Self.layouts.filter { row.table.isEmpty || $0.name == row.table }
    let names = layouts.flatMap { ColumnNames(of: $0, book: HeaderBook()).columns }
    guard !layouts.isEmpty, !names.contains(row.column) else { return }
    table.add(
      .unknownValue, column.name, value: row.column,
      expected: "a column of " + (row.table.isEmpty ? "some table" : row.table),
      maybe: NearMiss.closest(to: row.column, among: names, log: table.log))
  }
}
