import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

/// Holds allocation against the brute force, and both against the audit.
@Suite struct BruteForceAgreementTests {
  @Test func `allocated tiny rounds have the values of the best of all their plans`() throws {
    var (feasible, infeasible) = (0, 0)
    for seed in 2_000..<4_000 as Range<UInt64> {
      let round = TinyRounds.make(seed: seed)
      let best = BruteForce(round).best()
      if best == nil { infeasible += 1 } else { feasible += 1 }
      if let fault = fault(in: try Allocator(round: round).allocate(), of: round, best) {
        Issue.record("seed \(seed): \(fault); the best is \(String(describing: best))")
      }
    }
    #expect(feasible > 1_400 && infeasible > 150, "\(feasible) feasible, \(infeasible) infeasible")
  }

  @Test func `tiny rounds with differences, different values and starts have the best values`()
    throws
  {
    var (feasible, infeasible) = (0, 0)
    for seed in 10_000..<10_800 as Range<UInt64> {
      let round = TinyRounds.extended(seed: seed)
      let best = BruteForce(round).best()
      if best == nil { infeasible += 1 } else { feasible += 1 }
      if let fault = fault(in: try Allocator(round: round).allocate(), of: round, best) {
        Issue.record("seed \(seed): \(fault); the best is \(String(describing: best))")
      }
    }
    #expect(feasible > 500 && infeasible > 50, "\(feasible) feasible, \(infeasible) infeasible")
  }

  /// What is wrong with an outcome, if the brute force has the truth.
  private func fault(
    in outcome: AllocationOutcome, of round: Round, _ best: BruteForce.Best?
  ) -> String? {
    switch (outcome, best) {
    case (.infeasible, nil): return nil
    case (.optimal(let allocation), let best?):
      let values = allocation.tiers.map { TierValue(tier: $0.tier, value: $0.value) }
      guard values.map(\.tier) == round.settings.objective, values.map(\.value) == best.tierValues
      else { return "values \(values)" }
      guard allocation.tiers.allSatisfy({ $0.isProven && $0.bound == $0.value }) else {
        return "proof \(allocation.tiers)"
      }
      guard best.plans.contains(allocation.plan) else { return "plan \(allocation.plan)" }
      let verdict = Auditor(round: round).audit(allocation.plan.placements)
      return verdict == .sound(values) ? nil : "verdict \(verdict)"
    default: return "outcome \(outcome)"
    }
  }
}
