import MobilityModel
import TestSupport
import Testing

@testable import Planning

@Suite struct PlanComparisonTests {
  /// The change as the other plan sees it.
  private func turned(_ kind: PlanDifference.Kind) -> PlanDifference.Kind {
    switch kind {
    case .added: .dropped
    case .dropped: .added
    default: kind
    }
  }

  @Test func `comparing the other way round gives the same with the sides changed`() {
    var random = SplitMix64(seed: 71)
    var differing = 0
    for seed in 0..<40 as Range<UInt64> {
      let round = TinyRounds.make(seed: seed)
      let plans = BruteForce(round).feasiblePlans().map(\.plan)
      guard plans.count > 1 else { continue }
      let (one, other) = (
        PlanReview(round, random.pick(plans)), PlanReview(round, random.pick(plans))
      )
      let (there, back) = (PlanComparison(one, other), PlanComparison(other, one))
      let expected = there.changes.map {
        PlanComparison.Change(kind: turned($0.kind), before: $0.after, after: $0.before)
      }
      #expect(Set(back.changes) == Set(expected), "seed \(seed)")
      #expect(back.changes.count == expected.count)
      #expect(
        back.counts
          == there.counts.map {
            PlanComparison.Count(
              group: $0.group, value: $0.value, before: $0.after, after: $0.before,
              added: $0.dropped, dropped: $0.added, moved: $0.moved)
          }, "seed \(seed)")
      #expect(there.counts.allSatisfy { $0.after - $0.before == $0.added - $0.dropped })
      differing += there.changes.isEmpty ? 0 : 1
    }
    #expect(differing > 20)
  }

  @Test func `plans of two rounds are compared by ids, and what one lacks is said`() throws {
    var changed = pair()
    changed.sessions.insert(changed.sessions[0], at: 0)
    changed.sessions[0].id = "january"
    changed.applications.remove(at: 0)
    let option = { (application: Int32, session: Int32) in
      Option(application: application, session: session, sector: .none)
    }
    let comparison = PlanComparison(
      PlanReview(pair(), Plan(placements: [option(0, 0), option(1, 0)])),
      PlanReview(changed, Plan(placements: [option(0, 0)])))
    #expect(comparison.changes.map(\.kind) == [.dropped, .moved])
    #expect(comparison.changes[0].after.reason == "the application is not in the round")
    #expect(comparison.changes[1].before.reason == "the session is not in the round")
    let same = PlanComparison(
      PlanReview(pair(), Plan(placements: [option(1, 0)])),
      PlanReview(changed, Plan(placements: [option(0, 1)])))
    #expect(same.changes.isEmpty)
  }
}
