/// Elimination: singletons are peeled first, so that the kernel that needs arithmetic is small.
///
/// Most basic columns of a selection problem are slacks, or the only basic option of their slot.
///
/// Source: Gilbert and Peierls 1988 for the left-looking kernel.
extension Factorization {
  private static let relativeThreshold = 0.1
  private static let tiny = 1e-9

  /// Factors the matrix whose column in slot `s` is `columns.range(s)`, with rows as indices.
  ///
  /// - Returns: the slots that had no acceptable pivot, each with the row whose slack takes its
  ///   place in the factors.
  mutating func factor(_ columns: SparseColumns) -> [(slot: Int, row: Int)] {
    reset(size: columns.count)
    var peeling = Peeling(columns)
    peelSingletons(&peeling, columns)
    let repaired = eliminateKernel(&peeling, columns)
    writeInSteps()
    return repaired
  }

  private mutating func reset(size: Int) {
    self.size = size
    pivotRow.removeAll(keepingCapacity: true)
    pivotSlot.removeAll(keepingCapacity: true)
    diagonal.removeAll(keepingCapacity: true)
    lower.removeAll()
    upper.removeAll()
    etas.removeAll()
    etaSlot.removeAll(keepingCapacity: true)
    etaPivot.removeAll(keepingCapacity: true)
    stepOfRow = Array(repeating: -1, count: size)
    stepOfSlot = stepOfRow
    work = Array(repeating: 0, count: size)
    steps = StepSet(count: size)
  }

  /// Which slots are left, and how many entries rows and slots have among what is left.
  private struct Peeling {
    var rows: SparseColumns
    var rowCount: [Int32]
    var slotCount: [Int32]
    var isDone: [Bool]
    var slotQueue: [Int32] = []
    var rowQueue: [Int32] = []

    init(_ columns: SparseColumns) {
      rows = columns.transposed(rowCount: columns.count)
      rowCount = (0..<columns.count).map { [rows] in Int32(rows.range($0).count) }
      slotCount = (0..<columns.count).map { Int32(columns.range($0).count) }
      isDone = Array(repeating: false, count: columns.count)
      for slot in 0..<columns.count where slotCount[slot] == 1 { slotQueue.append(Int32(slot)) }
      for row in 0..<columns.count where rowCount[row] == 1 { rowQueue.append(Int32(row)) }
    }

    /// Takes a slot and its pivot row out of the counts.
    mutating func remove(slot: Int, row: Int, _ columns: SparseColumns) {
      isDone[slot] = true
      for entry in columns.range(slot) {
        let touched = Int(columns.index[entry])
        rowCount[touched] -= 1
        if rowCount[touched] == 1 { rowQueue.append(Int32(touched)) }
      }
      for entry in rows.range(row) {
        let touched = Int(rows.index[entry])
        slotCount[touched] -= 1
        if slotCount[touched] == 1 { slotQueue.append(Int32(touched)) }
      }
    }
  }

  private mutating func peelSingletons(_ peeling: inout Peeling, _ columns: SparseColumns) {
    while true {
      if let slot = peeling.slotQueue.popLast().map({ Int($0) }) {
        guard !peeling.isDone[slot], peeling.slotCount[slot] == 1,
          let pivot = columns.range(slot).first(where: { stepOfRow[Int(columns.index[$0])] < 0 })
        else { continue }
        peel(slot, pivot: pivot, &peeling, columns)
      } else if let row = peeling.rowQueue.popLast().map({ Int($0) }) {
        guard stepOfRow[row] < 0, peeling.rowCount[row] == 1,
          let place = peeling.rows.range(row).first(where: {
            !peeling.isDone[Int(peeling.rows.index[$0])]
          })
        else { continue }
        let slot = Int(peeling.rows.index[place])
        guard let pivot = columns.range(slot).first(where: { Int(columns.index[$0]) == row })
        else { continue }
        peel(slot, pivot: pivot, &peeling, columns)
      } else {
        return
      }
    }
  }

