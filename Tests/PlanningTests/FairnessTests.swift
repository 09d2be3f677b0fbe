import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct FairnessTests {
  /// Three applicants for one seat, which the one with `points[0]` has.
  private func round(points: [Int]) -> (Round, Plan) {
    var round = pair()
    round.sessions[0].maxPeople = 1
    round.participants.append(Participant(id: "cem", organisation: 1))
    round.applications.append(Application(id: "cem-m1", participant: 2, stream: 0))
    for (place, points) in points.enumerated() { round.applications[place].points = points }
    return (round, Plan(placements: [Option(application: 0, session: 0, sector: .none)]))
  }

  private func envious(_ round: Round, _ plan: Plan) -> [JustifiedEnvy] {
    PlanReview(round, plan).justifiedEnvy()
  }

  @Test func `more points than a holder is justified envy, fewer are not`() {
    let (round, plan) = round(points: [50, 60, 40])
    let cases = envious(round, plan)
    #expect(cases.map(\.envious.application) == [1])
    #expect(cases.map(\.holder.application) == [0])
    #expect(cases.allSatisfy { !$0.isByLot })
  }

  @Test func `of two with equal points exactly one may envy the other`() {
    var (round, plan) = round(points: [50, 50, 40])
    let first = envious(round, plan)
    plan = Plan(placements: [Option(application: 1, session: 0, sector: .none)])
    let second = envious(round, plan)
    #expect(first.count + second.count == 1)
    #expect((first + second).allSatisfy { $0.isByLot })
    round.applications[1].points = 51
    #expect(envious(round, plan).isEmpty)
  }

  @Test func `whom a hard limit keeps out envies nobody`() {
    var (round, plan) = round(points: [50, 40, 60])
    var limit = Limit(id: "spanish-seat")
    (limit.each, limit.min) = ([.country], 0)
    limit.who = Filter([Filter.Condition(key: .country, values: ["AL"])])
    limit.max = 0
    round.limits = [limit]
    #expect(envious(round, plan).isEmpty)
    plan = Plan(placements: [])
    #expect(PlanReview(round, plan).reserves().map(\.claim.application) == [0, 1])
  }

  @Test func `shares count applications, placements and choices by value`() {
    let made = round(points: [50, 40, 60])
    var round = made.0
    let plan = made.1
    round.applications[0].preferences = [.session(0)]
    let shares = PlanReview(round, plan).fairShares(by: [.country])
    #expect(shares.map(\.value) == ["AL", "ES"])
    #expect(shares.map(\.applied) == [1, 2] && shares.map(\.eligible) == [1, 2])
    #expect(shares.map(\.placed) == [0, 1])
    #expect(shares.map(\.ranks) == [[], [1]] && shares.map(\.worstRank) == [nil, 1])
    round.applications[0].preferences = []
    #expect(PlanReview(round, plan).fairShares(by: [.country]).map(\.unlisted) == [0, 1])
  }

  @Test func `whoever is placed may envy a place further up in the list, and no other`() {
    var (round, _) = round(points: [90, 60, 40])
    round.sessions.append(round.sessions[0])
    round.sessions[1].id = "late"
    round.applications[0].preferences = [.session(1), .session(0)]
    func option(_ application: Int32, _ session: Int32) -> Option {
      Option(application: application, session: session, sector: .none)
    }
    let second = Plan(placements: [option(0, 0), option(2, 1)])
    #expect(envious(round, second).filter { $0.envious.application == 0 }.count == 1)
    let first = Plan(placements: [option(0, 1), option(2, 0)])
    #expect(envious(round, first).allSatisfy { $0.envious.application != 0 })
    #expect(
      PlanReview(round, Plan(placements: [option(0, 0)])).wastedSeats().contains(option(0, 1)))
  }

  @Test func `envy and waste are what their definition says, neither more nor less`() {
    var (envies, wasted) = (0, 0)
    for seed in 50_001...50_300 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      for (plan, _) in BruteForce(round).feasiblePlans().suffix(2) {
        let definition = FairnessDefinition(round, plan)
        let review = PlanReview(round, plan)
        let found = review.justifiedEnvy().map {
          [Int($0.envious.application), Int($0.holder.application)]
        }
        #expect(found == definition.envies, "seed \(seed)")
        let seats = review.wastedSeats().map { [Int($0.application), Int($0.session)] }
        #expect(seats == definition.wasted, "seed \(seed)")
        envies += found.count
        wasted += seats.count
      }
    }
    #expect(envies > 50 && wasted > 50, "\(envies) \(wasted)")
  }
}
