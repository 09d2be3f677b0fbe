package import RoundFiles

/// A sheet to be written: a table, and how a spreadsheet shows its columns.
package struct Sheet: Sendable {
  package var name: String
  package var table: Table
  /// What the cells of columns are, by name; text where nothing is said.
  package var kinds: [String: CellKind]
  /// What a person may enter, by name of the column.
  package var entries: [String: CellEntry]
  /// What is shown beside a cell that a person fills in, by name of the column.
  package var hints: [String: String]

  package init(
    name: String, table: Table, kinds: [String: CellKind] = [:], entries: [String: CellEntry] = [:],
    hints: [String: String] = [:]
  ) {
    self.name = name
    self.table = table
    self.kinds = kinds
    self.entries = entries
    self.hints = hints
  }
}

/// What the cells of a column are.
///
/// It changes how they are stored, never what they say: a text that is not exactly what a reader
/// would get back from a number or a day is stored as text.
package enum CellKind: Hashable, Sendable { case text, whole, decimal, date }

/// What a person may enter in a column.
package enum CellEntry: Hashable, Sendable {
  /// One of these words.
  case words([String])
  /// One of the values of another sheet's first column.
  case firstColumn(ofSheet: String)
  /// A whole number, 0 or more.
  case whole
  /// Any number.
  case decimal
  case date
}