  /// Eliminates a slot whose pivot causes no arithmetic in any other slot.
  private mutating func peel(
    _ slot: Int, pivot: Int, _ peeling: inout Peeling, _ columns: SparseColumns
  ) {
    let pivotValue = columns.value[pivot]
    guard abs(pivotValue) > Self.tiny else { return }
    for entry in columns.range(slot) where entry != pivot {
      let row = columns.index[entry]
      if stepOfRow[Int(row)] >= 0 {
        upper.append(index: row, value: columns.value[entry])
      } else {
        lower.append(index: row, value: columns.value[entry] / pivotValue)
      }
    }
    let row = Int(columns.index[pivot])
    closeStep(row: row, slot: slot, pivot: pivotValue)
    peeling.remove(slot: slot, row: row, columns)
  }

  private mutating func closeStep(row: Int, slot: Int, pivot: Double) {
    let step = Int32(pivotRow.count)
    stepOfRow[row] = step
    pivotRow.append(Int32(row))
    pivotSlot.append(Int32(slot))
    diagonal.append(pivot)
    stepOfSlot[slot] = step
    upper.close()
    lower.close()
  }

  private mutating func eliminateKernel(
    _ peeling: inout Peeling, _ columns: SparseColumns
  ) -> [(slot: Int, row: Int)] {
    let kernel = (0..<size).filter { !peeling.isDone[$0] }
      .sorted { (peeling.slotCount[$0], $0) < (peeling.slotCount[$1], $1) }
    let firstStep = pivotRow.count
    var failed: [Int] = []
    for slot in kernel where !eliminate(slot, firstStep, peeling.rowCount, columns) {
      failed.append(slot)
    }
    let freeRows = (0..<size).filter { stepOfRow[$0] < 0 }
    return zip(failed, freeRows).map { slot, row in
      closeStep(row: row, slot: slot, pivot: 1)
      return (slot, row)
    }
  }

  /// Brings a kernel column up to date and takes the sparsest of its large entries as pivot.
  ///
  /// - Returns: whether there was one.
  private mutating func eliminate(
    _ slot: Int, _ firstStep: Int, _ rowCount: [Int32], _ columns: SparseColumns
  ) -> Bool {
    var touched: [Int32] = []
    for entry in columns.range(slot) {
      work[Int(columns.index[entry])] = columns.value[entry]
      touched.append(columns.index[entry])
    }
    for step in firstStep..<pivotRow.count {
      let value = work[Int(pivotRow[step])]
      if value == 0 { continue }
      for entry in lower.range(step) {
        let row = Int(lower.index[entry])
        if work[row] == 0 { touched.append(Int32(row)) }
        work[row] -= lower.value[entry] * value
        // A cancelled entry keeps its mark by a value that counts as zero everywhere.
        if work[row] == 0 { work[row] = 1e-300 }
      }
    }
    defer { for row in touched { work[Int(row)] = 0 } }
    guard let pivot = choosePivot(touched, rowCount) else { return false }
    for row in touched where Int(row) != pivot && abs(work[Int(row)]) > 1e-14 {
      if stepOfRow[Int(row)] >= 0 {
        upper.append(index: row, value: work[Int(row)])
      } else {
        lower.append(index: row, value: work[Int(row)] / work[pivot])
      }
    }
    closeStep(row: pivot, slot: slot, pivot: work[pivot])
    return true
  }

  private func choosePivot(_ touched: [Int32], _ rowCount: [Int32]) -> Int? {
    var largest = 0.0
    for row in touched where stepOfRow[Int(row)] < 0 { largest = max(largest, abs(work[Int(row)])) }
    guard largest > Self.tiny else { return nil }
    var best = -1
    for row in touched.map({ Int($0) }) where stepOfRow[row] < 0 {
      guard abs(work[row]) >= Self.relativeThreshold * largest else { continue }
      if best < 0 || (rowCount[row], row) < (rowCount[best], best) { best = row }
    }
    return best
  }

  /// Writes both triangles, whose entries are rows so far, in terms of steps, and turns them round.
  private mutating func writeInSteps() {
    for entry in 0..<upper.index.count {
      upper.index[entry] = stepOfRow[Int(upper.index[entry])]
    }
    for entry in 0..<lower.index.count {
      lower.index[entry] = stepOfRow[Int(lower.index[entry])]
    }
    upperByRow = upper.transposed(rowCount: size)
    lowerByRow = lower.transposed(rowCount: size)
  }
}
