import MobilityModel
import Testing

@Suite struct ValuationTests {
  private let option = Option(application: 0, session: 0, sector: .none)

  @Test func `distance is the rounded great circle`() {
    #expect(Valuation(smallRound()).km(option) == 2252)
    var round = smallRound()
    round.organisations[0].coordinates = nil
    #expect(Valuation(round).km(option) == 0)
    round.organisations[0].coordinates = Coordinates(latitude: 90, longitude: 0)
    round.organisations[1].coordinates = Coordinates(latitude: -90, longitude: 77)
    #expect(Valuation(round).km(option) == 20015)
    round.organisations[0].coordinates = Coordinates(latitude: .nan, longitude: .infinity)
    #expect(Valuation(round).km(option) == 0)
  }

  @Test func `fit adds up preference, sector, language and twin`() {
    var round = smallRound()
    round.applications[0].preferences = [.host(1), .host(0), .session(0)]
    #expect(Valuation(round).fit(option) == 80)
    round.settings.preferenceScores = [1, 2, 30]
    #expect(Valuation(round).fit(option) == 30)
    round.settings.preferenceScores = [1]
    #expect(Valuation(round).fit(option) == 0)
    round.sessions[0].languages = [
      LanguageSkill(code: "en", level: .a1), LanguageSkill(code: "it", level: .b1),
    ]
    round.participants[0].languages = [
      LanguageSkill(code: "it", level: .b2), LanguageSkill(code: "en", level: .a1),
    ]
    #expect(Valuation(round).fit(option) == 10)
    round.participants[0].languages[1].level = .native
    #expect(Valuation(round).fit(option) == 20)
    round.twins = [Twin(organisation: 1, host: 0)]
    #expect(Valuation(round).fit(option) == 70)
    round.participants[0].sectors = [sector("0713"), sector("0719")]
    let placed = Option(application: 0, session: 0, sector: sector("0712"))
    #expect(Valuation(round).fit(placed) == 130)
    round.applications[0].role = .leader
    #expect(Valuation(round).fit(placed) == 0)
  }

  @Test func `weight and points count participants only`() {
    var round = smallRound()
    round.streams[0].weight = 7
    round.applications[0].points = 8450
    #expect(Valuation(round).weight(option) == 7)
    #expect(Valuation(round).points(option) == 8450)
    round.applications[0].role = .leader
    #expect(Valuation(round).weight(option) == 0)
    #expect(Valuation(round).points(option) == 0)
  }

  @Test func `cost is travel, days and organisation, the first row that matches`() {
    var round = smallRound()
    var near = Rate(kind: .travel, euros: 180)
    near.maxKm = 2251
    var far = Rate(kind: .travel, euros: 275)
    (far.minKm, far.maxKm) = (2252, 2252)
    var spain = Rate(kind: .daily, euros: 45)
    spain.hostCountries = ["ES", "IT"]
    spain.role = .participant
    round.rates = [
      near, far, Rate(kind: .travel, euros: 1), spain, Rate(kind: .daily, euros: 100),
      Rate(kind: .organisation, euros: 350),
    ]
    // 70 % of 45 is 31.5, which is 32; 30 days are 14 in full and 16 at that rate.
    #expect(Valuation(round).euros(option) == 275 + 14 * 45 + 16 * 32 + 350)
    round.applications[0].role = .leader
    #expect(Valuation(round).euros(option) == 275 + 14 * 100 + 16 * 70 + 350)
    round.sessions[0].dates = dates("2024-06-01", "2024-06-03")
    #expect(Valuation(round).euros(option) == 275 + 3 * 100 + 350)
    round.rates = []
    #expect(Valuation(round).euros(option) == 0)
  }

  @Test func `absurd scores end at the ends of the range`() {
    var round = smallRound()
    round.settings.preferenceScores = [.max]
    round.settings.twinScore = .max
    round.settings.languageStepScore = .max
    round.applications[0].preferences = [.host(0)]
    round.twins = [Twin(organisation: 1, host: 0)]
    round.sessions[0].languages = [LanguageSkill(code: "en", level: .a1)]
    round.participants[0].languages = [LanguageSkill(code: "en", level: .c2)]
    round.rates = [Rate(kind: .daily, euros: .max), Rate(kind: .travel, euros: .max)]
    #expect(Valuation(round).fit(option) == .max)
    #expect(Valuation(round).euros(option) == .max)
    round.rates = [Rate(kind: .daily, euros: .min)]
    #expect(Valuation(round).euros(option) == .min)
  }

  @Test func `the lot hangs on seed and ids, not on places in tables`() {
    var round = smallRound()
    round.settings.drawSeed = "2024"
    let first = Valuation(round).draw(option)
    #expect((0..<(1 << 20)).contains(first))
    round.applications.insert(Application(id: "a", participant: 0, stream: 0), at: 0)
    #expect(Valuation(round).draw(Option(application: 1, session: 0, sector: .none)) == first)
    #expect(Valuation(round).draw(option) != first)
    #expect(
      Valuation(round).draw(Option(application: 1, session: 0, sector: sector("0713"))) != first)
    round.settings.drawSeed = "2025"
    #expect(Valuation(round).draw(Option(application: 1, session: 0, sector: .none)) != first)
  }

  @Test func `the lot of a known option never changes`() {
    var round = smallRound()
    #expect(Valuation(round).draw(option) == 437_791)
    round.settings.drawSeed = "INTERVET 2022"
    #expect(Valuation(round).draw(option) == 465_219)
  }
}
