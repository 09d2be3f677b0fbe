import Audit
import MobilityModel
import TestSupport
import Testing

/// Worked examples of limits, of every kind and measure.
@Suite struct LimitTests {
  private func example(_ limit: Limit) -> WorkedRound {
    var example = WorkedRound()
    example.round.limits = [limit]
    example.round.settings.objective = [.targets]
    return example
  }

  private func limit(
    _ measure: Limit.Measure = .people, min: Int? = nil, max: Int? = nil,
    _ kind: Limit.Kind = .hard, each: [FilterKey] = []
  ) -> Limit {
    var limit = Limit(id: "limit")
    limit.measure = measure
    limit.min = min
    limit.max = max
    limit.kind = kind
    limit.each = each
    return limit
  }

  private let whole = Violation.Subject.limit("limit", each: [])

  @Test func `a hard limit bounds the number of placements that it looks at`() {
    var limit = limit(min: 1, max: 2)
    limit.where = Filter([Filter.Condition(key: .host, values: ["BLQ"])])
    limit.who = Filter([Filter.Condition(key: .country, values: ["XK"])])
    limit.reason = "agreed"
    let example = example(limit)
    let tooMany = violation(
      .limitMax, whole, "Limit limit counts 3 placements; it must be at most 2. Reason: agreed."
    ) {
      $0.count = 3
      $0.max = 2
      $0.placements = named("a s", "b u", "c s")
    }
    #expect(example.violations(example.plan("c s", "b u", "a s", "d s")) == [tooMany])
    let tooFew = violation(
      .limitMin, whole, "Limit limit counts 0 placements; it must be at least 1. Reason: agreed."
    ) {
      $0.count = 0
      $0.min = 1
    }
    #expect(example.violations(example.plan("a t", "d s")) == [tooFew])
    #expect(example.violations(example.plan("a s", "b u", "c t")).isEmpty)
  }

  @Test func `a limit with each is one for every combination that an option can reach`() {
    var example = example(limit(min: 1, each: [.host, .attribute(0)]))
    // No man can go to Maribor, so that there is no such combination.
    var rule = Rule(id: "rule")
    rule.where = Filter([Filter.Condition(key: .host, values: ["MBX"])])
    rule.who = Filter([Filter.Condition(key: .attribute(0), values: ["m"])])
    example.round.rules = [rule]
    let expected = [("BLQ", "m"), ("MBX", "f")].map { host, gender in
      let each = [
        Violation.EachValue(key: "host", value: host),
        Violation.EachValue(key: "gender", value: gender),
      ]
      return violation(
        .limitMin, .limit("limit", each: each),
        "Limit limit for host=\(host), gender=\(gender) counts 0 placements; "
          + "it must be at least 1."
      ) {
        $0.count = 0
        $0.min = 1
      }
    }
    #expect(example.violations(example.plan("a s")) == expected)
    #expect(example.violations(example.plan("a s", "b s", "c t")).isEmpty)
  }

  @Test func `a combination that only a refused placement reaches does not exist`() {
    var example = example(limit(max: 0, each: [.session]))
    example.round.sessions[1].minAge = 18
    #expect(example.violations(example.plan("a t")).map(\.rule) == [.noOption])
    #expect(example.violations(example.plan("a s", "b t")).map(\.rule) == [.noOption, .limitMax])
  }

  @Test func `a limit without each exists even where no option reaches it`() {
    var limit = limit(min: 1)
    limit.who = Filter([Filter.Condition(key: .country, values: ["RS"])])
    #expect(example(limit).violations([]).map(\.rule) == [.limitMin])
    limit.each = [.country]
    #expect(example(limit).violations([]).isEmpty)
  }

  @Test func `an or_none limit counts nothing, or keeps its bounds`() {
    let example = example(limit(min: 2, max: 3, .orNone, each: [.session]))
    #expect(example.violations(example.plan("a s", "b s")).isEmpty)
    let each = [Violation.EachValue(key: "session", value: "s")]
    let expected = violation(
      .limitOrNone, .limit("limit", each: each),
      "Limit limit for session=s counts 1 placement; it must be none or 2 to 3."
    ) {
      $0.count = 1
      $0.min = 2
      $0.max = 3
      $0.placements = named("a s")
    }
    #expect(example.violations(example.plan("a s", "b t", "c t")) == [expected])
    let four = example.violations(example.plan("a s", "b s", "c s", "d s"))
    #expect(four.map(\.rule) == [.limitOrNone])
    #expect(four.first?.count == 4)
  }

