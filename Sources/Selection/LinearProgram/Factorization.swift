/// A basis matrix as a product of sparse triangles and of one elementary matrix per pivot since.
///
/// Rows of the basis are rows of the program; its columns are *slots*, the places of basic columns.
/// `pivotRow[k]` and `pivotSlot[k]` are the row and slot eliminated at step `k`.
///
/// Source: the product form of the inverse as in Koberstein 2005, section 5.
struct Factorization {
  var size = 0
  var pivotRow: [Int32] = []
  var pivotSlot: [Int32] = []
  var diagonal: [Double] = []
  /// Step that eliminated a row, or -1.
  var stepOfRow: [Int32] = []
  /// Lower triangle: a column for each step that has entries below its pivot.
  var lower = SparseColumns()
  var lowerStep: [Int32] = []
  /// Upper triangle by columns: entry `k` holds rows eliminated before step `k`.
  var upper = SparseColumns()
  /// The upper triangle by rows: entry `k` holds later steps with an entry in `pivotRow[k]`.
  var upperByRow = SparseColumns()
  /// One elementary matrix for each pivot since: the entering column in terms of the basis.
  var etas = SparseColumns()
  var etaSlot: [Int32] = []
  var etaPivot: [Double] = []
  var work: [Double] = []

  var updateCount: Int { etaSlot.count }
  var entryCount: Int { lower.index.count + upper.index.count + size }
  var updateEntryCount: Int { etas.index.count }

  /// Solves the system of the basis for one right-hand side.
  ///
  /// `right` is indexed by row and is used up: it comes back as zeros. `x` is indexed by slot.
  func solve(_ right: inout [Double], into x: inout [Double]) {
    for (position, step) in lowerStep.enumerated() {
      let value = right[Int(pivotRow[Int(step)])]
      if value == 0 { continue }
      for entry in lower.range(position) {
        right[Int(lower.index[entry])] -= lower.value[entry] * value
      }
    }
    var step = size - 1
    while step >= 0 {
      let row = Int(pivotRow[step])
      let slot = Int(pivotSlot[step])
      let numerator = right[row]
      if numerator == 0 {
        x[slot] = 0
      } else {
        let value = numerator / diagonal[step]
        x[slot] = value
        right[row] = 0
        for entry in upper.range(step) {
          right[Int(upper.index[entry])] -= upper.value[entry] * value
        }
      }
      step -= 1
    }
    for update in 0..<etaSlot.count {
      let slot = Int(etaSlot[update])
      if x[slot] == 0 { continue }
      let value = x[slot] / etaPivot[update]
      for entry in etas.range(update) { x[Int(etas.index[entry])] -= etas.value[entry] * value }
      x[slot] = value
    }
  }

  /// Solves `y B = left`; `y` comes back indexed by row.
  ///
  /// `left` is indexed by slot and is used up.
  func solveTransposed(_ left: inout [Double], into y: inout [Double]) {
    var update = etaSlot.count - 1
    while update >= 0 {
      let slot = Int(etaSlot[update])
      var sum = left[slot]
      for entry in etas.range(update) { sum -= etas.value[entry] * left[Int(etas.index[entry])] }
      left[slot] = sum / etaPivot[update]
      update -= 1
    }
    for step in 0..<size {
      let slot = Int(pivotSlot[step])
      let numerator = left[slot]
      left[slot] = 0
      let row = Int(pivotRow[step])
      if numerator == 0 {
        y[row] = 0
        continue
      }
      let value = numerator / diagonal[step]
      y[row] = value
      for entry in upperByRow.range(step) {
        left[Int(pivotSlot[Int(upperByRow.index[entry])])] -= upperByRow.value[entry] * value
      }
    }
    var position = lowerStep.count - 1
    while position >= 0 {
      let row = Int(pivotRow[Int(lowerStep[position])])
      var sum = y[row]
      for entry in lower.range(position) {
        sum -= lower.value[entry] * y[Int(lower.index[entry])]
      }
      y[row] = sum
      position -= 1
    }
  }

  /// Replaces the column in `slot` by one whose solution against the present basis is `column`.
  mutating func replace(slot: Int, column: [Double]) {
    for index in 0..<size where index != slot && abs(column[index]) > 1e-14 {
      etas.append(index: Int32(index), value: column[index])
    }
    etas.close()
    etaSlot.append(Int32(slot))
    etaPivot.append(column[slot])
  }
}

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
