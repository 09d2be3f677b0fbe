/// A column that a table may have.
///
/// Only its name is part of the table's layout; `index` says where the file at hand has it.
struct Column {
  let name: String
  /// Position among the cells of a row, or -1 if the file has no such column.
  var index = -1
  /// Whether the table says nothing without it; where it is absent, that was said once.
  var isRequired = false

  var isPresent: Bool { index >= 0 }
}

/// The names of a file's columns, and which of them the table has asked for.
struct Header {
  let file: String
  let row: Int
  /// What stands in the file, with the table's own name where that is another one.
  private(set) var names: [String]
  private(set) var asked: [String] = []
  private(set) var missing: [String] = []
  private var positions: [String: Int] = [:]
  private let log: FindingLog

  init(file: String, row: Int, names: [String], log: FindingLog) {
    (self.file, self.row, self.names, self.log) = (file, row, names, log)
    findPositions()
  }

  private mutating func findPositions() {
    for (index, name) in names.enumerated() where !name.isEmpty {
      if positions[name] == nil {
        positions[name] = index
      } else {
        add(.duplicateColumn, name, expected: "each column once")
      }
    }
  }

  /// Gives columns that stand under another name the table's own, and says so.
  ///
  /// A column that the file has under its own name is left alone, and so is its other name.
  init(file: String, row: Int, names: [String], known: ColumnNames, log: FindingLog) {
    (self.file, self.row, self.names, self.log) = (file, row, names, log)
    var given: [String: String] = [:]
    for (index, name) in names.enumerated() where !known.isColumn(name) {
      guard let column = known.column(byOtherName: name), !names.contains(column) else { continue }
      if let first = given[column] {
        add(
          .duplicateColumn, column, value: name,
          expected: "one column for \(column); \(first) is read as that")
        continue
      }
      given[column] = name
      self.names[index] = column
      add(
        .readColumn, column, value: name, expected: "the table's own name of the column",
        readAs: column, severity: .note)
    }
    findPositions()
  }

  /// A column without which the table says nothing.
  mutating func required(_ name: String) -> Column {
    var column = optional(name)
    column.isRequired = true
    if !column.isPresent { missing.append(name) }
    return column
  }

  mutating func optional(_ name: String) -> Column {
    asked.append(name)
    return Column(name: name, index: positions[name] ?? -1)
  }

  /// Columns that the table does not ask for, in the order of the file.
  var further: [Column] {
    names.enumerated().compactMap { index, name in
      name.isEmpty || asked.contains(name) || positions[name] != index
        ? nil : Column(name: name, index: index)
    }
  }

  /// Columns that the table asks for and the file lacks, though it can do without them.
  var absent: [String] { asked.filter { positions[$0] == nil && !missing.contains($0) } }

  /// The absent column of which a further one's name looks like a slip.
  func slip(_ name: String) -> String? { NearMiss.closest(to: name, among: absent, log: log) }

  /// Reports the required columns that the file lacks, and columns that look like a slip of an
  /// optional one.
  func check() {
    let strangers = further.map(\.name)
    for name in missing {
      let maybe = NearMiss.closest(to: name, among: strangers, log: log)
      add(.missingColumn, name, value: "", expected: "a column of this name", maybe: maybe)
    }
    guard missing.isEmpty else { return }
    for name in strangers {
      guard let maybe = slip(name) else { continue }
      add(
        .unknownColumn, name, expected: "a column of this table", maybe: maybe, severity: .note)
    }
  }

  /// Adds a finding about a name of the row.
  func add(
    _ kind: FindingKind, _ name: String, value: String? = nil, expected: String,
    maybe: String? = nil, readAs: String? = nil, severity: Finding.Severity = .error
  ) {
    log.add(
      Finding(
        kind, file: file, row: row, column: name, value: value ?? name, expected: expected,
        maybe: maybe, readAs: readAs, severity: severity))
  }
}
