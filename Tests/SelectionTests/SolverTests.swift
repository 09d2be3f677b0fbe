import Selection
import TestSupport
import Testing

@Suite struct SolverTests {
  @Test func `every tier of tiny problems equals brute force`() {
    for seed in UInt64(1)...4000 {
      let problem = TinySelections.make(seed: seed)
      let outcome = Solver(problem: problem).solve()
      switch (outcome, BruteForceSelection.best(of: problem)) {
      case (.infeasible, nil): continue
      case (.optimal(let found), let best?):
        #expect(found.tierValues == best.tierValues, "seed \(seed)")
        #expect(BruteForceSelection.isSelection(found.value, of: problem), "seed \(seed)")
      default: Issue.record("seed \(seed): \(outcome)")
      }
    }
  }
}
