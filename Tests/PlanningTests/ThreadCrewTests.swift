import Planning
import Selection
import TestSupport
import Testing

/// How many threads there are changes how long it takes and nothing else.
@Suite struct ThreadCrewTests {
  @Test(arguments: [1, 2, 5, 64])
  func `results come in the order of the pieces`(threads: Int) {
    let pieces = (0..<40).map { piece in { @Sendable in piece * piece } }
    let results = ThreadCrew(threads: threads).results(of: pieces)
    #expect(results == (0..<40).map { $0 * $0 })
    #expect(ThreadCrew(threads: threads).results(of: [@Sendable () -> Int]()).isEmpty)
  }

  @Test func `a problem of several blocks has the same answer, by the same work`() {
    var blocks = 0
    for seed in UInt64(1)...80 {
      guard let linked = LinkedSelections(seed: seed) else { continue }
      let (alone, effort) = answer(linked.problem, threads: 1)
      for threads in [2, 3] {
        let (other, otherEffort) = answer(linked.problem, threads: threads)
        #expect(other == alone, "seed \(seed), \(threads) threads")
        #expect(otherEffort == effort, "seed \(seed), \(threads) threads")
      }
      blocks += 1
    }
    #expect(blocks > 20)
  }

  private func answer(_ problem: SelectionProblem, threads: Int) -> (Outcome, [Int]) {
    let effort = Effort()
    var options = SolveOptions()
    options.methods.smallestBlock = 1
    options.methods.mostLinked = 1
    options.effort = effort
    options.crew = ThreadCrew(threads: threads)
    let outcome = Solver(problem: problem).solve(options: options)
    return (outcome, [effort.nodes, effort.pivots, effort.cuts])
  }
}
