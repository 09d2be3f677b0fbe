import Audit
import MobilityModel
import Planning
import Selection
import TestSupport
import Testing

/// Holds `rank` and `equal` against all plans of tiny rounds.
@Suite struct MechanismTests {
  /// Of all plans those whose list of numbers comes last, as lists are compared.
  private func last(
    _ plans: [(plan: Plan, tierValues: [Int])], by numbers: (Plan) -> [Int]
  ) -> [(plan: Plan, tierValues: [Int])] {
    let keys = plans.map { numbers($0.plan) }
    let most = keys.max { $0.lexicographicallyPrecedes($1) }
    return plans.indices.filter { keys[$0] == most }.map { plans[$0] }
  }

  /// Whether an outcome is the best plan by a list of numbers, then by the round's own tiers.
  private func isRight(
    _ outcome: AllocationOutcome, _ round: Round, by numbers: (Plan) -> [Int]
  ) -> Bool {
    let plans = BruteForce(round).feasiblePlans()
    guard case .optimal(let allocation) = outcome else {
      if case .infeasible = outcome { return plans.isEmpty }
      return false
    }
    let left = last(plans, by: numbers)
    func key(_ values: [Int]) -> [Int] {
      zip(round.settings.objective, values).map { $0.isMaximised ? $1 : -$1 }
    }
    let best = left.map { key($0.tierValues) }.max { $0.lexicographicallyPrecedes($1) }
    return left.contains { $0.plan == allocation.plan }
      && key(allocation.tiers.map(\.value)) == best
      && allocation.steps.allSatisfy { $0.isProven && $0.value == $0.bound }
      && allocation.tiers.allSatisfy { $0.isProven && $0.value == $0.bound }
  }

  private func rounds(_ seeds: ClosedRange<UInt64>) -> [(seed: UInt64, round: Round)] {
    seeds.map { ($0, TinyRounds.make(seed: $0)) }
      .filter { TinyRounds.planCount(of: $0.1) <= 1_000 }
  }

  @Test func `rank has most first choices, then most second ones, to the end`() throws {
    var placed = 0
    for (seed, round) in rounds(60_001...60_300) {
      let outcome = try Allocator(round: round, mechanism: .rank).allocate()
      #expect(isRight(outcome, round) { choices(of: $0, round) }, "seed \(seed)")
      guard case .optimal(let allocation) = outcome else { continue }
      let counted = choices(of: allocation.plan, round)
      let steps = allocation.steps.map(\.value)
      #expect(Array(counted.prefix(steps.count - 1)) == steps.dropLast(), "seed \(seed)")
      #expect(counted.dropFirst(steps.count - 1).dropLast().allSatisfy { $0 == 0 }, "seed \(seed)")
      #expect(steps.last == counted.last, "seed \(seed)")
      placed += counted[0]
    }
    #expect(placed > 60, "\(placed)")
  }

  /// Participants at each place of their lists, and those who did not list where they are.
  private func choices(of plan: Plan, _ round: Round) -> [Int] {
    var counts = [Int](repeating: 0, count: 6)
    for placement in plan.placements
    where round.applications[Int(placement.application)].role == .participant {
      counts[(round.rank(of: placement) ?? 6) - 1] += 1
    }
    return counts
  }

  @Test func `equal has the smallest share as large as can be, then the second smallest`() throws {
    var unequal = 0
    for (seed, round) in rounds(61_001...61_160) {
      for key in [FilterKey.country, .stream, .attribute(1)] {
        let outcome = try Allocator(round: round, mechanism: .equal(over: key)).allocate()
        #expect(
          isRight(outcome, round) { sortedShares(of: $0, round, key) }, "seed \(seed) \(key)")
        guard case .optimal(let allocation) = outcome else { continue }
        let shares = sortedShares(of: allocation.plan, round, key)
        if Set(shares).count > 1 { unequal += 1 }
        for step in allocation.steps {
          guard case .below(let share) = step.kind else { continue }
          let limit = share.placed * scale / share.eligible
          #expect(step.value == shares.count { $0 < limit }, "seed \(seed) \(key)")
        }
      }
    }
    #expect(unequal > 40, "\(unequal)")
  }

  /// A number that all sizes of a tiny round divide.
  private let scale = 840

  /// Shares of those who have an option, the smallest first.
  private func sortedShares(of plan: Plan, _ round: Round, _ key: FilterKey) -> [Int] {
    let table = OptionTable(round)
    var (eligible, placed): ([String: Int], [String: Int]) = ([:], [:])
    for (place, application) in round.applications.enumerated()
    where application.role == .participant && !table.range(ofApplication: place).isEmpty {
      let person = round.participants[application.participant]
      let value =
        switch key {
        case .country: round.organisations[person.organisation].country
        case .stream: round.streams[application.stream].id
        default: person.attributes[1]
        }
      eligible[value, default: 0] += 1
      placed[value, default: 0] += plan.placements.count { Int($0.application) == place }
    }
    return eligible.map { (placed[$0.key] ?? 0) * scale / $0.value }.sorted()
  }

  @Test(arguments: [Mechanism.merit, .rank, .equal(over: .country)])
  func `a run that is stopped at once has no plan, or one that keeps the rules`(
    mechanism: Mechanism
  ) throws {
    var found = 0
    for (seed, round) in rounds(62_001...62_060) {
      for patience in [0, 3, 30] {
        let asked = Counter()
        var options = SolveOptions()
        options.shouldStop = { asked.next() > patience }
        let outcome = try Allocator(round: round, mechanism: mechanism).allocate(options: options)
        switch outcome {
        case .unknown, .infeasible: break
        case .optimal(let allocation), .feasible(let allocation):
          found += 1
          guard case .sound(let values) = Auditor(round: round).audit(allocation.plan.placements)
          else {
            Issue.record("seed \(seed): a plan that breaks a rule")
            continue
          }
          #expect(values.map(\.tier) == allocation.tiers.map(\.tier), "seed \(seed)")
        }
      }
    }
    #expect(found > 20, "\(found)")
  }
}
