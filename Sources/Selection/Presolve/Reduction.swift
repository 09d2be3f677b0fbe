/// A smaller program with the same selections: fixed columns taken out, rows that say nothing or
/// say it twice dropped, columns that must be equal made one.
struct Reduction {
  /// The smaller program.
  private(set) var program: IntegerProgram
  /// Column of the smaller program that a column became, or -1 if its value is fixed.
  private(set) var newColumn: [Int32]
  /// Value of a column that is fixed, indexed by column of the larger program.
  private(set) var fixedValue: [Int]
  /// Row of the smaller program that a row became, or -1 if the column ranges keep it.
  private(set) var newRow: [Int32] = []

  /// - Returns: `nil` if the program is seen to have no selection at all.
  init?(_ larger: IntegerProgram) {
    let rows = PropagationRows(larger.rows, lower: larger.lower, upper: larger.upper)
    var domain = Domain(rows, lower: larger.lower, upper: larger.upper)
    domain.queueAll()
    guard domain.propagate(rows) else { return nil }
    // Columns that every selection gives the same value.
    var classes = DisjointSets(count: larger.columnCount)
    classes.joinEqual(larger.rows, domain)
    newColumn = Array(repeating: -1, count: larger.columnCount)
    fixedValue = domain.lower
    program = IntegerProgram(lower: [], upper: [])
    for column in 0..<larger.columnCount where !domain.isFixed(column) {
      let leader = classes.leader(of: column)
      if leader == column {
        newColumn[column] = Int32(program.lower.count)
        program.lower.append(domain.lower[column])
        program.upper.append(domain.upper[column])
      } else {
        newColumn[column] = newColumn[leader]
      }
    }
    program.names = larger.names?.reduced(
      to: newColumn, count: program.columnCount, fixedAt: fixedValue)
    addRows(larger.rows)
  }

  private mutating func addRows(_ rows: IntegerRows) {
    var reduced = RowSet()
    var sum = SparseVector<Int>(count: program.columnCount)
    for row in 0..<rows.count {
      sum.removeAll()
      var fixed = 0
      for entry in rows.range(row) {
        let column = Int(rows.column[entry])
        if newColumn[column] < 0 {
          fixed += rows.coefficient[entry] * fixedValue[column]
        } else {
          sum.add(rows.coefficient[entry], at: Int(newColumn[column]))
        }
      }
      let terms = sum.entries
      let lower = rows.lower[row] == .min ? Int.min : rows.lower[row] - fixed
      let upper = rows.upper[row] == .max ? Int.max : rows.upper[row] - fixed
      newRow.append(reduced.insert(terms, lower, upper, rows.origin[row], in: program) ?? -1)
    }
    program.rows = reduced.rows()
  }

  /// What a cost becomes on the smaller columns; the part of fixed columns is left out.
  func reduced(cost: [Int]) -> [Int] {
    var result = Array(repeating: 0, count: program.columnCount)
    for column in 0..<cost.count where newColumn[column] >= 0 {
      result[Int(newColumn[column])] += cost[column]
    }
    return result
  }

  /// Flags of the smaller columns: set where any column that became one had it set.
  func reduced(flags: [Bool]) -> [Bool] {
    var result = Array(repeating: false, count: program.columnCount)
    for column in 0..<flags.count where newColumn[column] >= 0 && flags[column] {
      result[Int(newColumn[column])] = true
    }
    return result
  }

  /// Cost of the columns that are fixed.
  func fixedCost(_ cost: [Int]) -> Int {
    var sum = 0
    for column in 0..<cost.count where newColumn[column] < 0 {
      sum += cost[column] * fixedValue[column]
    }
    return sum
  }

  /// A selection of the larger program from one of the smaller.
  func expanded(_ value: [Int]) -> [Int] {
    (0..<newColumn.count).map { newColumn[$0] < 0 ? fixedValue[$0] : value[Int(newColumn[$0])] }
  }

