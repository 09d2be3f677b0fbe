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

/// The names in a file's first row, and which of them the table has asked for.
struct Header {
  let file: String
  let row: Int
  let names: [String]
  private var asked: [String] = []
  private var missing: [String] = []
  private let positions: [String: Int]
  private let log: FindingLog

  init(file: String, row: Int, names: [String], log: FindingLog) {
    (self.file, self.row, self.names, self.log) = (file, row, names, log)
    var positions: [String: Int] = [:]
    var repeated: [String] = []
    for (index, name) in names.enumerated() where !name.isEmpty {
      if positions[name] == nil { positions[name] = index } else { repeated.append(name) }
    }
    self.positions = positions
    for name in repeated { add(.duplicateColumn, name, expected: "each column once") }
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

  /// Reports the required columns that the file lacks, and columns that look like a slip of an
  /// optional one.
  func check() {
    let strangers = further.map(\.name)
    for name in missing {
      let maybe = NearMiss.closest(to: name, among: strangers, log: log)
      add(.missingColumn, name, value: "", expected: "a column of this name", maybe: maybe)
    }
    let absent = asked.filter { positions[$0] == nil && !missing.contains($0) }
    guard missing.isEmpty else { return }
    for name in strangers {
      guard let maybe = NearMiss.closest(to: name, among: absent, log: log) else { continue }
      add(
        .unknownColumn, name, expected: "a column of this table", maybe: maybe, severity: .note)
    }
  }

  /// Adds a finding about a name of the row.
  func add(
    _ kind: FindingKind, _ name: String, value: String? = nil, expected: String,
    maybe: String? = nil, severity: Finding.Severity = .error
  ) {
    log.add(
      Finding(
        kind, file: file, row: row, column: name, value: value ?? name, expected: expected,
        maybe: maybe, severity: severity))
  }
}
