import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct RemedyTests {
  static let audit: WhatIf.Audit = { round, plan in
    guard case .sound(let values) = Auditor(round: round).audit(plan.placements) else { return nil }
    return values.map(\.value)
  }

  /// The best plan of a round, asked about; `nil` if there is none.
  static func whatIf(_ round: Round) throws -> (WhatIf, PlanReview)? {
    guard case .optimal(let best) = try Allocator(round: round).allocate() else { return nil }
    let review = PlanReview(round, best.plan)
    return (
      WhatIf(review, values: best.tiers.map(\.value), audit: audit, shouldStop: { false }), review
    )
  }

  /// Two applicants, of whom only the first gets a place once `change` is made.
  private func remedies(_ change: (inout Round) -> Void) throws -> RemedySearch {
    var round = pair()
    round.applications[0].points = 9000
    change(&round)
    let (whatIf, review) = try #require(try Self.whatIf(round))
    #expect(review.unplaced == [1])
    return whatIf.remedies(application: 1)
  }

  @Test func `each thing in the way has the change that takes it out of the way`() throws {
    let dates = pair().sessions[0].dates
    let cases: [(RoundChange, (inout Round) -> Void)] = [
      (.seats(session: 0, more: 1), { $0.sessions[0].maxPeople = 1 }),
      (
        .availableUntil(application: 1, dates.end),
        { $0.applications[1].availableUntil = dates.start }
      ),
      (
        .availableFrom(application: 1, dates.start),
        { $0.applications[1].availableFrom = dates.end }
      ),
      (
        .speaks(application: 1, LanguageSkill(code: "en", level: .b1)),
        {
          $0.sessions[0].languages = [LanguageSkill(code: "en", level: .b1)]
          $0.participants[0].languages = [LanguageSkill(code: "en", level: .c1)]
        }
      ),
      (
        .worksIn(application: 1, Sector(number: 713)),
        {
          $0.sessions[0].sectors = [Sector(number: 713)]
          $0.participants[0].sectors = [Sector(number: 713)]
        }
      ),
      (
        .permits(application: 1, session: 0),
        { $0.locks = [Lock(application: 1, effect: .forbid, target: .anywhere)] }
      ),
      (
        .ceiling(limit: 0, more: 1),
        {
          var cap = Limit(id: "cap")
          cap.max = 1
          $0.limits = [cap]
        }
      ),
      (
        .exempts(application: 1, rule: 0),
        {
          var rule = Rule(id: "r")
          rule.who = Filter([Filter.Condition(key: .application, values: ["bo-m1"])])
          $0.rules = [rule]
        }
      ),
    ]
    for (expected, change) in cases {
      let search = try remedies(change)
      #expect(search.remedies.first?.changes == [expected], "\(search)")
      #expect(search.undecided == 0)
    }
  }

  @Test func `where one more place goes to somebody else, as many as are needed are asked for`()
    throws
  {
    var round = pair()
    round.sessions[0].maxPeople = 1
    round.participants.append(Participant(id: "cem", organisation: 0))
    round.applications.append(Application(id: "cem-m1", participant: 2, stream: 0))
    for place in 0..<3 { round.applications[place].points = 9000 - 1000 * place }
    let (whatIf, _) = try #require(try Self.whatIf(round))
    let search = whatIf.remedies(application: 2)
    #expect(search.remedies.map(\.changes) == [[.seats(session: 0, more: 2)]])
    #expect(search.refuted == 1)
  }

  @Test func `whoever has the better claim to a seat needs no time to be told so`() throws {
    var round = pair()
    round.sessions[0].maxPeople = 1
    round.sessions[0].languages = [LanguageSkill(code: "en", level: .b1)]
    round.participants[0].languages = [LanguageSkill(code: "en", level: .c1)]
    round.applications[1].points = 9000
    guard case .optimal(let best) = try Allocator(round: round).allocate() else { return }
    let whatIf = WhatIf(
      PlanReview(round, best.plan), values: best.tiers.map(\.value), audit: Self.audit,
      shouldStop: { true })
    let search = whatIf.remedies(application: 1)
    let english = RoundChange.speaks(
      application: 1, LanguageSkill(code: "en", level: .b1))
    #expect(search.remedies.map(\.changes) == [[english]] && search.undecided == 0)
    #expect(search.remedies.map(\.proof) == [.better])
  }

  @Test func `a search without time decides nothing that has to be solved`() throws {
    var round = pair()
    round.sessions[0].maxPeople = 1
    guard case .optimal(let best) = try Allocator(round: round).allocate() else { return }
    let review = PlanReview(round, best.plan)
    let whatIf = WhatIf(
      review, values: best.tiers.map(\.value), audit: Self.audit, shouldStop: { true })
    let search = whatIf.remedies(application: review.unplaced[0])
    #expect(search.remedies.map(\.proof) == [.kept] && search.undecided == 1)
    #expect(search.remedies.map(\.reserveRank) == [1])
  }

  @Test func `what is kept by a lock leaves a plan that is worth as much, or more`() throws {
    var kept = 0
    for seed in 61_001...61_150 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      guard case .optimal(let best) = try Allocator(round: round).allocate() else { continue }
      let review = PlanReview(round, best.plan)
      let whatIf = WhatIf(
        review, values: best.tiers.map(\.value), audit: Self.audit, shouldStop: { true })
      for application in review.unplaced {
        for remedy in whatIf.remedies(application: application).remedies
        where remedy.proof == .kept {
          var changed = round.changing(remedy.changes)
          changed.locks.append(
            Lock(
              application: application, effect: .lock,
              target: .session(Int(remedy.placement.session))))
          guard TinyRounds.planCount(of: changed) <= 20_000 else { continue }
          let values = try #require(BruteForce(changed).best(), "seed \(seed)").tierValues
          let pairs = zip(values, remedy.values)
          let first = zip(round.settings.objective, pairs).first { $0.1.0 != $0.1.1 }
          if let (tier, (best, claimed)) = first {
            #expect(tier.isMaximised ? best > claimed : best < claimed, "seed \(seed) \(remedy)")
          }
          kept += 1
        }
      }
    }
    #expect(kept > 20, "\(kept)")
  }

  @Test func `every claim is true in the best plans of the changed round, counted by brute force`()
    throws
  {
    var (claims, better) = (0, 0)
    for seed in 60_001...60_250 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      guard let (whatIf, review) = try Self.whatIf(round) else { continue }
      for application in review.unplaced {
        let search = whatIf.remedies(application: application)
        #expect(search.undecided == 0, "seed \(seed)")
        for remedy in search.remedies {
          let changed = round.changing(remedy.changes)
          guard TinyRounds.planCount(of: changed) <= 20_000 else { continue }
          claims += 1
          let best = try #require(BruteForce(changed).best(), "seed \(seed)")
          // Without the lot several plans may be best, and a solved claim speaks of one of them.
          let isPlaced = best.plans.map { plan in
            plan.placements.contains { $0.application == application }
          }
          if remedy.proof == .better {
            better += 1
            #expect(isPlaced.allSatisfy { $0 }, "seed \(seed) \(remedy)")
          } else {
            #expect(isPlaced.contains(true), "seed \(seed) \(remedy)")
            #expect(best.tierValues == remedy.values, "seed \(seed)")
          }
        }
      }
    }
    #expect(claims > 100 && better > 20, "\(claims) \(better)")
  }

  @Test func `in the contract's rounds each claim holds when the changed round is planned anew`()
    throws
  {
    var claims = 0
    for set in try DataSet.all("conformance") {
      guard let (whatIf, review) = try Self.whatIf(set.round) else { continue }
      for application in review.unplaced {
        for remedy in whatIf.remedies(application: application).remedies {
          claims += 1
          let changed = set.round.changing(remedy.changes)
          guard case .optimal(let best) = try Allocator(round: changed).allocate() else {
            Issue.record("\(set.name): \(remedy)")
            continue
          }
          #expect(
            best.plan.placements.contains { Int($0.application) == application },
            "\(set.name): \(remedy)")
        }
      }
    }
    #expect(claims > 40, "\(claims)")
  }
}
