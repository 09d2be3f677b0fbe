/// The columns of one table, and the other names under which files may have them.
struct ColumnNames {
  let table: String
  /// Columns that the table asks for.
  let columns: [String]
  /// Those of them without which it says nothing.
  let required: [String]
  private let known: Set<String>
  private let book: HeaderBook

  init<Table: TableLayout>(of table: Table.Type, book: HeaderBook) {
    var header = Header(file: Table.file, row: 1, names: [], log: FindingLog())
    _ = Table(&header)
    self.table = Table.name
    self.book = book
    columns = header.asked
    required = header.missing
    known = Set(columns)
  }

  /// Whether a name is a column's own.
  func isColumn(_ name: String) -> Bool { known.contains(name) }

  /// The column of which a name is another one: what the round says goes before what is known, and
  /// what a table says before what all do.
  func column(byOtherName name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= SizeLimits.valueBytes else { return nil }
    let key = FoldedText.key(name)
    if let own = book.column(ofKey: key, table: table) { return own }
    if let own = book.column(ofKey: key, table: ""), known.contains(own) { return own }
    if let column = columns.first(where: { FoldedText.key($0) == key }) { return column }
    if let column = HeaderWords.ofTables[table]?[key]?.first { return column }
    return HeaderWords.everywhere[key]?.first { known.contains($0) }
  }

  /// How many columns the names of a row tell, each counted once.
  func score(_ names: [String]) -> Int {
    Set(names.compactMap { isColumn($0) ? $0 : column(byOtherName: $0) }).count
  }

  /// Whether a row names all columns that must be there, in the table's own words.
  func isComplete(_ names: [String]) -> Bool { required.allSatisfy(names.contains) }
}

/// Other names of columns that a round has added, in `headers.csv`.
package struct HeaderBook: Sendable {
  /// Column by table and folded name; the table is empty where any is meant.
  private var own: [String: [String: String]] = [:]

  /// No further names.
  package init() {}

  /// Adds a name; `table` is empty where it holds for every table.
  mutating func add(_ name: String, column: String, table: String) {
    own[table, default: [:]][FoldedText.key(name)] = column
  }

  /// The column for which a name was added.
  func column(of name: String, table: String) -> String? {
    column(ofKey: FoldedText.key(name), table: table)
  }

  func column(ofKey key: String, table: String) -> String? { own[table]?[key] }
}
