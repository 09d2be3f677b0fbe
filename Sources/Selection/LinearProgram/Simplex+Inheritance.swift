/// The basis of a larger program as a start for a smaller one.
extension Simplex {
  /// Takes over what a larger program's basis says about the variables that are left.
  ///
  /// What is missing is made up with slacks, and what does not fit together is replaced by slacks
  /// when the basis is factored.
  ///
  /// - Parameters:
  ///   - larger: a simplex of the larger program; one that has not pivoted yet has nothing to give.
  ///   - columns: the column here that each of its columns became, or -1.
  ///   - rows: the row here that each of its rows became, or -1; rows beyond the list are new.
  mutating func inherit(_ larger: Simplex, columns: [Int32], rows: [Int32]) {
    guard larger.hasPivoted else { return }
    var source = Array(repeating: Int32(-1), count: variableCount)
    for (old, new) in columns.enumerated() where new >= 0 && source[Int(new)] < 0 {
      source[Int(new)] = Int32(old)
    }
    for (old, new) in rows.enumerated() where new >= 0 {
      let variable = columnCount + Int(new)
      // Of rows that became one, a slack that stands at an end tells more.
      if source[variable] >= 0, larger.isBasic(larger.columnCount + old) { continue }
      source[variable] = Int32(larger.columnCount + old)
    }
    load(inheritedBasis(larger, source))
    isInherited = true
  }

  private var hasPivoted: Bool { counters.pivots > 0 || counters.primalPivots > 0 || isInherited }

  private func inheritedBasis(_ larger: Simplex, _ source: [Int32]) -> Basis {
    var basis = Basis(
      basic: [], isAtUpper: Array(repeating: false, count: variableCount), weight: [])
    var idle: [Int32] = []
    for variable in 0..<variableCount where source[variable] >= 0 {
      let old = Int(source[variable])
      if larger.isBasic(old), basis.basic.count < rowCount {
        basis.basic.append(Int32(variable))
        basis.weight.append(larger.weight[Int(larger.slotOf[old])])
      } else {
        basis.isAtUpper[variable] = larger.isAtUpper[old]
        if variable >= columnCount { idle.append(Int32(variable)) }
      }
    }
    for variable in columnCount..<variableCount where source[variable] < 0 {
      idle.append(Int32(variable))
    }
    for variable in idle.prefix(rowCount - basis.basic.count) {
      basis.basic.append(variable)
      basis.weight.append(1)
    }
    return basis
  }
}
