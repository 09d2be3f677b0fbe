import Audit
import MobilityModel
import TestSupport
import Testing

/// Worked examples of the rules about people and sessions.
@Suite struct RuleTests {
  @Test func `a plan that keeps every rule is sound, in any order of its placements`() {
    let example = WorkedRound()
    let sound = Verdict.sound([TierValue(tier: .filled, value: 2)])
    #expect(example.audit(example.plan("a s", "b t")) == sound)
    #expect(example.audit(example.plan("b t", "a s")) == sound)
    #expect(example.audit([]) == .sound([TierValue(tier: .filled, value: 0)]))
  }

  @Test func `an application has at most one placement`() {
    let example = WorkedRound()
    let expected = violation(
      .onePlacement, .application("a"),
      "Application a has 2 placements; at most one is allowed."
    ) {
      $0.count = 2
      $0.max = 1
      $0.placements = named("a s", "a u")
    }
    #expect(example.violations(example.plan("a u", "b s", "a s")) == [expected])
    let twice = example.violations(example.plan("a s", "a s"))
    #expect(twice.map(\.rule) == [.onePlacement])
    #expect(twice.first?.placements == named("a s", "a s"))
  }

  @Test func `a placement that is no option is named with the test that refuses it`() {
    var example = WorkedRound()
    example.round.sessions[1].languages = [LanguageSkill(code: "sl", level: .a2)]
    var rule = Rule(id: "visa")
    rule.where = Filter([Filter.Condition(key: .session, values: ["u"])])
    rule.reason = "no visa"
    example.round.rules = [rule]
    let language = violation(
      .noOption, .application("a"),
      "Application a cannot be placed in session t: the applicant speaks none of the session's "
        + "languages well enough (language)."
    ) {
      $0.refusal = "language"
      $0.placements = named("a t")
    }
    let dated = violation(
      .noOption, .application("b"),
      "Application b cannot be placed in session u: rule visa refuses it, no visa (rule)."
    ) {
      $0.refusal = "rule"
      $0.datedRule = "visa"
      $0.placements = named("b u")
    }
    #expect(example.violations(example.plan("b u", "a t")) == [language, dated])
  }

  @Test func `a sector that is not on offer is refused as a sector`() {
    var example = WorkedRound()
    example.round.sessions[0].sectors = [Sector(number: 713)]
    #expect(example.violations(example.plan("a s 0713")).isEmpty)
    for plan in [example.plan("a s 0714"), example.plan("a s"), example.plan("a t 0713")] {
      let violations = example.violations(plan)
      #expect(violations.map(\.rule) == [.noOption])
      #expect(violations.first?.refusal == "sector")
    }
  }

  @Test func `two placements of one participant share no day`() {
    var example = WorkedRound()
    example.round.streams.append(Stream(id: "pro"))
    example.round.applications[1].participant = 0
    example.round.applications[1].stream = 1
    example.round.sessions[1].stream = 1
    example.round.sessions[1].dates.start = WorkedRound.day(29)
    example.round.sessions[1].dates.end = WorkedRound.day(60)
    let expected = violation(
      .overlap, .participant("pa"),
      "Participant pa would be in several sessions at once, first on 2022-06-30: s (a), t (b)."
    ) {
      $0.day = WorkedRound.day(29)
      $0.count = 2
      $0.placements = named("a s", "b t")
    }
    #expect(example.violations(example.plan("a s", "b t", "c s")) == [expected])
    example.round.sessions[1].dates.start = WorkedRound.day(30)
    #expect(example.violations(example.plan("a s", "b t", "c s")).isEmpty)
  }

  @Test func `of three placements in time those that meet another are named`() {
    var example = WorkedRound()
    for (place, days) in [(0, 40), (10, 12), (41, 50)].enumerated() {
      example.round.applications[place].participant = 0
      example.round.sessions[place].dates.start = WorkedRound.day(days.0)
      example.round.sessions[place].dates.end = WorkedRound.day(days.1)
    }
    let apart = example.violations(example.plan("a s", "b t", "c u"))
    #expect(apart.map(\.placements) == [named("a s", "b t")])
    #expect(apart.map(\.day) == [WorkedRound.day(10)])
    example.round.sessions[2].dates.start = WorkedRound.day(40)
    let met = example.violations(example.plan("a s", "b t", "c u"))
    #expect(met.map(\.placements) == [named("a s", "b t", "c u")])
  }

  @Test func `a group travels in one session or stays at home`() {
    var example = WorkedRound()
    for member in 0..<3 { example.round.applications[member].group = "g" }
    let subject = Violation.Subject.group("g", stream: "m1")
    #expect(example.violations(example.plan("a s", "b s", "c s", "d t")).isEmpty)
    #expect(example.violations(example.plan("d s")).isEmpty)
    let absent = violation(
      .group, subject,
      "Group g of stream m1 travels together or not at all: 2 of its 3 applications are placed, "
        + "in s, without b."
    ) {
      $0.count = 2
      $0.min = 3
      $0.placements = named("a s", "c s")
      $0.absent = ["b"]
    }
    #expect(example.violations(example.plan("a s", "c s")) == [absent])
    let divided = violation(
      .group, subject,
      "Group g of stream m1 travels together or not at all: 3 of its 3 applications are placed, "
        + "in s, t."
    ) {
      $0.count = 3
      $0.min = 3
      $0.placements = named("a s", "b t", "c s")
    }
    #expect(example.violations(example.plan("a s", "b t", "c s")) == [divided])
  }

