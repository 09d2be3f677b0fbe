/// A start from what is known of a larger program.
extension Simplex {
  /// Starts from a basis of a program from which columns and rows were taken out to get this one.
  ///
  /// What is basic there stays basic as far as it is left; the slacks of rows make up what is missing.
  ///
  /// - Parameters:
  ///   - larger: the basis of the larger program.
  ///   - columns: the column here that each of its columns became, or -1.
  ///   - rows: the row here that each of its rows became, or -1.
  mutating func load(_ larger: Basis, columns: [Int32], rows: [Int32]) {
    func variable(_ old: Int) -> Int {
      if old < columns.count { return Int(columns[old]) }
      let row = rows[old - columns.count]
      return row < 0 ? -1 : columnCount + Int(row)
    }
    var start = Basis(basic: [], isAtUpper: Array(repeating: false, count: variableCount), weight: [])
    for old in larger.isAtUpper.indices where larger.isAtUpper[old] {
      let new = variable(old)
      if new >= 0 { start.isAtUpper[new] = true }
    }
    var isBasic = Array(repeating: false, count: variableCount)
    func add(_ new: Int, weight: Double) {
      if new < 0 || isBasic[new] || start.basic.count == rowCount { return }
      isBasic[new] = true
      start.basic.append(Int32(new))
      start.weight.append(weight)
    }
    for isSlack in [false, true] {
      for (slot, old) in larger.basic.enumerated() where (Int(old) >= columns.count) == isSlack {
        add(variable(Int(old)), weight: larger.weight[slot])
      }
    }
    for row in 0..<rowCount { add(columnCount + row, weight: 1) }
    load(start)
  }
}
