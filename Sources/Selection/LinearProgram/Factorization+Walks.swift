/// The four walks over the triangles, each in the order of steps or against it.
///
/// They visit the steps of a set that grows ahead of them. Spans keep the loops free of checks for
/// shared storage; that halves their time.
extension Factorization {
  /// Takes the multiples of each entry off later ones, by columns of the lower triangle.
  static func eliminateUpwards(
    _ triangle: SparseColumns, _ values: inout [Double], _ set: inout StepSet
  ) {
    let start = triangle.start.span
    let index = triangle.index.span
    let factor = triangle.value.span
    var work = values.mutableSpan
    var words = set.words.mutableSpan
    for word in 0..<words.count {
      var left = words[word]
      while left != 0 {
        let bit = left.trailingZeroBitCount
        let step = word << 6 | bit
        let value = work[step]
        for place in Int(start[step])..<Int(start[step + 1]) {
          let later = Int(index[place])
          work[later] -= factor[place] * value
          words[later >> 6] |= 1 << UInt64(later & 63)
        }
        left = words[word] & (~1 << UInt64(bit))
      }
    }
  }

  /// The same by rows of the upper triangle, whose diagonal is not 1.
  static func divideUpwards(
    _ triangle: SparseColumns, _ diagonals: [Double], _ values: inout [Double],
    _ set: inout StepSet
  ) {
    let start = triangle.start.span
    let index = triangle.index.span
    let factor = triangle.value.span
    let diagonal = diagonals.span
    var work = values.mutableSpan
    var words = set.words.mutableSpan
    for word in 0..<words.count {
      var left = words[word]
      while left != 0 {
        let bit = left.trailingZeroBitCount
        let step = word << 6 | bit
        let value = work[step] / diagonal[step]
        work[step] = value
        for place in Int(start[step])..<Int(start[step + 1]) {
          let later = Int(index[place])
          work[later] -= factor[place] * value
          words[later >> 6] |= 1 << UInt64(later & 63)
        }
        left = words[word] & (~1 << UInt64(bit))
      }
    }
  }

  /// Goes back over the columns of the upper triangle and empties the set into `x`, by slot.
  static func divideDownwards(
    _ triangle: SparseColumns, _ diagonals: [Double], _ slots: [Int32],
    _ values: inout [Double], _ set: inout StepSet, into x: inout [Double],
    _ places: inout [Int32], _ marks: inout [Bool]
  ) {
    let start = triangle.start.span
    let index = triangle.index.span
    let factor = triangle.value.span
    let diagonal = diagonals.span
    let pivotSlot = slots.span
    var result = x.mutableSpan
    var isTouched = marks.mutableSpan
    var work = values.mutableSpan
    var words = set.words.mutableSpan
    for word in stride(from: words.count - 1, through: 0, by: -1) {
      while words[word] != 0 {
        let bit = 63 - words[word].leadingZeroBitCount
        let step = word << 6 | bit
        words[word] &= ~(1 << UInt64(bit))
        let value = work[step]
        work[step] = 0
        if abs(value) < Self.dropped { continue }
        let entry = value / diagonal[step]
        let slot = pivotSlot[step]
        result[Int(slot)] = entry
        isTouched[Int(slot)] = true
        places.append(slot)
        for place in Int(start[step])..<Int(start[step + 1]) {
          let earlier = Int(index[place])
          work[earlier] -= factor[place] * entry
          words[earlier >> 6] |= 1 << UInt64(earlier & 63)
        }
      }
    }
  }

  /// Goes back over the rows of the lower triangle and empties the set into `y`, by row.
  static func eliminateDownwards(
    _ triangle: SparseColumns, _ rows: [Int32], _ values: inout [Double], _ set: inout StepSet,
    into y: inout [Double], _ places: inout [Int32], _ marks: inout [Bool]
  ) {
    let start = triangle.start.span
    let index = triangle.index.span
    let factor = triangle.value.span
    let pivotRow = rows.span
    var result = y.mutableSpan
    var isTouched = marks.mutableSpan
    var work = values.mutableSpan
    var words = set.words.mutableSpan
    for word in stride(from: words.count - 1, through: 0, by: -1) {
      while words[word] != 0 {
        let bit = 63 - words[word].leadingZeroBitCount
        let step = word << 6 | bit
        words[word] &= ~(1 << UInt64(bit))
        let value = work[step]
        work[step] = 0
        if abs(value) < Self.dropped { continue }
        let row = pivotRow[step]
        result[Int(row)] = value
        isTouched[Int(row)] = true
        places.append(row)
        for place in Int(start[step])..<Int(start[step + 1]) {
          let earlier = Int(index[place])
          work[earlier] -= factor[place] * value
          words[earlier >> 6] |= 1 << UInt64(earlier & 63)
        }
      }
    }
  }
}
