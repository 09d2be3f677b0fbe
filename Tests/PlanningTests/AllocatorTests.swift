import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct AllocatorTests {
  @Test func `tiny rounds get the best of all plans, or a clash that is minimal`() throws {
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
      case .infeasible(let clash):
        clashes += 1
        #expect(best == nil, "seed \(seed)")
        #expect(clash.isMinimal && !clash.parts.isEmpty, "seed \(seed)")
        expectMinimal(clash, round, "seed \(seed)")
      case .feasible, .unknown: Issue.record("seed \(seed) was not solved")
      }
    }
    #expect(solved > 200 && clashes > 10, "\(solved) \(clashes)")
  }

  /// The rules of a clash leave no plan; without any one of them there is one.
  private func expectMinimal(_ clash: Clash, _ round: Round, _ comment: Comment) {
    let broken = BrokenRules(round)
    let rules = Set(clash.parts.map(\.id))
    #expect(broken.clash(rules), comment)
    for rule in rules { #expect(!broken.clash(rules.subtracting([rule])), comment) }
  }
}