  /// The smaller program's part of a selection.
  ///
  /// - Returns: `nil` if the selection differs from what has been fixed.
  func restricted(_ value: [Int]) -> [Int]? {
    var result = Array(repeating: Int.min, count: program.columnCount)
    for column in 0..<newColumn.count {
      if newColumn[column] < 0 {
        if value[column] != fixedValue[column] { return nil }
      } else {
        let place = Int(newColumn[column])
        if result[place] != .min && result[place] != value[column] { return nil }
        result[place] = value[column]
      }
    }
    return result
  }
}

extension DisjointSets {
  /// Joins the two columns of every row `x - y = 0` that have the same range.
  fileprivate mutating func joinEqual(_ rows: IntegerRows, _ domain: Domain) {
    for row in 0..<rows.count where rows.lower[row] == 0 && rows.upper[row] == 0 {
      let free = rows.range(row).filter { !domain.isFixed(Int(rows.column[$0])) }
      let fixedPart = rows.range(row).contains {
        domain.isFixed(Int(rows.column[$0])) && domain.lower[Int(rows.column[$0])] != 0
      }
      guard free.count == 2, !fixedPart,
        rows.coefficient[free[0]] == -rows.coefficient[free[1]]
      else { continue }
      let left = leader(of: Int(rows.column[free[0]]))
      let right = leader(of: Int(rows.column[free[1]]))
      guard domain.lower[left] == domain.lower[right], domain.upper[left] == domain.upper[right]
      else { continue }
      join(left, right)
    }
  }
}

/// Rows without repetitions; rows with the same terms become one with the narrower bounds.
private struct RowSet {
  private struct Key: Hashable {
    var columns: [Int32]
    var coefficients: [Int]
  }

  private var place: [Key: Int] = [:]
  private var terms: [[(Int32, Int)]] = []
  private var lower: [Int] = []
  private var upper: [Int] = []
  private var origin: [RowOrigin] = []

  /// Adds a row unless the column ranges already keep it.
  ///
  /// - Returns: its place, perhaps that of a row added before; `nil` if it was not added.
  mutating func insert(
    _ source: [(Int32, Int)], _ rowLower: Int, _ rowUpper: Int, _ rowOrigin: RowOrigin,
    in program: IntegerProgram
  ) -> Int32? {
    if source.isEmpty { return nil }
    var least = 0
    var most = 0
    var shared = 0
    for (column, factor) in source {
      let low = program.lower[Int(column)]
      let high = program.upper[Int(column)]
      least += factor > 0 ? factor * low : factor * high
      most += factor > 0 ? factor * high : factor * low
      shared = greatestCommonDivisor(shared, abs(factor))
    }
    var low = rowLower <= least ? Int.min : rowLower
    var high = rowUpper >= most ? Int.max : rowUpper
    if low == .min && high == .max { return nil }
    if low != .min { low = -((-low).flooredQuotient(by: shared)) }
    if high != .max { high = high.flooredQuotient(by: shared) }
    let reduced = source.map { ($0.0, $0.1 / shared) }
    let key = Key(columns: reduced.map(\.0), coefficients: reduced.map(\.1))
    if let known = place[key] {
      if rowOrigin.kind.rawValue < origin[known].kind.rawValue {
        origin[known].kind = rowOrigin.kind
      }
      if low > lower[known] { (lower[known], origin[known].lower) = (low, rowOrigin.lower) }
      if high < upper[known] { (upper[known], origin[known].upper) = (high, rowOrigin.upper) }
      return Int32(known)
    }
    place[key] = terms.count
    terms.append(reduced)
    origin.append(rowOrigin)
    lower.append(low)
    upper.append(high)
    return Int32(terms.count - 1)
  }

  func rows() -> IntegerRows {
    var rows = IntegerRows()
    for row in 0..<terms.count {
      rows.append(lower: lower[row], upper: upper[row], terms: terms[row], origin: origin[row])
    }
    return rows
  }
}
