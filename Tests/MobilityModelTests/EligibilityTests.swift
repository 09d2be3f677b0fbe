import MobilityModel
import Testing

@Suite struct EligibilityTests {
  @Test func `nothing refuses the small round's option`() {
    #expect(smallRound().refusal == nil)
    #expect(OptionTable(smallRound()).options == [smallRound().option])
  }

  @Test func `each spoiled test is named by its code`() {
    let spoilers: [(Refusal, (inout Round) -> Void)] = [
      (
        .stream,
        {
          $0.streams.append(Stream(id: "pro")); $0.applications[0].stream = 1
        }
      ),
      (.dates, { $0.applications[0].availableFrom = day("2024-06-02") }),
      (.dates, { $0.applications[0].availableUntil = day("2024-06-29") }),
      (.language, { $0.sessions[0].languages = [LanguageSkill(code: "en", level: .a1)] }),
      (.sector, { $0.sessions[0].sectors = [sector("0713")] }),
      (.age, { $0.sessions[0].minAge = 18 }),
      (.rule(0), { $0.rules = [Rule(id: "r")] }),
      (
        .stay,
        {
          $0.settings.shortStayNationalities = [""]
          $0.sessions[0].dates = dates("2024-06-01", "2024-08-30")
        }
      ),
      (
        .preference,
        {
          $0.settings.onlyListed = true
          $0.applications[0].preferences = [.host(1)]
        }
      ),
      (.forbidden, { $0.locks = [Lock(application: 0, effect: .forbid, target: .anywhere)] }),
      (.locked, { $0.locks = [Lock(application: 0, effect: .lock, target: .host(1))] }),
    ]
    for (expected, spoil) in spoilers {
      var round = smallRound()
      spoil(&round)
      #expect(round.refusal == expected)
      #expect(OptionTable(round).options.isEmpty)
    }
    for first in spoilers.indices {
      for second in spoilers.indices.dropFirst(first + 1) {
        var round = smallRound()
        spoilers[second].1(&round)
        spoilers[first].1(&round)
        #expect(round.refusal == spoilers[first].0, "\(first) before \(second)")
      }
    }
  }

  @Test func `one language of several is enough, at its level or above`() {
    var round = smallRound()
    round.sessions[0].languages = [
      LanguageSkill(code: "it", level: .b2), LanguageSkill(code: "en", level: .b1),
    ]
    func refusal(_ own: [LanguageSkill]) -> Refusal? {
      round.participants[0].languages = own
      return round.refusal
    }
    #expect(refusal([LanguageSkill(code: "it", level: .b1)]) == .language)
    #expect(refusal([LanguageSkill(code: "it", level: .b2)]) == nil)
    #expect(refusal([LanguageSkill(code: "en", level: .native)]) == nil)
    #expect(refusal([LanguageSkill(code: "de", level: .native)]) == .language)
  }

  @Test func `the place sector decides for participants and not for leaders`() {
    var round = smallRound()
    round.sessions[0].sectors = [sector("0712"), sector("1013")]
    round.participants[0].sectors = [sector("0713")]
    #expect(OptionTable(round).options.map(\.sector) == [sector("0712")])
    round.settings.minSectorMatch = .exact
    #expect(OptionTable(round).options.isEmpty)
    round.settings.minSectorMatch = .broad
    round.participants[0].sectors = [sector("0788"), sector("1013")]
    #expect(OptionTable(round).options.map(\.sector) == [sector("0712"), sector("1013")])
    round.applications[0].role = .leader
    #expect(OptionTable(round).options.map(\.sector) == [.none])
  }

  @Test func `a sector that is not on offer is refused`() {
    var round = smallRound()
    round.participants[0].sectors = [sector("0713")]
    let eligibility = Eligibility(round)
    #expect(eligibility.refusal(application: 0, session: 0, sector: sector("0713")) == .sector)
    #expect(eligibility.placeSectors(application: 0, session: 0) == [.none])
  }

  @Test func `age is reached on the birthday, on 1 March after 29 February`() {
    var round = smallRound()
    round.sessions[0].minAge = 18
    func refusal(_ birth: String, _ start: String) -> Refusal? {
      round.participants[0].birthDate = day(birth)
      round.sessions[0].dates.start = day(start)
      return round.refusal
    }
    #expect(refusal("2006-06-01", "2024-06-01") == nil)
    #expect(refusal("2006-06-02", "2024-06-01") == .age)
    #expect(refusal("2004-02-29", "2022-02-28") == .age)
    #expect(refusal("2004-02-29", "2022-03-01") == nil)
    round.sessions[0].minAge = .max
    #expect(round.refusal == .age)
    round.sessions[0].minAge = .min
    #expect(round.refusal == nil)
  }

  @Test func `a rule holds where, for whom and when it says`() {
    var round = smallRound()
    round.sessions[0].sectors = [sector("0713"), sector("0714")]
    round.participants[0].sectors = [sector("0713")]
    round.participants[0].nationality = "XK"
    round.attributeNames = ["gender"]
    round.participants[0].attributes = ["f"]
    var rule = Rule(id: "r")
    rule.where = Filter([
      Filter.Condition(key: .hostCountry, values: ["ES", "IT"]),
      Filter.Condition(key: .sector, values: ["0713"]),
    ])
    rule.who = Filter([
      Filter.Condition(key: .nationality, values: ["XK"]),
      Filter.Condition(key: .attribute(0), values: ["f"]),
    ])
    rule.from = day("2024-06-30")
    round.rules = [Rule(id: "nobody"), rule]
    round.rules[0].who = Filter([Filter.Condition(key: .application, values: [])])
    #expect(round.refusal == .rule(1))
    #expect(OptionTable(round).options.map(\.sector) == [sector("0714")])
    round.rules[1].from = day("2024-07-01")
    #expect(round.refusal == nil)
    round.rules[1].from = nil
    round.rules[1].until = day("2024-05-31")
    #expect(round.refusal == nil)
    round.rules[1].until = day("2024-06-01")
    #expect(round.refusal == .rule(1))
    round.participants[0].attributes = ["m"]
    #expect(round.refusal == nil)
  }

  @Test func `lists and locks name sessions, hosts or all`() {
    var round = smallRound()
    round.settings.onlyListed = true
    for preference in [Application.Preference.session(0), .host(0)] {
      round.applications[0].preferences = [.host(1), preference]
      #expect(round.refusal == nil)
    }
    round.applications[0].preferences = []
    for target in [Lock.Target.session(0), .host(0), .anywhere] {
      round.locks = [
        Lock(application: 0, effect: .lock, target: .host(1)),
        Lock(application: 0, effect: .lock, target: target),
      ]
      #expect(round.refusal == nil)
      round.locks.append(Lock(application: 0, effect: .forbid, target: target))
      #expect(round.refusal == .forbidden)
    }
  }
}
