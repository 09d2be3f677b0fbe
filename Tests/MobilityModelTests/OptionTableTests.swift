import MobilityModel
import TestSupport
import Testing

@Suite struct OptionTableTests {
  @Test func `the table has exactly the options that no test refuses`() {
    var (options, refused) = (0, 0)
    for seed in 1...600 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      let table = OptionTable(round)
      let eligibility = Eligibility(round)
      var expected: [Option] = []
      for application in round.applications.indices {
        let first = expected.count
        for session in round.sessions.indices {
          let sectors = eligibility.placeSectors(application: application, session: session)
          for sector in sectors
          where eligibility.refusal(application: application, session: session, sector: sector)
            == nil
          {
            expected.append(
              Option(application: Int32(application), session: Int32(session), sector: sector))
          }
          refused += sectors.count
        }
        #expect(table.range(ofApplication: application) == first..<expected.count, "seed \(seed)")
      }
      #expect(table.options == expected, "seed \(seed)")
      options += expected.count
    }
    #expect(options > 1000 && refused - options > 1000)
  }

  @Test func `a table that would be too large says that it is not complete`() {
    var round = smallRound()
    round.sessions[0].sectors = [sector("0711"), sector("0712"), sector("0713")]
    round.participants[0].sectors = [sector("0713")]
    round.participants.append(round.participants[0])
    round.applications.append(Application(id: "bo-m1", participant: 1, stream: 0))
    #expect(OptionTable(round, most: 6).isComplete)
    let table = OptionTable(round, most: 2)
    #expect(!table.isComplete && table.options.count == 3)
    #expect(table.range(ofApplication: 1).isEmpty)
  }

  @Test func `a session may offer more sectors than a word has bits`() {
    var round = smallRound()
    round.sessions[0].sectors = (100..<300).map { Sector(number: $0) }
    round.participants[0].sectors = [sector("0163"), sector("0170"), sector("0299")]
    round.settings.minSectorMatch = .exact
    #expect(OptionTable(round).options.map(\.sector.code) == ["0163", "0170", "0299"])
    round.settings.minSectorMatch = .narrow
    #expect(OptionTable(round).options.count == 30)
    round.settings.minSectorMatch = .broad
    #expect(OptionTable(round).options.count == 200)
  }
}
