/// A program some of whose columns are fixed, with the numbers that its rows and columns have in a
/// proof.
struct ProofProgram {
  var program: IntegerProgram
  /// Number in the proof, indexed by row.
  var rowNumber: [Int]
  /// Number in the proof, indexed by column.
  var columnNumber: [Int]

  /// The inequality that a price on a row stands for: its lower side where the price is positive.
  func term(row: Int, price: Int) -> ProofTerm {
    ProofTerm(
      inequality: 2 * rowNumber[row] + (price > 0 ? 1 : 0), multiplier: price.magnitudeAsInt)
  }

  /// The program on the columns that are not fixed, with the rows that they can break.
  ///
  /// Rows keep their coefficients: what is proven of the smaller program holds for the rows of this
  /// one, as the fixed columns add the same to both sides.
  func onFreeColumns() -> (program: ProofProgram, newColumn: [Int32]) {
    var newColumn = Array(repeating: Int32(-1), count: program.columnCount)
    var smaller = ProofProgram(
      program: IntegerProgram(lower: [], upper: []), rowNumber: [], columnNumber: [])
    for column in 0..<program.columnCount where program.lower[column] < program.upper[column] {
      newColumn[column] = Int32(smaller.columnNumber.count)
      smaller.columnNumber.append(columnNumber[column])
      smaller.program.lower.append(program.lower[column])
      smaller.program.upper.append(program.upper[column])
    }
    for row in 0..<program.rows.count { append(row, to: &smaller, newColumn) }
    return (smaller, newColumn)
  }

  private func append(_ row: Int, to smaller: inout ProofProgram, _ newColumn: [Int32]) {
    let rows = program.rows
    let least = rows.extreme(row, isLeast: true, program.lower, program.upper)
    let most = rows.extreme(row, isLeast: false, program.lower, program.upper)
    if least >= rows.lower[row] && most <= rows.upper[row] { return }
    var fixed = 0
    var terms: [(Int32, Int)] = []
    for entry in rows.range(row) {
      let column = Int(rows.column[entry])
      if newColumn[column] < 0 {
        fixed += rows.coefficient[entry] * program.lower[column]
      } else {
        terms.append((newColumn[column], rows.coefficient[entry]))
      }
    }
    smaller.program.rows.append(
      lower: rows.lower[row] == .min ? .min : rows.lower[row] - fixed,
      upper: rows.upper[row] == .max ? .max : rows.upper[row] - fixed, terms: terms,
      origin: rows.origin[row])
    smaller.rowNumber.append(rowNumber[row])
  }
}

/// "This cost is at most `most`", as a row of a proof.
struct ProofObjective {
  /// Indexed by column.
  var cost: [Int]
  var most: Int
  /// The row's number in the proof.
  var number: Int
}

extension Int {
  var magnitudeAsInt: Int { self < 0 ? -self : self }
}
