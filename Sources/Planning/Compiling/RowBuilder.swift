import Selection

/// Adds up coefficients by column, without a dictionary.
struct RowBuilder {
  private var coefficient: [Int] = []
  /// Columns that were added to, some perhaps more than once.
  private var touched: [Int32] = []
  private var isAscending = true

  /// Adds to a column's coefficient.
  ///
  /// The caller has checked that sums stay in range.
  @inline(__always)
  mutating func add(_ column: Int, _ amount: Int = 1) {
    if column >= coefficient.count { grow(column) }
    if coefficient[column] == 0 {
      if let last = touched.last, last >= column { isAscending = false }
      touched.append(Int32(column))
    }
    coefficient[column] &+= amount
  }

  private mutating func grow(_ column: Int) {
    let more = max(column + 1, 2 * coefficient.count) - coefficient.count
    coefficient.append(contentsOf: repeatElement(0, count: more))
  }

  /// The terms in rising order of column, those that are 0 left out; the builder is empty again.
  mutating func take() -> [SelectionProblem.Term] {
    if !isAscending { touched.sort() }
    var terms: [SelectionProblem.Term] = []
    terms.reserveCapacity(touched.count + 2)
    for column in touched where coefficient[Int(column)] != 0 {
      terms.append(SelectionProblem.Term(Int(column), coefficient[Int(column)]))
      coefficient[Int(column)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    isAscending = true
    return terms
  }
}
