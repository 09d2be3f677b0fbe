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

  @Test func `the order of columns and rows changes no tier`() {
    for seed in UInt64(1)...30 {
      let first = MediumSelections.make(seed: seed, order: 1)
      let second = MediumSelections.make(seed: seed, order: 2)
      guard case .optimal(let one) = Solver(problem: first).solve(),
        case .optimal(let other) = Solver(problem: second).solve()
      else {
        Issue.record("seed \(seed) is not proven")
        continue
      }
      #expect(one.tierValues == other.tierValues, "seed \(seed)")
      #expect(BruteForceSelection.isSelection(one.value, of: first), "seed \(seed)")
      #expect(BruteForceSelection.isSelection(other.value, of: second), "seed \(seed)")
    }
  }

  @Test func `a gap ends the proof with a bound that is near enough and never wrong`() {
    for seed in UInt64(1)...20 {
      let problem = MediumSelections.make(seed: seed, order: 1)
      guard case .optimal(let best) = Solver(problem: problem).solve() else {
        Issue.record("seed \(seed) is not proven")
        continue
      }
      var options = SolveOptions()
      options.relativeGap = 0.2
      guard case .feasible(let near, let bounds) = Solver(problem: problem).solve(options: options)
      else { continue }
      let (value, bound) = (near.tierValues[0], bounds[0] ?? .min)
      #expect(bound <= best.tierValues[0] && best.tierValues[0] <= value, "seed \(seed)")
      #expect(Double(value - bound) <= 0.2 * Double(abs(value)), "seed \(seed)")
      #expect(BruteForceSelection.isSelection(near.value, of: problem), "seed \(seed)")
      for (bound, value) in zip(bounds, near.tierValues) {
        #expect(bound.map { $0 <= value } ?? false, "seed \(seed)")
      }
    }
  }
}