  @Test func `one name in two streams is two groups`() {
    var example = WorkedRound()
    example.round.streams.append(Stream(id: "pro"))
    example.round.applications[0].group = "g"
    example.round.applications[1].group = "g"
    example.round.applications[1].stream = 1
    #expect(example.violations(example.plan("a s")).isEmpty)
  }

  @Test func `a session has as many participants as it can run with, or none`() {
    var example = WorkedRound()
    example.round.sessions[0].minPeople = 2
    example.round.sessions[0].maxPeople = 2
    let tooFew = violation(
      .sessionMin, .session("s"),
      "Session s has 1 participant; it runs with at least 2, or with none."
    ) {
      $0.count = 1
      $0.min = 2
      $0.placements = named("a s")
    }
    #expect(example.violations(example.plan("a s", "b t")) == [tooFew])
    let tooMany = violation(
      .sessionMax, .session("s"), "Session s has 3 participants; it has room for 2."
    ) {
      $0.count = 3
      $0.max = 2
      $0.placements = named("a s", "b s", "c s")
    }
    #expect(example.violations(example.plan("c s", "b s", "a s")) == [tooMany])
    #expect(example.violations(example.plan("a s", "b s")).isEmpty)
    #expect(example.violations(example.plan("a t")).isEmpty)
  }

  @Test func `a session has one leader for each k participants or part of them`() {
    var example = WorkedRound()
    example.round.streams[0].learnersPerLeader = 2
    example.round.applications[4].role = .leader
    example.round.applications[5].role = .leader
    let missing = violation(
      .leaders, .session("s"), "Session s has 3 participants and 1 leader; it needs exactly 2."
    ) {
      $0.count = 1
      $0.min = 2
      $0.max = 2
      $0.placements = named("a s", "b s", "c s", "e s")
    }
    #expect(example.violations(example.plan("a s", "b s", "c s", "e s")) == [missing])
    #expect(example.violations(example.plan("a s", "b s", "c s", "e s", "f s")).isEmpty)
    #expect(example.violations(example.plan("a s", "b s", "e s")).isEmpty)
    #expect(example.violations(example.plan("e s")).map(\.rule) == [.leaders])
  }

  @Test func `leaders take no seat, and none travels in a stream that asks for none`() {
    var example = WorkedRound()
    example.round.streams[0].learnersPerLeader = 4
    example.round.applications[5].role = .leader
    #expect(example.violations(example.plan("a s", "b s", "c s", "d s", "f s")).isEmpty)
    example.round.streams[0].learnersPerLeader = 0
    let expected = violation(
      .leaders, .session("s"), "Session s has 1 participant and 1 leader; it needs exactly 0."
    ) {
      $0.count = 1
      $0.min = 0
      $0.max = 0
      $0.placements = named("a s", "f s")
    }
    #expect(example.violations(example.plan("a s", "f s")) == [expected])
  }

  @Test func `a locked application is placed where its lock says`() {
    var example = WorkedRound()
    example.round.locks = [Lock(application: 1, effect: .lock, target: .host(0))]
    (example.round.locks[0].reason, example.round.locks[0].author) = ("twin", "Mira")
    let absent = violation(
      .locked, .application("b"),
      "Application b is locked to the sessions of BLQ (twin, by Mira), so it must have a placement."
    ) {
      $0.count = 0
      $0.min = 1
      $0.absent = ["b"]
    }
    #expect(example.violations(example.plan("a s")) == [absent])
    #expect(example.violations(example.plan("b u")).isEmpty)
    let elsewhere = example.violations(example.plan("b t"))
    #expect(elsewhere.map(\.rule) == [.noOption])
    #expect(elsewhere.first?.refusal == "locked")
  }

  @Test func `a placement of nothing that the round knows is reported and traps nowhere`() {
    let example = WorkedRound()
    let strange = [
      Option(application: 99, session: 0, sector: .none),
      Option(application: 0, session: -1, sector: .none),
      Option(application: 0, session: 0, sector: Sector(number: Int16.min)),
    ]
    #expect(example.violations(strange).map(\.rule) == [.unknown, .unknown, .unknown])
  }

  @Test func `all broken rules are reported, rule by rule in the order of the contract`() {
    var example = WorkedRound()
    example.round.applications[0].availableUntil = WorkedRound.day(3)
    example.round.applications[1].group = "g"
    example.round.applications[2].group = "g"
    example.round.sessions[1].minPeople = 3
    example.round.locks = [Lock(application: 5, effect: .lock, target: .anywhere)]
    var limit = Limit(id: "none")
    limit.max = 0
    example.round.limits = [limit]
    let placements = example.plan("d t", "b t", "a s", "d s")
    let rules = example.violations(placements).map(\.rule)
    #expect(
      rules == [.onePlacement, .noOption, .overlap, .group, .sessionMin, .locked, .limitMax])
    #expect(example.audit(placements) == example.audit(placements.reversed()))
  }
}
