import MobilityModel
import Planning
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
    let review = PlanReview(round, plan)
    return review.justifiedEnvy(among: review.reserves())
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
    #expect(PlanReview(round, plan).reserves().map(\.option.application) == [0, 1])
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
}
