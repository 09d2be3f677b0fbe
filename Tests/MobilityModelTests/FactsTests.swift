import MobilityModel
import Testing

@Suite struct FactsTests {
  @Test func `every key has the value that tables write`() {
    var round = smallRound()
    round.sessions[0].sectors = [sector("0713")]
    round.applications[0].group = "g1"
    round.participants[0].nationality = "XK"
    round.attributeNames = ["gender", "first_time"]
    round.participants[0].attributes = ["f"]
    let facts = Facts(round)
    let expected: [(FilterKey, String)] = [
      (.stream, "m1"), (.session, "june"), (.host, "SEV"), (.hostCountry, "ES"), (.sector, "0713"),
      (.application, "ana-m1"), (.participant, "ana"), (.organisation, "TIA"), (.country, "AL"),
      (.role, "participant"), (.group, "g1"), (.nationality, "XK"), (.attribute(0), "f"),
      (.attribute(1), ""), (.attribute(.max), ""),
    ]
    for (key, value) in expected {
      #expect(facts.value(of: key, for: round.option) == value)
      for values in [Set([value, "other"]), ["other"], []] {
        let filter = Filter([Filter.Condition(key: key, values: values)])
        #expect(facts.holds(filter, for: round.option) == values.contains(value))
        #expect(facts.test(filter).holds(round.option) == values.contains(value))
      }
    }
    #expect(facts.holds(Filter(), for: round.option))
    #expect(facts.test(Filter()).holds(round.option))
  }

  @Test func `conditions on one key narrow each other`() {
    let facts = Facts(smallRound())
    let filter = Filter([
      Filter.Condition(key: .hostCountry, values: ["ES", "IT"]),
      Filter.Condition(key: .hostCountry, values: ["IT"]),
    ])
    #expect(!facts.holds(filter, for: smallRound().option))
    #expect(!facts.test(filter).holds(smallRound().option))
  }

  @Test func `the empty sector can be asked for`() {
    let test = Facts(smallRound()).test(Filter([Filter.Condition(key: .sector, values: [""])]))
    #expect(test.holds(smallRound().option))
    #expect(!test.holds(Option(application: 0, session: 0, sector: sector("0713"))))
  }
}
