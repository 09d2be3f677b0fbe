import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct AllocatorTests {
  @Test func `tiny rounds get the best of all plans, or none where there is none`() throws {
    var (solved, clashes) = (0, 0)
    for seed in 10_001...10_500 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 1000 else { continue }
      let best = BruteForce(round).best()
      switch try Allocator(round: round).allocate() {
      case .optimal(let allocation):
        solved += 1
        #expect(allocation.tiers.map(\.value) == best?.tierValues, "seed \(seed)")
        #expect(allocation.tiers.allSatisfy { $0.isProven && $0.bound == $0.value })
        #expect(best?.plans.contains(allocation.plan) == true, "seed \(seed)")
      case .infeasible:
        clashes += 1
        #expect(best == nil, "seed \(seed)")
      case .feasible, .unknown: Issue.record("seed \(seed) was not solved")
      }
    }
    #expect(solved > 200 && clashes > 10, "\(solved) \(clashes)")
  }
}
