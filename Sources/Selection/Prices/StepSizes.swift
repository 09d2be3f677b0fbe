/// Steps that keep the method from growing: the inverse of each line's sum of coefficients.
struct StepSizes: Sendable {
  let slot: [Float]
  let count: [Double]
  let row: [Double]

  init(_ problem: CoupledProblem) {
    var ofSum = [Double](repeating: 0, count: problem.sumCount)
    for entry in problem.entrySum.indices {
      ofSum[Int(problem.entrySum[entry])] += Double(abs(problem.entryCoefficient[entry]))
    }
    var rowSize = [Double](repeating: 0, count: problem.rows.count)
    var countSize = [Double](repeating: 0, count: problem.countCount)
    for (place, row) in problem.rows.enumerated() {
      if row.sum >= 0 { rowSize[place] += ofSum[Int(row.sum)] }
      for term in problem.counts(of: row) {
        rowSize[place] += Double(abs(term.coefficient))
        countSize[Int(term.count)] += Double(abs(term.coefficient))
      }
    }
    slot = (0..<problem.slotCount).map { slot -> Float in
      var most: Float = 0
      for option in problem.options(of: slot) {
        var size: Float = 0
        for entry in problem.entries(of: option) {
          let rows = problem.rows(of: Int(problem.entrySum[entry])).count
          size += Float(abs(problem.entryCoefficient[entry])) * Float(rows)
        }
        most = max(most, size)
      }
      return 1 / max(most + 4, 1)
    }
    count = countSize.map { 1 / max($0, 1) }
    row = rowSize.map { 1 / max($0, 1) }
  }
}
