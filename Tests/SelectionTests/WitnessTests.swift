import Selection
import TestSupport
import Testing

/// Debug builds follow a best selection through every cut, fixing and pruning, and trap where one
/// loses it.
@Suite struct WitnessTests {
  @Test func `no step of a search loses a best selection of a tiny problem`() {
    for seed in UInt64(1)...300 {
      let problem = TinySelections.make(seed: seed)
      guard let best = BruteForceSelection.best(of: problem) else { continue }
      for witness in [best.selections.first, best.selections.last] {
        let outcome = Solver(problem: problem).solve(options: .following(witness))
        #expect(outcome.bestValues == best.tierValues, "seed \(seed)")
      }
    }
  }

  @Test func `no step of a search loses what another search has found best`() {
    for seed in UInt64(1)...10 {
      let problem = MediumSelections.make(seed: seed, order: 1)
      let other = SolveOptions.with { $0.heuristics = false }
      guard case .optimal(let best) = Solver(problem: problem).solve(options: other) else {
        Issue.record("seed \(seed) is not solved")
        continue
      }
      let outcome = Solver(problem: problem).solve(options: .following(best.value))
      #expect(outcome.bestValues == best.tierValues, "seed \(seed)")
    }
  }
}

extension SolveOptions {
  /// The problem is searched whole, so that what is best for it is best wherever it is looked for.
  fileprivate static func following(_ witness: [Int]?) -> SolveOptions {
    var options = SolveOptions.with { $0.smallestBlock = .max }
    options.witness = witness
    return options
  }
}
