/// A table to be written: names of columns, and rows of as many cells.
package struct Table: Hashable, Sendable {
  package var columns: [String]
  package var rows: [[String]]
  /// Columns whose cells are ids, written as they are; all others are text or numbers.
  package var idColumns: Set<String>

  /// Makes a table; a row that is too short is filled with empty cells when it is written.
  package init(
    columns: [String], rows: [[String]] = [], idColumns: Set<String> = Table.idColumnsOfRound
  ) {
    self.columns = columns
    self.rows = rows
    self.idColumns = idColumns
  }

  /// Columns that hold ids in the tables of a round.
  package static let idColumnsOfRound: Set = [
    "application", "participant", "session", "organisation", "host", "stream", "sector", "limit",
    "rule", "group",
  ]
}
