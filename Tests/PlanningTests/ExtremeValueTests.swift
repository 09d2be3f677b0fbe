import MobilityModel
import Planning
import Selection
import TestSupport
import Testing

@Suite struct ExtremeValueTests {
  @Test func `limits with negative, empty and absurd bounds and amounts are kept to the letter`()
    throws
  {
    var (feasible, infeasible) = (0, 0)
    for seed in 40_001...40_900 as ClosedRange<UInt64> {
      let round = twisted(TinyRounds.make(seed: seed), seed)
      guard !round.limits.isEmpty, TinyRounds.planCount(of: round) <= 300 else { continue }
      let expected = Dictionary(
        uniqueKeysWithValues: BruteForce(round).feasiblePlans().map { ($0.plan, $0.tierValues) })
      let compilation = try Compiler.compile(round)
      var found: [Plan: [Int]] = [:]
      SelectionEnumeration(compilation.problem).forEach { value in
        found[compilation.plan(of: value)] = compilation.tiers.indices.map { tier in
          let cost = zip(compilation.problem.cost[tier], value).map { $0 * $1 }.reduce(0, +)
          return compilation.value(ofTier: tier, cost: cost)
        }
      }
      #expect(found == expected, "seed \(seed)")
      if expected.isEmpty { infeasible += 1 } else { feasible += 1 }
    }
    #expect(feasible > 100 && infeasible > 50, "\(feasible) \(infeasible)")
  }

  /// The round with odd numbers in its limits and rates.
  private func twisted(_ round: Round, _ seed: UInt64) -> Round {
    var round = round
    var random = SplitMix64(seed: seed)
    for place in round.rates.indices { round.rates[place].euros *= random.pick([-1, 0, 0, 1, 1]) }
    for place in round.limits.indices where random.happens(percent: 60) {
      let isSoft = round.limits[place].kind == .soft
      let far = isSoft ? 5000 : Int.max
      let bounds = [nil, -far, -300, -1, 0, 0, 1, 2, 300, far]
      let isAtOnce = round.limits[place].measure == .atOnce
      if !isAtOnce || round.limits[place].min != nil {
        round.limits[place].min = random.pick(bounds)
      }
      round.limits[place].max = random.pick(bounds)
    }
    return round
  }

  @Test func `sums beyond the range are refused before the run`() {
    var round = pair()
    round.settings.objective = [.points]
    for place in round.applications.indices { round.applications[place].points = (1 << 60) + 1 }
    #expect(throws: PlanningError.tierOutOfRange(.points, sum: (1 << 61) + 2)) {
      try Compiler.compile(round)
    }
    for place in round.applications.indices { round.applications[place].points = .min }
    #expect(throws: PlanningError.tierOutOfRange(.points, sum: .max)) {
      try Compiler.compile(round)
    }
    for place in round.applications.indices { round.applications[place].points = 1 << 50 }
    #expect(throws: Never.self) { try Compiler.compile(round) }
  }

  @Test func `a limit beyond the range is named with the value`() {
    var round = pair()
    round.settings.objective = [.targets]
    var limit = Limit(id: "far")
    limit.kind = .soft
    limit.min = .max
    round.limits = [limit]
    #expect(throws: PlanningError.limitOutOfRange(limit: "far", value: .max)) {
      try Compiler.compile(round)
    }
    limit.kind = .hard
    limit.measure = .euros
    limit.min = nil
    limit.max = 5
    round.limits = [limit]
    round.rates = [Rate(kind: .travel, euros: .max)]
    #expect(throws: PlanningError.limitOutOfRange(limit: "far", value: .max)) {
      try Compiler.compile(round)
    }
  }

  @Test func `a plan that cannot be because of absurd sizes is none`() throws {
    var round = pair()
    for place in round.sessions.indices { round.sessions[place].minPeople = .max }
    let compilation = try Compiler.compile(round)
    #expect(compilation.problem.columnCount == 0)
    for place in round.sessions.indices {
      (round.sessions[place].minPeople, round.sessions[place].maxPeople) = (.min, .min)
    }
    #expect(try Compiler.compile(round).problem.columnCount == 0)
    for place in round.streams.indices { round.streams[place].learnersPerLeader = .max }
    for place in round.sessions.indices { round.sessions[place].maxPeople = .max }
    #expect(throws: Never.self) { try Compiler.compile(round) }
  }
}
