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

  @Test func `tiny problems with large numbers are solved as long as they are in range`() {
    var solved = 0
    for seed in UInt64(1)...400 {
      let problem = enlarged(TinySelections.make(seed: seed), seed)
      do throws(SelectionError) { try RangeCheck.check(problem) } catch { continue }
      switch (Solver(problem: problem).solve(), BruteForceSelection.best(of: problem)) {
      case (.infeasible, nil): continue
      case (.optimal(let found), let best?):
        solved += 1
        #expect(found.tierValues == best.tierValues, "seed \(seed)")
      case (let outcome, _): Issue.record("seed \(seed): \(outcome)")
      }
    }
    #expect(solved > 200, "\(solved)")
  }

  /// The problem with costs and rows multiplied by up to 2^54, as far as the range goes.
  private func enlarged(_ tiny: SelectionProblem, _ seed: UInt64) -> SelectionProblem {
    var random = SplitMix64(seed: seed)
    var problem = SelectionProblem(tierCount: tiny.tierCount)
    for slot in tiny.slots { _ = problem.addSlot(isRequired: slot.isRequired) }
    for (column, slot) in tiny.slot.enumerated() {
      let factor = random.number(in: 1...1 << 54)
      let cost = tiny.cost.map { WholeNumbers.product($0[column], factor) }
      _ =
        slot < 0
        ? problem.addCount(lower: tiny.lower[column], upper: tiny.upper[column], cost: cost)
        : problem.addOption(slot: slot, cost: cost)
    }
    for row in tiny.rows {
      let factor = random.number(in: 1...1 << 54)
      problem.addRow(
        lower: row.lower.map { WholeNumbers.product($0, factor) },
        upper: row.upper.map { WholeNumbers.product($0, factor) },
        terms: row.terms.map { .init($0.column, WholeNumbers.product($0.coefficient, factor)) })
    }
    return problem
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
