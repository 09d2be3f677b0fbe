import Selection
import TestSupport
import Testing

/// What a search makes use of changes how long it takes and nothing else.
@Suite struct MethodsTests {
  /// Splits whatever can be split.
  private static let blocks = SolveOptions.with {
    $0.smallestBlock = 1; $0.mostLinked = 1
  }

  private static let plain: [SolveOptions] = [
    .with { $0.presolves = false },
    .with { $0.cuts = false },
    .with { $0.heuristics = false },
    .with { ($0.presolves, $0.cuts, $0.heuristics) = (false, false, false) },
  ]

  @Test func `blocks with links between them equal brute force`() {
    var (feasible, infeasible, broken) = (0, 0, 0)
    for seed in UInt64(1)...200 {
      guard let linked = LinkedSelections(seed: seed) else { continue }
      switch (Solver(problem: linked.problem).solve(options: Self.blocks), linked.bestValues()) {
      case (.infeasible, nil): infeasible += 1
      case (.optimal(let found), let best?):
        feasible += 1
        #expect(found.tierValues == best, "seed \(seed)")
        #expect(BruteForceSelection.isSelection(found.value, of: linked.problem), "seed \(seed)")
        broken += linked.breaksLinksAlone ? 1 : 0
      case (let outcome, let best): Issue.record("seed \(seed): \(outcome), not \(best ?? [])")
      }
    }
    #expect(feasible > 60 && infeasible > 5 && broken > 15, "\(feasible) \(infeasible) \(broken)")
  }

  @Test func `a search without some of its methods proves the same`() {
    for seed in UInt64(1)...300 {
      let problem = TinySelections.make(seed: seed)
      let best = BruteForceSelection.best(of: problem)?.tierValues
      for options in Self.plain {
        #expect(Solver(problem: problem).solve(options: options).bestValues == best, "seed \(seed)")
      }
    }
    for seed in UInt64(1)...6 {
      let problem = MediumSelections.make(seed: seed, order: 1)
      let best = Solver(problem: problem).solve().bestValues
      for options in Self.plain.prefix(3) {
        #expect(Solver(problem: problem).solve(options: options).bestValues == best, "seed \(seed)")
      }
    }
  }
}
