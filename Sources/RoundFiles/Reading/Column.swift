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
    for (index, name) in names.enumerated() where !name.isEmpty {
      guard positions[name] == nil else {
        log.add(
          Finding(
            .duplicateColumn, file: file, row: row, column: name, value: name,
            expected: "each column once"))
        continue
      }
      positions[name] = index
    }
    self.positions = positions
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
      log.add(
        Finding(
          .missingColumn, file: file, row: row, column: name, value: "",
          expected: "a column of this name",
          maybe: NearMiss.closest(to: name, among: strangers, log: log)))
    }
    let absent = asked.filter { positions[$0] == nil && !missing.contains($0) }
    guard missing.isEmpty else { return }
    for name in strangers {
      guard let maybe = NearMiss.closest(to: name, among: absent, log: log) else { continue }
      log.add(
        Finding(
          .unknownColumn, file: file, row: row, column: name, value: name,
          expected: "a column of this table", maybe: maybe, severity: .note))
    }
  }
}
