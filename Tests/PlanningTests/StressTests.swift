import MobilityModel
import TestSupport
import Testing

@testable import Planning

@Suite struct StressTests {
  /// Weight of the participants that a plan places.
  private func filled(_ plan: Plan, _ round: Round) -> Int {
    plan.placements.reduce(0) { sum, option in
      let application = round.applications[Int(option.application)]
      return sum + (application.role == .participant ? round.streams[application.stream].weight : 0)
    }
  }

  @Test func `a repair fills as many places as any plan in which everybody stays`() {
    var random = SplitMix64(seed: 5)
    var (repaired, helped) = (0, 0)
    for seed in 0..<120 as Range<UInt64> {
      let round = TinyRounds.make(seed: seed)
      let plans = BruteForce(round).feasiblePlans().map(\.plan)
      guard let plan = plans.isEmpty ? nil : random.pick(plans), !plan.placements.isEmpty
      else { continue }
      let review = PlanReview(round, plan)
      let gone = random.pick(plan.placements)
      let withdrawn = Set([Int(gone.application)])
      let goesOn = review.allows(PlanChange(leaving: [gone], isWithdrawal: true))
      let repair = PlanRepair(review) { false }
      guard let result = repair.wounded(withdrawn: withdrawn)?.repaired(length: repair.longestList)
      else {
        Issue.record("seed \(seed) was stopped")
        continue
      }
      let (rest, kept) = round.withdrawing(withdrawn)
      let listed = Set(
        review.reserves().filter { $0.options.count == 1 }.map { Pair($0.claim) })
      let others = BruteForce(rest).feasiblePlans().map(\.plan).filter { other in
        let here = other.placements.map { option in
          Option(
            application: Int32(kept[Int(option.application)]), session: option.session,
            sector: option.sector)
        }
        return plan.placements.allSatisfy { $0 == gone || here.contains($0) }
          && here.allSatisfy { plan.placements.contains($0) || listed.contains(Pair($0)) }
      }
      let most = others.map { filled($0, rest) }.max()
      let own = zip(result.filled, round.streams).reduce(0) { $0 + $1.0 * $1.1.weight }
      if let most {
        #expect(goesOn ? own == most : own >= most, "seed \(seed): \(own), \(most)")
        #expect(result.keepsRules, "seed \(seed)")
        helped += most > filled(plan, round) - 1 ? 1 : 0
        repaired += 1
      } else {
        #expect(!goesOn, "seed \(seed)")
      }
    }
    #expect(repaired > 30 && helped > 0, "\(repaired), \(helped)")
  }

  private struct Pair: Hashable {
    var application: Int32
    var session: Int32

    init(_ option: Option) { (application, session) = (option.application, option.session) }
  }

  @Test func `longer lists never fill fewer places, and runs depend on seed and number alone`()
    throws
  {
    let round = TinyRounds.make(seed: 8)
    let plan = try #require(BruteForce(round).best()?.plans.first)
    let rates = round.streams.map { _ in 300_000 }
    let stress = { (seed: UInt64) in
      Stress(
        PlanReview(round, plan), Withdrawals(round, plan, rates: rates, seed: seed)
      ) { false }
    }
    let one = (1...30).map { stress(4).run($0) }
    let again = (1...30).reversed().map { stress(4).run($0) }
    #expect(one == again.reversed() && !one.contains(nil))
    #expect(one != (1...30).map { stress(5).run($0) })
    for run in one.compactMap({ $0 }) {
      let sums = run.filled.map { $0.reduce(0, +) }
      #expect(sums == sums.sorted())
      let over = run.overselected.map { $0.reduce(0, +) }
      #expect(over == over.sorted())
    }
  }

  @Test func `chances are as large as they are said to be`() {
    let chance = SeededChance(kind: "a", ids: ["x", "y"], seed: 3)
    for (place, other) in [(0, 1), (1, 0)] {
      let hits = (0..<10_000).filter { chance.happens(millionths: 80_000, to: place, run: $0) }
      #expect((720...880).contains(hits.count))
      let both = hits.count { chance.happens(millionths: 80_000, to: other, run: $0) }
      #expect((30...110).contains(both), "they do not hang together: \(both)")
    }
    #expect(!(0..<1000).contains { chance.happens(millionths: 0, to: 0, run: $0) })
    #expect((0..<1000).allSatisfy { chance.happens(millionths: 1_000_000, to: 0, run: $0) })
  }

  @Test func `a summary finds the shortest lists and the least over-selection`() {
    let run = { (filled: [Int]) in
      StressRun(
        withdrawn: [10 - filled[0]], filled: filled.map { [$0] },
        overselected: [[8], [9], [10]], breaksRules: false)
    }
    let runs = [[10], [8, 9], [8, 9, 10], [7, 8, 9, 10]].map(run)
    let summary = { (places: Int, share: Int) in
      StressSummary(
        runs, planned: [10], stream: nil,
        goal: StressSummary.Goal(placesInThousand: places, runsInThousand: share))
    }
    #expect(summary(900, 750).length == 1 && summary(900, 1000).length == 2)
    #expect(summary(1000, 750).length == 3 && summary(1000, 1000).length == nil)
    #expect(summary(900, 750).extra == 1 && summary(1000, 750).extra == 2)
    #expect(summary(901, 0).enough == 10)
    let without = summary(900, 750).byLength[0]
    #expect(without.mean == 825 && without.percentile(5) == 7 && without.percentile(50) == 8)
  }
}
