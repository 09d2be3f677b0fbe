import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct PlanReviewTests {
  @Test func `each thing in the way is named`() {
    let cases: [(UnplacedReason.Cause, String, (inout Round) -> Void)] = [
      (.full, "", { $0.sessions[0].maxPeople = 1 }),
      (.leaders, "", { $0.streams[0].learnersPerLeader = 1 }),
      (.limit, "cap", { $0.limits = [limit("cap", max: 1)] }),
      (.limit, "beds", { $0.limits = [limit("beds", max: 1, .atOnce)] }),
      (.limit, "days", { $0.limits = [limit("days", max: 59, .days)] }),
      (.limit, "pairs", { $0.limits = [limit("pairs", min: 3, max: 4, kind: .orNone)] }),
      (
        .tier, "targets",
        {
          $0.limits = [limit("aim", max: 1, kind: .soft)]
          $0.settings.objective = [.targets, .filled]
        }
      ),
      (.open, "", { _ in }),
      (
        .group, "",
        {
          $0.applications[1].group = "g"
          $0.participants.append(Participant(id: "cem", organisation: 0))
          $0.applications.append(Application(id: "cem-m1", participant: 2, stream: 0))
          $0.applications[2].group = "g"
          $0.locks = [Lock(application: 2, effect: .forbid, target: .anywhere)]
        }
      ),
      (
        .overlap, "june",
        {
          $0.streams.append(Stream(id: "pro"))
          $0.sessions.append(
            Session(id: "july", stream: 1, host: 0, dates: $0.sessions[0].dates))
          $0.applications[1] = Application(id: "bo-pro", participant: 0, stream: 1)
        }
      ),
      (
        .noSession, "",
        {
          $0.streams.append(Stream(id: "pro"))
          $0.applications[1].stream = 1
        }
      ),
      (.forbidden, "", { $0.locks = [Lock(application: 1, effect: .forbid, target: .anywhere)] }),
      (.rule, "r", { $0.rules = [rule("r", application: "bo-m1")] }),
    ]
    for (cause, id, change) in cases {
      var round = pair()
      change(&round)
      let plan = Plan(placements: [Option(application: 0, session: 0, sector: .none)])
      let review = PlanReview(round, plan)
      #expect(review.unplaced.contains(1))
      let reasons = review.reasons(application: 1)
      #expect(reasons.map(\.cause) == [cause], "\(reasons)")
      #expect(reasons.map(\.id) == [id])
      #expect(reasons.allSatisfy { !$0.words.isEmpty })
    }
  }

  @Test func `a full session says which points have its places`() {
    var round = pair()
    round.sessions[0].maxPeople = 1
    round.applications[0].points = 8450
    round.applications[1].points = 7100
    let plan = Plan(placements: [Option(application: 0, session: 0, sector: .none)])
    let words = PlanReview(round, plan).reasons(application: 1).map(\.words)
    #expect(
      words == [
        "1 of 1 session: full; the fewest points with a place there are 84.5, the applicant has 71"
      ])
  }

  @Test func `a session below its minimum is named with the plan that leaves it out`() {
    var round = pair()
    round.sessions[0].minPeople = 2
    let reasons = PlanReview(round, Plan(placements: [])).reasons(application: 1)
    #expect(reasons.map(\.cause) == [.minimum])
  }

  @Test func `in best plans a session is free exactly where the audit would let it be taken`() {
    var free = 0
    for seed in 20_001...20_400 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      guard let plan = BruteForce(round).best()?.plans.first else { continue }
      let review = PlanReview(round, plan)
      let table = OptionTable(round)
      for application in review.unplaced where round.applications[application].group.isEmpty {
        let reasons = review.reasons(application: application)
        #expect(!reasons.isEmpty && !reasons.contains { $0.cause == .open }, "seed \(seed)")
        let found = Set(
          reasons.filter { [.tier, .indifferent].contains($0.cause) }.flatMap(\.sessions))
        let options = table.options[table.range(ofApplication: application)]
        let sound = options.filter { option in
          guard case .sound = Auditor(round: round).audit(plan.placements + [option]) else {
            return false
          }
          return true
        }
        #expect(found == Set(sound.map { Int($0.session) }), "seed \(seed) \(application)")
        free += found.count
      }
    }
    #expect(free > 20, "\(free)")
  }

  @Test func `soft limits miss what their tier counts`() throws {
    for seed in 30_001...30_300 as ClosedRange<UInt64> {
      var round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      round.settings.objective = [.targets]
      for (plan, values) in BruteForce(round).feasiblePlans().prefix(20) {
        let uses = PlanReview(round, plan).limitUses()
        #expect(uses.map(\.missed).reduce(0, +) == values[0], "seed \(seed)")
      }
    }
  }

  @Test func `tallies count people and know their targets`() {
    var round = pair()
    round.sessions[0].maxPeople = 5
    var aim = limit("aim", min: 2, max: 3, kind: .soft)
    aim.each = [.country]
    aim.where = Filter([Filter.Condition(key: .stream, values: ["m1"])])
    round.limits = [aim]
    round.organisations[1].country = "AL"
    round.participants[1].organisation = 1
    let plan = Plan(placements: [Option(application: 0, session: 0, sector: .none)])
    let tallies = PlanReview(round, plan).tallies()
    #expect(tallies.map(\.country) == [nil, "AL", "ES"])
    #expect(tallies.map(\.applied) == [2, 1, 1])
    #expect(tallies.map(\.eligible) == [2, 1, 1])
    #expect(tallies.map(\.placed) == [1, 0, 1])
    #expect(tallies.map(\.seats) == [5, nil, nil])
    #expect(tallies.map(\.least) == [nil, 2, 2])
    #expect(tallies.map(\.most) == [nil, 3, 3])
  }
}

private func limit(
  _ id: String, min: Int? = nil, max: Int, _ measure: Limit.Measure = .people,
  kind: Limit.Kind = .hard
) -> Limit {
  var limit = Limit(id: id)
  (limit.min, limit.max, limit.measure, limit.kind) = (min, max, measure, kind)
  return limit
}

private func rule(_ id: String, application: String) -> Rule {
  var rule = Rule(id: id)
  rule.who = Filter([Filter.Condition(key: .application, values: [application])])
  return rule
}
