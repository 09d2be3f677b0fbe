/// A basis matrix as a product of sparse triangles and of one elementary matrix per pivot since.
///
/// Rows of the basis are rows of the program; its columns are *slots*, the places of basic columns.
/// Step `k` eliminates a row and a slot; the triangles are kept in terms of steps, by columns and by
/// rows, so that a solve touches only what is not zero.
///
/// Source: the product form of the inverse as in Koberstein 2005, section 5.
struct Factorization {
  var size = 0
  var diagonal: [Double] = []
  /// Row and slot that a step eliminated, indexed by step.
  var pivotRow: [Int32] = []
  var pivotSlot: [Int32] = []
  /// Step that eliminated a row or a slot, or -1.
  var stepOfRow: [Int32] = []
  var stepOfSlot: [Int32] = []
  /// Column `k` of the lower triangle holds later steps, row `k` earlier ones.
  var lower = SparseColumns()
  var lowerByRow = SparseColumns()
  /// Column `k` of the upper triangle holds earlier steps, row `k` later ones.
  var upper = SparseColumns()
  var upperByRow = SparseColumns()
  /// One elementary matrix for each pivot since: the entering column in terms of the basis.
  var etas = SparseColumns()
  var etaSlot: [Int32] = []
  var etaPivot: [Double] = []
  /// Indexed by step, zero between solves.
  var work: [Double] = []
  var steps = StepSet(count: 0)

  /// Smaller values are taken for zero.
  static let dropped = 1e-14

  var updateCount: Int { etaSlot.count }
  var entryCount: Int { lower.index.count + upper.index.count + size }
  var updateEntryCount: Int { etas.index.count }

  /// Solves the system of the basis for one right-hand side.
  ///
  /// - Parameters:
  ///   - right: indexed by row; it is used up and comes back empty.
  ///   - x: the solution, indexed by slot; what it held before is lost.
  mutating func solve(_ right: inout SparseVector<Double>, into x: inout SparseVector<Double>) {
    x.removeAll()
    for row in right.places where right[Int(row)] != 0 { put(right[Int(row)], stepOfRow[Int(row)]) }
    right.removeAll()
    Self.eliminateUpwards(lower, &work, &steps)
    Self.divideDownwards(
      upper, diagonal, pivotSlot, &work, &steps, into: &x.value, &x.places, &x.isTouched)
    for update in 0..<etaSlot.count {
      let slot = Int(etaSlot[update])
      if x[slot] == 0 { continue }
      let value = x[slot] / etaPivot[update]
      x.add(update, of: etas, times: -value)
      x.set(slot, value)
    }
  }

  /// Solves `y B = left`.
  ///
  /// - Parameters:
  ///   - left: indexed by slot; it is used up and comes back empty.
  ///   - y: the solution, indexed by row; what it held before is lost.
  mutating func solveTransposed(
    _ left: inout SparseVector<Double>, into y: inout SparseVector<Double>
  ) {
    y.removeAll()
    for update in stride(from: etaSlot.count - 1, through: 0, by: -1) {
      let slot = Int(etaSlot[update])
      var sum = left[slot]
      for entry in etas.range(update) { sum -= etas.value[entry] * left[Int(etas.index[entry])] }
      if sum != 0 || left[slot] != 0 { left.set(slot, sum / etaPivot[update]) }
    }
    for slot in left.places where left[Int(slot)] != 0 {
      put(left[Int(slot)], stepOfSlot[Int(slot)])
    }
    left.removeAll()
    Self.divideUpwards(upperByRow, diagonal, &work, &steps)
    Self.eliminateDownwards(
      lowerByRow, pivotRow, &work, &steps, into: &y.value, &y.places, &y.isTouched)
  }

  @inline(__always)
  private mutating func put(_ value: Double, _ step: Int32) {
    work[Int(step)] = value
    steps.insert(Int(step))
  }

  /// Replaces the column in `slot` by one whose solution against the present basis is `column`.
  mutating func replace(slot: Int, column: borrowing SparseVector<Double>) {
    for place in column.places where Int(place) != slot && abs(column[Int(place)]) > Self.dropped {
      etas.append(index: place, value: column[Int(place)])
    }
    etas.close()
    etaSlot.append(Int32(slot))
    etaPivot.append(column[slot])
  }
}
