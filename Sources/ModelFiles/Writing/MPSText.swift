package import Selection

/// Writes a selection problem as free MPS, with one objective at a time.
///
/// Slots are rows like the others and come first. Every column is an integer with both bounds
/// given, and the objective is minimised.
package struct MPSText {
  private let problem: SelectionProblem
  private let columnNames: [String]
  private let rowNames: [String]
  private let rows: [RowRange]
  private let entries: ColumnEntries

  /// Prepares a problem for writing.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - columnNames: a name for each column.
  ///   - rowNames: a name for each slot, then for each row; names are without blanks.
  package init(_ problem: SelectionProblem, columnNames: [String], rowNames: [String]) {
    precondition(columnNames.count == problem.columnCount, "\(columnNames.count) column names")
    precondition(
      rowNames.count == problem.slots.count + problem.rows.count, "\(rowNames.count) row names")
    self.problem = problem
    self.columnNames = columnNames
    self.rowNames = rowNames
    rows =
      problem.slots.map { RowRange(lower: $0.isRequired ? 1 : nil, upper: 1) }
      + problem.rows.map { RowRange(lower: $0.lower, upper: $0.upper) }
    entries = ColumnEntries(problem)
  }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - objective: a name that no row has.
  ///   - cost: of each column.
  ///   - constant: what the objective adds to the sum of costs.
  /// - Returns: the same bytes for the same problem, with a line feed at the end of every line.
  package func bytes(objective: String, cost: [Int], constant: Int) -> [UInt8] {
    precondition(cost.count == problem.columnCount, "\(cost.count) costs")
    var text = Lines()
    text.add("NAME \(objective)")
    addRows(objective, to: &text)
    addColumns(objective, cost, to: &text)
    addRightSides(objective, constant, to: &text)
    addBounds(to: &text)
    text.add("ENDATA")
    return text.bytes
  }

  private func addRows(_ objective: String, to text: inout Lines) {
    text.add("ROWS")
    text.add(" N \(objective)")
    for (row, range) in rows.enumerated() { text.add(" \(range.kind) \(rowNames[row])") }
  }

  private func addColumns(_ objective: String, _ cost: [Int], to text: inout Lines) {
    text.add("COLUMNS")
    text.add(" MARKER 'MARKER' 'INTORG'")
    for (column, name) in columnNames.enumerated() {
      let range = entries.range(column)
      // A column exists by its entries, so one without any gets a cost of 0.
      if cost[column] != 0 || range.isEmpty { text.add(" \(name) \(objective) \(cost[column])") }
      for entry in range {
        text.add(" \(name) \(rowNames[Int(entries.row[entry])]) \(entries.coefficient[entry])")
      }
    }
    text.add(" MARKER 'MARKER' 'INTEND'")
  }

  private func addRightSides(_ objective: String, _ constant: Int, to text: inout Lines) {
    text.add("RHS")
    // By the rules of MPS, the right side of an objective is taken off it.
    if constant != 0 { text.add(" RHS \(objective) \(-constant)") }
    for (row, range) in rows.enumerated() where range.side != 0 {
      text.add(" RHS \(rowNames[row]) \(range.side)")
    }
    let isTwoSided = rows.contains { $0.width != nil }
    if isTwoSided { text.add("RANGES") }
    for (row, range) in rows.enumerated() {
      if let width = range.width { text.add(" RNG \(rowNames[row]) \(width)") }
    }
  }

  private func addBounds(to text: inout Lines) {
    text.add("BOUNDS")
    for (column, name) in columnNames.enumerated() {
      let (lower, upper) = (problem.lower[column], problem.upper[column])
      if lower == upper {
        text.add(" FX BND \(name) \(lower)")
      } else {
        if lower != 0 { text.add(" LO BND \(name) \(lower)") }
        text.add(" UP BND \(name) \(upper)")
      }
    }
  }
}

/// The bounds of a row as its kind, its right side and the width of its range.
private struct RowRange {
  var lower: Int?
  var upper: Int?

  var kind: String {
    switch (lower, upper) {
    case (nil, nil): "N"
    case (nil, _?): "L"
    case (_?, nil): "G"
    case (let lower?, let upper?): lower == upper ? "E" : "G"
    }
  }

  var side: Int { lower ?? upper ?? 0 }

  /// `nil` unless two different bounds are given.
  var width: Int? {
    guard let lower, let upper, lower != upper else { return nil }
    return upper - lower
  }
}

/// The terms of slots and rows by column: those of column `i` are at `range(i)`.
private struct ColumnEntries {
  private var start: [Int]
  /// Slots first, then rows.
  private(set) var row: [Int32]
  private(set) var coefficient: [Int]

  init(_ problem: SelectionProblem) {
    start = Array(repeating: 0, count: problem.columnCount + 1)
    for row in problem.rows { for term in row.terms { start[term.column + 1] += 1 } }
    for column in 0..<problem.columnCount {
      start[column + 1] += start[column] + (problem.slot[column] < 0 ? 0 : 1)
    }
    var next = start
    row = Array(repeating: 0, count: start.last ?? 0)
    coefficient = Array(repeating: 1, count: row.count)
    for column in 0..<problem.columnCount where problem.slot[column] >= 0 {
      row[next[column]] = Int32(problem.slot[column])
      next[column] += 1
    }
    for (place, terms) in problem.rows.enumerated() {
      for term in terms.terms {
        row[next[term.column]] = Int32(problem.slots.count + place)
        coefficient[next[term.column]] = term.coefficient
        next[term.column] += 1
      }
    }
  }

  func range(_ column: Int) -> Range<Int> { start[column]..<start[column + 1] }
}

private struct Lines {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(0x0A)
  }
}
