import MobilityModel
import Planning
import Selection
import TestSupport
import Testing

@Suite struct CompilerTests {
  @Test func `selections of a compiled round are its plans, with their values`() throws {
    var (feasible, infeasible, groups) = (0, 0, 0)
    for seed in 1...800 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 1000 else { continue }
      let expected = Dictionary(
        uniqueKeysWithValues: BruteForce(round).feasiblePlans().map { ($0.plan, $0.tierValues) })
      let found = try plans(of: round)
      #expect(found.count == expected.count, "seed \(seed)")
      #expect(found == expected, "seed \(seed)")
      if expected.isEmpty { infeasible += 1 } else { feasible += 1 }
      if round.applications.contains(where: { !$0.group.isEmpty }) { groups += 1 }
    }
    #expect(feasible > 300 && infeasible > 10 && groups > 60, "\(feasible) \(infeasible) \(groups)")
  }

  /// Every plan that the compiled round allows, with the values of its tiers.
  private func plans(of round: Round) throws -> [Plan: [Int]] {
    let compilation = try Compiler.compile(round)
    var found: [Plan: [Int]] = [:]
    SelectionEnumeration(compilation.problem).forEach { value in
      let plan = compilation.plan(of: value)
      #expect(found[plan] == nil, "two selections for one plan")
      found[plan] = compilation.tiers.indices.map { tier in
        let cost = zip(compilation.problem.cost[tier], value).map { $0 * $1 }.reduce(0, +)
        return compilation.value(ofTier: tier, cost: cost)
      }
    }
    return found
  }
}
