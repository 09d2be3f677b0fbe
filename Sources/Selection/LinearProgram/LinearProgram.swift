/// A relaxation in floating point: columns in ranges, rows scaled so that their largest
/// coefficient is about 1, and a slack for every row.
///
/// Column `j < columnCount` is a column of the program; `columnCount + i` is the slack of row `i`,
/// with `a[i] x + slack[i] = 0`. Every column and every slack has a finite range, so that any basis
/// can be made dual feasible by moving columns to their other end.
struct LinearProgram {
  let columnCount: Int
  private(set) var rowCount = 0
  private(set) var rows = SparseColumns()
  private(set) var columns = SparseColumns()
  /// Power of two by which a row was multiplied, indexed by row.
  private(set) var scale: [Double] = []
  /// Ranges of columns, then of slacks.
  var lower: [Double]
  var upper: [Double]

  /// Most rows that any column is in.
  var mostEntries: Int {
    (0..<columnCount).reduce(1) { max($0, columns.range($1).count) }
  }

  init(columnLower: [Int], columnUpper: [Int]) {
    columnCount = columnLower.count
    lower = columnLower.map(Double.init)
    upper = columnUpper.map(Double.init)
  }

  /// Adds the rows from `first` on; their slacks are ranged by what the columns allow.
  mutating func append(_ source: IntegerRows, from first: Int) {
    for row in first..<source.count { append(row, of: source) }
    rowCount = rows.count
    columns = rows.transposed(rowCount: columnCount)
  }

  private mutating func append(_ row: Int, of source: IntegerRows) {
    var largest = 1
    for entry in source.range(row) { largest = max(largest, abs(source.coefficient[entry])) }
    let factor = Double(sign: .plus, exponent: -Double(largest).exponentInt, significand: 1)
    var least = 0.0
    var most = 0.0
    for entry in source.range(row) {
      let column = Int(source.column[entry])
      let value = Double(source.coefficient[entry]) * factor
      rows.append(index: Int32(column), value: value)
      least += min(value * lower[column], value * upper[column])
      most += max(value * lower[column], value * upper[column])
    }
    rows.close()
    scale.append(factor)
    let floor = source.lower[row] == .min ? least : max(least, Double(source.lower[row]) * factor)
    let ceiling = source.upper[row] == .max ? most : min(most, Double(source.upper[row]) * factor)
    lower.append(-max(floor, ceiling))
    upper.append(-min(floor, ceiling))
  }

  /// Keeps the first `kept` rows and of the later ones those for which `keep` holds.
  mutating func filterRows(_ keep: (Int) -> Bool) {
    var next = LinearProgram(copyingColumnsOf: self)
    for row in 0..<rowCount where keep(row) {
      for entry in rows.range(row) {
        next.rows.append(index: rows.index[entry], value: rows.value[entry])
      }
      next.rows.close()
      next.scale.append(scale[row])
      next.lower.append(lower[columnCount + row])
      next.upper.append(upper[columnCount + row])
    }
    next.rowCount = next.rows.count
    next.columns = next.rows.transposed(rowCount: columnCount)
    self = next
  }

  private init(copyingColumnsOf other: LinearProgram) {
    columnCount = other.columnCount
    lower = Array(other.lower[0..<other.columnCount])
    upper = Array(other.upper[0..<other.columnCount])
  }
}

extension Double {
  fileprivate var exponentInt: Int { Int(exponent) }
}
