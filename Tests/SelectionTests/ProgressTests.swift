import Selection
import TestSupport
import Testing

/// What a run says of itself on its way holds for the whole problem, not for the piece it works on.
@Suite struct ProgressTests {
  @Test func `no bound that is reported is beyond the best value`() {
    for seed in UInt64(1)...100 {
      let problem = TinySelections.make(seed: seed)
      guard let best = BruteForceSelection.best(of: problem)?.tierValues else { continue }
      for state in reports(on: problem) {
        #expect(state.bound ?? .min <= best[state.tier], "seed \(seed): \(state)")
      }
    }
  }

  @Test func `blocks report as one`() {
    var seen = 0
    for seed in UInt64(1)...100 {
      guard let linked = LinkedSelections(seed: seed), !linked.breaksLinksAlone,
        let best = linked.bestValues()
      else { continue }
      let states = reports(on: linked.problem) {
        $0.smallestBlock = 1; $0.mostLinked = 1
      }
      for state in states {
        #expect(state.bound ?? .min <= best[state.tier], "seed \(seed): \(state)")
      }
      for tier in best.indices {
        let last = states.last { $0.tier == tier }
        #expect(last?.value == best[tier] && last?.bound == best[tier], "seed \(seed) tier \(tier)")
      }
      seen += 1
    }
    #expect(seen > 20)
  }

  private final class Log: @unchecked Sendable {
    var states: [Progress] = []
  }

  private func reports(
    on problem: SelectionProblem, _ change: (inout Methods) -> Void = { _ in }
  ) -> [Progress] {
    let log = Log()
    var options = SolveOptions.with(change)
    options.report = { log.states.append($0) }
    _ = Solver(problem: problem).solve(options: options)
    return log.states
  }
}
