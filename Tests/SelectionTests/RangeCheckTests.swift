import Selection
import TestSupport
import Testing

@Suite struct RangeCheckTests {
  private let most = 1 << 61

  @Test func `tiny problems are in range`() {
    for seed in 0..<200 as Range<UInt64> {
      #expect(throws: Never.self) { try RangeCheck.check(TinySelections.make(seed: seed)) }
    }
  }

  @Test func `a row is refused as soon as its sum or a bound can pass the most`() {
    #expect(throws: Never.self) { try RangeCheck.check(problem(row: [most / 2, -most / 2])) }
    #expect(throws: SelectionError.rowOutOfRange(1, size: most + 1)) {
      try RangeCheck.check(problem(row: [most / 2, -most / 2 - 1]))
    }
    #expect(throws: SelectionError.rowOutOfRange(1, size: .max)) {
      try RangeCheck.check(problem(row: [.min, 1]))
    }
    #expect(throws: Never.self) { try RangeCheck.check(problem(row: [1, 1], upper: most)) }
    #expect(throws: SelectionError.rowOutOfRange(1, size: most + 1)) {
      try RangeCheck.check(problem(row: [1, 1], upper: -most - 1))
    }
  }

  @Test func `a tier is refused as soon as its sum can pass the most`() {
    #expect(throws: Never.self) { try RangeCheck.check(problem(cost: [most - 1, -1])) }
    #expect(throws: SelectionError.tierOutOfRange(1, size: most + 1)) {
      try RangeCheck.check(problem(cost: [most, 1]))
    }
    #expect(throws: SelectionError.tierOutOfRange(1, size: .max)) {
      try RangeCheck.check(problem(cost: [.max, .max]))
    }
  }

  @Test func `a column is refused where an end of its range lies too far out`() {
    var problem = SelectionProblem(tierCount: 0)
    _ = problem.addCount(lower: -most, upper: 0, cost: [])
    #expect(throws: Never.self) { try RangeCheck.check(problem) }
    _ = problem.addCount(lower: .min, upper: 0, cost: [])
    #expect(throws: SelectionError.columnOutOfRange(1, size: .max)) {
      try RangeCheck.check(problem)
    }
  }

  /// Two options, the second tier's costs, and a second row.
  private func problem(
    cost: [Int] = [1, 1], row: [Int] = [1, 1], upper: Int = 1
  ) -> SelectionProblem {
    var problem = SelectionProblem(tierCount: 2)
    let slot = problem.addSlot()
    let options = cost.map { problem.addOption(slot: slot, cost: [0, $0]) }
    problem.addRow(lower: 0, upper: 1, terms: [.init(options[0])])
    problem.addRow(lower: nil, upper: upper, terms: zip(options, row).map { .init($0, $1) })
    return problem
  }
}
