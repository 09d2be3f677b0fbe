import Selection
import TestSupport
import Testing

@Suite struct EffortTests {
  @Test func `the same problem takes the same work`() {
    for seed in UInt64(1)...6 {
      let problem = MediumSelections.make(seed: seed, order: 1)
      let (first, second) = (work(on: problem), work(on: problem))
      #expect(first == second, "seed \(seed)")
      #expect(first.pivots > 0, "seed \(seed)")
    }
  }

  @Test func `nodes and cuts are counted where a search makes them`() {
    let problems = (UInt64(1)...6).map { MediumSelections.make(seed: $0, order: 1) }
    let usual = problems.map { work(on: $0) }
    let plain = problems.map { work(on: $0) { $0.cuts = false } }
    #expect(usual.contains { $0.cuts > 0 })
    #expect(plain.allSatisfy { $0.cuts == 0 })
    #expect(plain.contains { $0.nodes > 0 })
  }

  private struct Work: Equatable {
    var nodes: Int
    var pivots: Int
    var cuts: Int
  }

  private func work(
    on problem: SelectionProblem, _ change: (inout Methods) -> Void = { _ in }
  ) -> Work {
    let effort = Effort()
    var options = SolveOptions.with(change)
    options.effort = effort
    _ = Solver(problem: problem).solve(options: options)
    return Work(nodes: effort.nodes, pivots: effort.pivots, cuts: effort.cuts)
  }
}