  @Test func `days and euros are summed over placements`() {
    let days = example(limit(.days, max: 59))
    #expect(days.violations(days.plan("a s")).isEmpty)
    let tooLong = violation(
      .limitMax, whole, "Limit limit counts 60 days; it must be at most 59."
    ) {
      $0.count = 60
      $0.max = 59
      $0.placements = named("a s", "b u")
    }
    #expect(days.violations(days.plan("b u", "a s")) == [tooLong])
    var euros = example(limit(.euros, min: 1, max: 1000))
    // 14 days at 21 euros, 16 days at 15 (70 % of 21 is 14.7), and 100 for the organisation.
    euros.round.rates = [Rate(kind: .daily, euros: 21), Rate(kind: .organisation, euros: 100)]
    #expect(euros.violations(euros.plan("a s")).isEmpty)
    let tooDear = euros.violations(euros.plan("a s", "b s"))
    #expect(tooDear.map(\.count) == [2 * (14 * 21 + 16 * 15 + 100)])
    #expect(tooDear.map(\.message) == ["Limit limit counts 1268 euros; it must be at most 1000."])
    #expect(euros.violations([]).map(\.rule) == [.limitMin])
  }

  @Test func `beds are counted day by day, and the worst day is named`() {
    var example = example(limit(.atOnce, max: 1, each: [.host]))
    example.round.sessions[2].dates.start = WorkedRound.day(28)
    let each = [Violation.EachValue(key: "host", value: "BLQ")]
    let expected = violation(
      .limitMax, .limit("limit", each: each),
      "Limit limit for host=BLQ counts 3 placements at once on 2022-06-29 (and breaks on 31 other "
        + "days); it must be at most 1."
    ) {
      $0.day = WorkedRound.day(28)
      $0.brokenDays = 32
      $0.count = 3
      $0.max = 1
      $0.placements = named("a s", "b u", "c u")
    }
    #expect(example.violations(example.plan("a s", "b u", "c u", "d t")) == [expected])
    #expect(example.violations(example.plan("a s", "d t")).isEmpty)
  }

  @Test func `a window cuts beds to its days, and a floor holds on each of them`() {
    var limit = limit(.atOnce, min: 1, max: 2)
    limit.from = WorkedRound.day(27)
    limit.until = WorkedRound.day(31)
    let example = example(limit)
    #expect(example.violations(example.plan("a s", "b u")).isEmpty)
    let tooFew = violation(
      .limitMin, whole,
      "Limit limit counts 0 placements at once on 2022-07-01 (and breaks on 1 other day); "
        + "it must be at least 1."
    ) {
      $0.day = WorkedRound.day(30)
      $0.brokenDays = 2
      $0.count = 0
      $0.min = 1
    }
    #expect(example.violations(example.plan("a s")) == [tooFew])
    let both = example.violations(example.plan("a s", "b s", "c t"))
    #expect(both.map(\.rule) == [.limitMin, .limitMax])
    #expect(both.last?.brokenDays == 3)
    limit.kind = .orNone
    limit.min = 2
    let orNone = self.example(limit)
    #expect(orNone.violations(orNone.plan("a s", "b s")).isEmpty)
    #expect(orNone.violations(orNone.plan("a s")).map(\.day) == [WorkedRound.day(27)])
  }

  @Test func `shortfalls and excesses of soft limits are the targets that are missed`() {
    var soft = limit(min: 2, max: 2, .soft, each: [.session])
    #expect(targets(soft, "a s", "b s", "c s", "d t") == 1 + 1 + 2)
    soft.each = []
    #expect(targets(soft, "a s", "b s", "c s", "d t") == 2)
    soft.measure = .atOnce
    #expect(targets(soft, "a s", "b s", "c s", "d t") == 0)
    soft.measure = .days
    #expect(targets(soft, "a s") == 28)
  }

  private func targets(_ limit: Limit, _ placements: String...) -> Int? {
    let example = example(limit)
    let plan = placements.flatMap { example.plan($0) }
    guard case .sound(let values) = example.audit(plan) else { return nil }
    return values.first?.value
  }

  @Test func `sectors, groups and attributes can be looked at and split by`() {
    var limit = limit(max: 0, each: [.sector, .group])
    limit.where = Filter([Filter.Condition(key: .sector, values: ["0713", ""])])
    var example = example(limit)
    example.round.sessions[0].sectors = [Sector(number: 713), Sector(number: 714)]
    example.round.applications[0].group = "g"
    let violations = example.violations(example.plan("a s 0713", "b s 0714", "c t"))
    let values = violations.map(\.subject)
    func each(_ sector: String, _ group: String) -> Violation.Subject {
      .limit(
        "limit",
        each: [
          Violation.EachValue(key: "sector", value: sector),
          Violation.EachValue(key: "group", value: group),
        ])
    }
    #expect(values == [each("", ""), each("0713", "g")])
    #expect(
      violations.first?.message
        == "Limit limit for sector=(empty), group=(empty) counts 1 placement; it must be at most 0."
    )
  }
}
