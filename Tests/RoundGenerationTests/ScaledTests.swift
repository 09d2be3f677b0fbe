import MobilityModel
import TestSupport
import Testing

@testable import RoundGeneration

@Suite struct ScaledTests {
  @Test func `sessions grow in proportion to people`() {
    for people in [1_000, 4_000, 10_000] {
      var counts = CountingSink()
      GeneratedRound.write(profile: .scaled(people: people), seed: 1, to: &counts)
      #expect(counts.rows["sessions"] == people / 50)
      #expect(counts.rows["participants"] == people)
      let applications = counts.rows["applications", default: 0]
      #expect((people...people * 11 / 10).contains(applications))
    }
    let million = ScaledRound(people: 1_000_000, seed: 1)
    #expect(million.sessions.count == 20_000)
    #expect(Set(million.sessions.map(\.id)).count == 20_000)
  }

  @Test func `one person's choice does not grow with the round`() throws {
    for people in [4_000, 8_000] {
      let round = try #require(GeneratedRound.make(profile: .scaled(people: people), seed: 1).round)
      let options = OptionTable(round)
      let average = options.options.count / round.applications.count
      #expect((8...30).contains(average), "\(people): \(average)")
      let most = round.applications.indices.map { options.range(ofApplication: $0).count }.max()
      #expect((most ?? 0) <= 150)
      let without = round.applications.indices.count {
        options.range(ofApplication: $0).isEmpty
      }
      #expect(without * 5 < round.applications.count, "\(people): \(without)")
    }
  }

  @Test func `a person's row is the same whoever was made before`() {
    let round = ScaledRound(people: 1_000, seed: 9)
    var alone: [Departure] = []
    round.forEachDeparture { alone.append($0) }
    let forwards = alone.map { departure in round.members(of: departure).map(\.row) }
    let backwards = alone.reversed().map { departure in round.members(of: departure).map(\.row) }
    #expect(forwards == backwards.reversed())
    #expect(
      alone.map { round.wishes(of: $0).map(\.row) }
        == alone.reversed().map { round.wishes(of: $0).map(\.row) }.reversed())
  }
}
