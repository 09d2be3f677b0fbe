import Audit
import MobilityModel
import TestSupport
import Testing

/// Worked examples of the values of tiers.
@Suite struct TierTests {
  @Test func `leaders count in travel and euros, and in nothing else that is summed`() {
    var example = WorkedRound()
    example.round.streams[0].weight = 3
    example.round.streams[0].learnersPerLeader = 2
    example.round.organisations[0].coordinates = Coordinates(latitude: 0, longitude: 1)
    example.round.organisations[2].coordinates = Coordinates(latitude: 0, longitude: 0)
    example.round.applications[0].points = 250
    example.round.applications[1].role = .leader
    example.round.applications[1].points = 100
    example.round.applications[0].preferences = [.host(0)]
    example.round.applications[1].preferences = [.host(0)]
    example.round.rates = [Rate(kind: .travel, euros: 180)]
    example.round.settings.objective = [.euros, .travel, .fit, .points, .filled]
    // A degree of the equator is 2 pi 6371.0088 / 360 = 111.195 km.
    let expected: [TierValue] = [
      TierValue(tier: .euros, value: 360), TierValue(tier: .travel, value: 222),
      TierValue(tier: .fit, value: 100), TierValue(tier: .points, value: 250),
      TierValue(tier: .filled, value: 3),
    ]
    #expect(example.audit(example.plan("a s", "b s")) == .sound(expected))
  }

  @Test func `changes are published placements that are elsewhere now or gone`() {
    var example = WorkedRound()
    example.round.settings.objective = [.changes]
    example.round.sessions[0].sectors = [Sector(number: 713), Sector(number: 714)]
    for (application, session) in [(0, 0), (1, 0), (2, 1)] {
      let placement = PublishedPlacement(
        application: application, session: session,
        sector: session == 0 ? Sector(number: 713) : .none)
      example.round.published.append(placement)
    }
    func changes(_ placements: String...) -> Verdict {
      example.audit(placements.flatMap { example.plan($0) })
    }
    let sound = (0...3).map { Verdict.sound([TierValue(tier: .changes, value: $0)]) }
    #expect(changes("a s 0713", "b s 0713", "c t") == sound[0])
    // Another sector of the same session is no change, nor is a new placement.
    #expect(changes("a s 0714", "b s 0713", "c t", "d t") == sound[0])
    #expect(changes("a u", "b s 0713") == sound[2])
    #expect(changes() == sound[3])
  }

  @Test func `sums that no number can hold end at the largest one`() {
    var example = WorkedRound()
    example.round.settings.objective = [.filled]
    example.round.streams[0].weight = Int.max
    let verdict = example.audit(example.plan("a s", "b s"))
    #expect(verdict == .sound([TierValue(tier: .filled, value: Int.max)]))
  }
}
