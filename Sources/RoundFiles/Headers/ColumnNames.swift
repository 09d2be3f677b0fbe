/// The columns of one table, and the other names under which files may have them.
struct ColumnNames {
  /// Columns that the table asks for.
  let columns: [String]
  /// Those of them without which it says nothing.
  let required: [String]
  private let known: Set<String>
  /// Column by another name of it, folded.
  private let others: [String: String]

  init<Table: TableLayout>(of table: Table.Type, book: HeaderBook) {
    var header = Header(file: Table.file, row: 1, names: [], log: FindingLog())
    _ = Table(&header)
    columns = header.asked
    required = header.missing
    known = Set(columns)
    others = book.others(table: Table.name, columns: columns)
  }

  /// Whether a name is a column's own.
  func isColumn(_ name: String) -> Bool { known.contains(name) }

  /// The column of which a name is another one.
  func column(byOtherName name: String) -> String? {
    name.isEmpty || name.utf8.count > SizeLimits.valueBytes ? nil : others[FoldedText.key(name)]
  }

  /// How many columns the names of a row tell, each counted once.
  func score(_ names: [String]) -> Int {
    Set(names.compactMap { isColumn($0) ? $0 : column(byOtherName: $0) }).count
  }

  /// Whether a row names all columns that must be there, in the table's own words.
  func isComplete(_ names: [String]) -> Bool { required.allSatisfy(names.contains) }
}

/// Other names of columns: those that are known everywhere, and those of one round.
struct HeaderBook {
  /// Column by table and folded name; the table is empty where any is meant.
  private var own: [String: [String: String]] = [:]

  /// Adds a name; `table` is empty where it holds for every table.
  mutating func add(_ name: String, column: String, table: String) {
    own[table, default: [:]][FoldedText.key(name)] = column
  }

  /// The column for which a name was added.
  func column(of name: String, table: String) -> String? { own[table]?[FoldedText.key(name)] }

  /// Other names of a table's columns, folded; what a round says goes before what is known.
  func others(table: String, columns: [String]) -> [String: String] {
    var result: [String: String] = [:]
    let known = Set(columns)
    for (name, column) in HeaderWords.everywhere where known.contains(column) {
      result[name] = column
    }
    for (name, column) in HeaderWords.ofTables[table] ?? [] { result[name] = column }
    for column in columns { result[FoldedText.key(column)] = column }
    for (name, column) in own[""] ?? [:] where known.contains(column) { result[name] = column }
    return result.merging(own[table] ?? [:]) { $1 }
  }
}
