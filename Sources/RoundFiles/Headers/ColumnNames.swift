/// The columns of one table, and the other names under which files may have them.
struct ColumnNames {
  let table: String
  private let own: Own
  private let book: HeaderBook

  /// What a table has whatever a round says.
  private struct Own {
    let columns: [String]
    let required: [String]
    let known: Set<String>
    /// Column by folded name.
    let byKey: [String: String]

    init(of table: any TableLayout.Type) {
      var header = Header(file: table.file, row: 1, names: [], log: FindingLog())
      _ = table.init(&header)
      (columns, required, known) = (header.asked, header.missing, Set(header.asked))
      byKey = Dictionary(
        columns.map { (FoldedText.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// By name; folding the same names for every file would take longer than reading a small one.
    static let ofTables = Dictionary(
      uniqueKeysWithValues: HeadersTable.layouts.map { ($0.name, Own(of: $0)) })
  }

  init<Table: TableLayout>(of table: Table.Type, book: HeaderBook) {
    (self.table, self.book) = (Table.name, book)
    own = Own.ofTables[Table.name] ?? Own(of: table)
  }

  /// Columns that the table asks for.
  var columns: [String] { own.columns }

  /// Whether a name is a column's own.
  func isColumn(_ name: String) -> Bool { own.known.contains(name) }

  /// The column of which a name is another one: what the round says goes before what is known, and
  /// what a table says before what all do.
  func column(byOtherName name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= SizeLimits.valueBytes else { return nil }
    let key = FoldedText.key(name)
    if let named = book.column(ofKey: key, table: table) { return named }
    if let named = book.column(ofKey: key, table: ""), isColumn(named) { return named }
    if let column = own.byKey[key] { return column }
    if let column = HeaderWords.ofTables[table]?[key]?.first { return column }
    return HeaderWords.everywhere[key]?.first { isColumn($0) }
  }

  /// The column, of some, of which a name looks most like a slip of an own or another name.
  ///
  /// Names of few letters look like each other by chance.
  func column(like name: String, among columns: [String], log: FindingLog) -> String? {
    let key = FoldedText.key(name)
    guard key.utf8.count >= 6 else { return nil }
    let words =
      (own.byKey.map { ($0, [$1]) } + (HeaderWords.ofTables[table] ?? [:])
      + HeaderWords.everywhere).compactMap { key, names in
        names.first(where: columns.contains).map { (key, $0) }
      }
    let found = NearMiss.closest(to: key, among: words.map(\.0), log: log)
    return words.first { $0.0 == found }?.1
  }

  /// How many columns the names of a row tell, each counted once.
  func score(_ names: [String]) -> Int {
    Set(names.compactMap { isColumn($0) ? $0 : column(byOtherName: $0) }).count
  }

  /// Whether a row names all columns that must be there, in the table's own words.
  func isComplete(_ names: [String]) -> Bool { own.required.allSatisfy(names.contains) }
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
