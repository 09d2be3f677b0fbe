/// Sparse vectors one after the other.
struct SparseColumns {
  var start: [Int32] = [0]
  var index: [Int32] = []
  var value: [Double] = []

  var count: Int { start.count - 1 }

  func range(_ column: Int) -> Range<Int> { Int(start[column])..<Int(start[column + 1]) }

  mutating func append(index: Int32, value: Double) {
    self.index.append(index)
    self.value.append(value)
  }

  /// Ends the vector that `append` has been filling.
  mutating func close() { start.append(Int32(index.count)) }

  mutating func removeAll() {
    start.removeAll(keepingCapacity: true)
    start.append(0)
    index.removeAll(keepingCapacity: true)
    value.removeAll(keepingCapacity: true)
  }

  /// The transpose: vector `r` of the result holds the columns with an entry in row `r`.
  func transposed(rowCount: Int) -> SparseColumns {
    var result = SparseColumns()
    result.start = Array(repeating: 0, count: rowCount + 1)
    for row in index { result.start[Int(row) + 1] += 1 }
    for row in 0..<rowCount { result.start[row + 1] += result.start[row] }
    result.index = Array(repeating: 0, count: index.count)
    result.value = Array(repeating: 0, count: index.count)
    var next = result.start
    for column in 0..<count {
      for entry in range(column) {
        let place = Int(next[Int(index[entry])])
        result.index[place] = Int32(column)
        result.value[place] = value[entry]
        next[Int(index[entry])] += 1
      }
    }
    return result
  }
}
