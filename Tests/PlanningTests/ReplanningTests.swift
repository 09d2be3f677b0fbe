import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct ReplanningTests {
  /// Plans anew and returns the plan and the difference; `nil` where there is no plan.
  private func replan(
    _ round: Round, _ plan: Plan, _ replanning: Replanning
  ) throws -> (Allocation, PlanDifference, Round)? {
    let (new, kept, _) = replanning.round(after: round, plan)
    let allocator = Allocator(round: new, mostChanges: replanning.mostMoves)
    guard case .optimal(let allocation) = try allocator.allocate() else { return nil }
    let difference = PlanDifference(
      before: PlanReview(round, plan), after: PlanReview(new, allocation.plan), kept: kept)
    return (allocation, difference, new)
  }

  /// Three applicants for two sessions of one place each.
  private func contest() -> Round {
    var round = pair()
    round.sessions[0].maxPeople = 1
    round.sessions.append(round.sessions[0])
    round.sessions[1].id = "late"
    round.sessions[1].dates = Interval(start: Day(number: 19_100), end: Day(number: 19_129))
    round.participants.append(Participant(id: "cem", organisation: 1))
    round.applications.append(Application(id: "cem-m1", participant: 2, stream: 0))
    for (place, points) in [9000, 8000, 7000].enumerated() {
      round.applications[place].points = points
      round.applications[place].preferences = [.session(0), .session(1)]
    }
    return round
  }

  private func option(_ application: Int, _ session: Int) -> Option {
    Option(application: Int32(application), session: Int32(session), sector: .none)
  }

  private let early = Day(number: 18_900)

  @Test func `a hole goes to whoever waits, and nobody else is moved`() throws {
    let plan = Plan(placements: [option(0, 0), option(1, 1)])
    let (_, difference, _) = try #require(
      try replan(contest(), plan, Replanning(withdrawn: [0], asOf: early)))
    #expect(difference.changes.map(\.kind) == [.withdrawn, .added])
    #expect(difference.changes.map(\.application) == [0, 2])
    #expect(difference.moves == 0)
  }

  @Test func `with moves allowed the tiers gain, up to so many`() throws {
    let plan = Plan(placements: [option(0, 0), option(1, 1)])
    var round = contest()
    round.applications[2].preferences = [.session(1)]
    let (_, difference, _) = try #require(
      try replan(round, plan, Replanning(withdrawn: [0], asOf: early, mostMoves: 1)))
    // Both have their first choice then.
    #expect(difference.changes.map(\.kind) == [.withdrawn, .moved, .added])
    let (_, none, _) = try #require(
      try replan(round, plan, Replanning(withdrawn: [0], asOf: early, mostMoves: 0)))
    #expect(none.moves == 0)
  }

  @Test func `a session that has started takes nobody new, and keeps who is in it`() throws {
    let plan = Plan(placements: [option(0, 0), option(1, 1)])
    let asOf = Day(number: 19_000)
    let (allocation, difference, _) = try #require(
      try replan(
        contest(), plan, Replanning(withdrawn: [1], asOf: asOf, keepsStarted: true)))
    #expect(difference.changes.map(\.kind) == [.withdrawn, .added])
    #expect(allocation.plan.placements.contains(option(0, 0)))
    let (_, none, _) = try #require(
      try replan(
        contest(), plan, Replanning(withdrawn: [0], asOf: asOf, keepsStarted: true)))
    #expect(
      none.changes.map(\.kind) == [.withdrawn], "the place in the session that runs stays free")
    let soon = Replanning(withdrawn: [1], asOf: Day(number: 19_090), leadDays: 10)
    let (_, near, _) = try #require(try replan(contest(), plan, soon))
    #expect(near.changes.map(\.kind) == [.withdrawn])
  }

  @Test func `a session that has started and falls under its minimum goes on`() throws {
    var round = pair()
    round.sessions[0].minPeople = 2
    let plan = Plan(placements: [option(0, 0), option(1, 0)])
    let started = Replanning(
      withdrawn: [0], asOf: Day(number: 19_000), keepsStarted: true)
    #expect(started.round(after: round, plan).lowered == [0])
    let (allocation, _, _) = try #require(try replan(round, plan, started))
    #expect(allocation.plan.placements.count == 1)
    let (_, stopped, _) = try #require(
      try replan(round, plan, Replanning(withdrawn: [0], asOf: early)))
    #expect(stopped.stopped == [0] && stopped.changes.map(\.kind) == [.withdrawn, .dropped])
    #expect(stopped.changes[1].reason == "the session does not run")
  }

  @Test func `more changes than are allowed leave no plan, and the clash says so`() throws {
    var round = pair()
    round.sessions[0].minPeople = 2
    let plan = Plan(placements: [option(0, 0), option(1, 0)])
    let (new, _, _) = Replanning(withdrawn: [0], asOf: early, mostMoves: 0).round(
      after: round, plan)
    guard case .infeasible(let found) = try Allocator(round: new, mostChanges: 0).allocate() else {
      Issue.record("there is a plan")
      return
    }
    #expect(found.clashes.count == 1 && found.clashes[0].isMinimal)
    let ids = found.clashes[0].parts.map(\.id)
    #expect(ids.contains("changes"))
  }

  @Test func `no plan has fewer changes, and among those none is better, counted by brute force`()
    throws
  {
    var (replanned, moved) = (0, 0)
    for seed in 70_001...70_250 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      guard let plan = BruteForce(round).best()?.plans.first, !plan.placements.isEmpty else {
        continue
      }
      let withdrawn: Set = [Int(plan.placements[0].application)]
      for most in [nil, 1] as [Int?] {
        let replanning = Replanning(
          withdrawn: withdrawn, asOf: TinyRounds.start, keepsStarted: seed % 2 == 0,
          mostMoves: most)
        let new = replanning.round(after: round, plan).round
        let plans = BruteForce(new).feasiblePlans().filter { plan, _ in
          changes(plan, new) <= most ?? .max
        }
        let found = try replan(round, plan, replanning)
        let objective = new.settings.objective
        let best = plans.map(\.tierValues).min { isBetter($0, $1, objective) }
        #expect(found?.0.tiers.map(\.value) == best, "seed \(seed)")
        guard let found else { continue }
        #expect(found.1.moves <= most ?? .max, "seed \(seed)")
        #expect(found.1.moves == changes(found.0.plan, new), "seed \(seed)")
        replanned += 1
        moved += found.1.moves
      }
    }
    #expect(replanned > 100 && moved > 5, "\(replanned) \(moved)")
  }

  @Test func `locks are told in the changes, with reason and author`() throws {
    var round = contest()
    func lock(_ application: Int, _ session: Int, _ reason: String) -> Lock {
      var lock = Lock(application: application, effect: .lock, target: .session(session))
      (lock.reason, lock.author) = (reason, "Mira")
      return lock
    }
    let plan = Plan(placements: [option(0, 0), option(1, 1)])
    round.locks = [lock(0, 0, "visa"), lock(1, 0, "moved in May"), lock(2, 1, "twin")]
    let (_, difference, _) = try #require(
      try replan(round, plan, Replanning(withdrawn: [0], asOf: early)))
    #expect(difference.changes.map(\.kind) == [.withdrawn, .moved, .added])
    let reasons = difference.changes.map(\.reason)
    #expect(reasons[0] == "was locked to \(round.sessions[0].id) (visa, by Mira)")
    #expect(reasons[1].contains("locked to \(round.sessions[0].id) (moved in May, by Mira)"))
    #expect(reasons[2].hasPrefix("locked to late (twin, by Mira)"))
  }

  /// Published placements whose application is elsewhere now, or nowhere.
  private func changes(_ plan: Plan, _ round: Round) -> Int {
    round.published.count { published in
      !plan.placements.contains {
        Int($0.application) == published.application && Int($0.session) == published.session
      }
    }
  }

  private func isBetter(_ one: [Int], _ other: [Int], _ tiers: [Tier]) -> Bool {
    for (tier, pair) in zip(tiers, zip(one, other)) where pair.0 != pair.1 {
      return tier.isMaximised ? pair.0 > pair.1 : pair.0 < pair.1
    }
    return false
  }
}
