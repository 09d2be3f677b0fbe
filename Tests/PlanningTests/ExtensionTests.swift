import Audit
import MobilityModel
import Planning
import RoundFiles
import TestSupport
import Testing

/// What limits can beyond version 1 of the format.
@Suite struct ExtensionTests {
  @Test func `rounds of the extensions have the values that were worked out by hand`() throws {
    let sets = try DataSet.all("extensions")
    #expect(sets.count == 10)
    for set in sets {
      try expectOptimum(of: set)
      let best = BruteForce(set.round).best()
      #expect((best == nil) == (set.expected.status == "infeasible"), "\(set.name)")
      let tiers = zip(set.round.settings.objective.map(\.rawValue), best?.tierValues ?? [])
      #expect(Dictionary(uniqueKeysWithValues: Array(tiers)) == set.expected.values, "\(set.name)")
    }
  }

  @Test func `what is said of limits in a plan is what the brute force counts`() {
    var (allowed, refused) = (0, 0)
    for seed in 20_000..<20_150 as Range<UInt64> {
      let round = TinyRounds.extended(seed: seed)
      let truth = BruteForce(round)
      for plan in truth.feasiblePlans().suffix(2).map(\.plan) {
        let review = PlanReview(round, plan)
        for place in plan.placements.indices {
          let change = PlanChange(leaving: [plan.placements[place]])
          var rest = plan.placements
          rest.remove(at: place)
          let isFeasible = truth.isFeasible(Plan(placements: rest))
          #expect(review.allows(change) == isFeasible, "seed \(seed)")
          (allowed, refused) = isFeasible ? (allowed + 1, refused) : (allowed, refused + 1)
        }
        let missed = review.limitUses().reduce(0) { $0 + $1.missed }
        let auditor = Auditor(round: round)
        if case .sound(let values) = auditor.audit(plan.placements),
          let targets = values.first(where: { $0.tier == .targets })
        {
          #expect(missed == targets.value, "seed \(seed)")
        }
      }
    }
    #expect(allowed > 100 && refused > 100, "\(allowed) \(refused)")
  }

  @Test func `the audit says by how much a balance is off`() throws {
    let round = try DataSet.round("extensions/01-balance-of-a-pair")
    let all = OptionTable(round).options.filter {
      round.applications[Int($0.application)].id.hasPrefix("b")
    }
    guard case .broken(let violations) = Auditor(round: round).audit(all) else {
      Issue.record("sound")
      return
    }
    #expect(violations.map(\.rule) == [.limitMin, .limitMax])
    #expect(violations.map(\.count) == [-4, 4])
    #expect(
      violations.map(\.message) == [
        "Limit balance for organisation=alba, host=budva counts a difference of -4 placements; "
          + "it must be at least -1.",
        "Limit balance for organisation=budva, host=alba counts a difference of 4 placements; "
          + "it must be at most 1.",
      ])
  }

  @Test func `starts of people go with their pseudonyms`() throws {
    var round = try DataSet.round("extensions/09-at-most-one-each")
    round.limits[0].carried = [["m1"]: 1]
    round.limits[0].minus = Limit.Minus(
      who: Filter([.init(key: .participant, values: ["m2"])]), each: [.participant])
    let shown = round.pseudonymised(by: Pseudonyms(secret: Array("a secret of enough bytes".utf8)))
    #expect(shown.limits[0].carried.keys.allSatisfy { $0 != ["m1"] })
    let values = try [round, shown].map { round throws -> [Int] in
      guard case .optimal(let found) = try Allocator(round: round).allocate() else { return [] }
      return found.tiers.map(\.value)
    }
    #expect(values[0] == values[1] && values[0].first == 2)
  }

  @Test func `what clashes is named with what is taken off and carried`() throws {
    let round = try DataSet.round("extensions/10-balance-cannot-be-kept")
    guard case .infeasible(let clash) = try Allocator(round: round).allocate() else {
      Issue.record("not infeasible")
      return
    }
    let words = clash.clashes.flatMap(\.parts).map(\.words)
    #expect(words.contains { $0.contains("less those by host+organisation") }, "\(words)")
    #expect(words.contains { $0.contains("with what is carried") }, "\(words)")
  }
}
