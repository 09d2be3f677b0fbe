/// Rows of whole numbers in compressed form: the terms of row `i` are at `range(i)`.
///
/// A bound of `Int.min` or `Int.max` is no bound. The coefficients are small enough (checked by
/// `RangeCheck`) that the activity of a row within the column bounds never overflows.
struct IntegerRows: Sendable {
  private(set) var start: [Int] = [0]
  private(set) var column: [Int32] = []
  private(set) var coefficient: [Int] = []
  var lower: [Int] = []
  var upper: [Int] = []
  /// Largest coefficient of a row without its sign, at least 1.
  private(set) var largest: [Int] = []
  private(set) var origin: [RowOrigin] = []

  var count: Int { lower.count }

  func kind(_ row: Int) -> RowOrigin.Kind { origin[row].kind }

  func range(_ row: Int) -> Range<Int> { start[row]..<start[row + 1] }

  mutating func append(
    lower: Int, upper: Int, terms: some Sequence<(Int32, Int)>, origin: RowOrigin = .model
  ) {
    var size = 1
    for (termColumn, value) in terms {
      column.append(termColumn)
      coefficient.append(value)
      size = max(size, abs(value))
    }
    largest.append(size)
    self.origin.append(origin)
    start.append(column.count)
    self.lower.append(lower)
    self.upper.append(upper)
  }

  /// The least or the largest activity of a row within column ranges.
  func extreme(_ row: Int, isLeast: Bool, _ lower: [Int], _ upper: [Int]) -> Int {
    var sum = 0
    for entry in range(row) {
      let place = Int(column[entry])
      let useLower = (coefficient[entry] > 0) == isLeast
      sum += coefficient[entry] * (useLower ? lower[place] : upper[place])
    }
    return sum
  }

  /// Terms of a row as pairs, for code that is not in a hot loop.
  func terms(_ row: Int) -> [(Int32, Int)] { range(row).map { (column[$0], coefficient[$0]) } }

  /// Keeps the rows for which `keep` holds, in their order.
  func filtered(_ keep: (Int) -> Bool) -> IntegerRows {
    var rows = IntegerRows()
    for row in 0..<count where keep(row) {
      rows.append(lower: lower[row], upper: upper[row], terms: terms(row), origin: origin[row])
    }
    return rows
  }
}

/// A minimisation over whole numbers: column ranges and rows, without an objective.
struct IntegerProgram: Sendable {
  var lower: [Int]
  var upper: [Int]
  var rows = IntegerRows()
  /// What other programs know the columns by; `nil` where none will ask.
  var names: ColumnNames?

  var columnCount: Int { lower.count }

  /// Whether a value for every column keeps every range and row.
  func isFeasible(_ value: [Int]) -> Bool {
    for column in 0..<columnCount
    where value[column] < lower[column] || value[column] > upper[column] {
      return false
    }
    return keepsRows(value)
  }

  /// Whether a value for every column keeps every row, whatever the ranges of the columns.
  func keepsRows(_ value: [Int]) -> Bool {
    (0..<rows.count).allSatisfy { row in
      let activity = self.activity(row, value)
      return activity >= rows.lower[row] && activity <= rows.upper[row]
    }
  }

  func activity(_ row: Int, _ value: [Int]) -> Int {
    var sum = 0
    for index in rows.range(row) {
      sum += rows.coefficient[index] * value[Int(rows.column[index])]
    }
    return sum
  }
}
