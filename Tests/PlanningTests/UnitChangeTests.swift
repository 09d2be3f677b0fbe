import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct UnitChangeTests {
  private let finder = PlanFinder { false }

  @Test func `what one unit more brings is what the best of all plans is worth then`() {
    var (tried, better) = (0, 0)
    for seed in 0..<25 as Range<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard let base = BruteForce(round).best() else { continue }
      for change in round.unitChanges {
        let changed = round.changing([change])
        let best = BruteForce(changed).best()
        guard case .best(let allocation) = finder.answer(changed) else {
          #expect(best == nil, "seed \(seed), \(change)")
          continue
        }
        #expect(allocation.tiers.map(\.value) == best?.tierValues, "seed \(seed), \(change)")
        tried += 1
        better += best?.tierValues == base.tierValues ? 0 : 1
      }
    }
    #expect(tried > 100 && better > 10, "\(tried), \(better)")
  }

  @Test func `every bound of a round has its unit, and what is not bounded has none`() {
    var round = pair()
    #expect(round.unitChanges.isEmpty)
    round.sessions[0].maxPeople = 1
    round.sessions[0].minPeople = 2
    round.sessions[0].minAge = 18
    round.sessions[0].languages = [
      LanguageSkill(code: "en", level: .b1), LanguageSkill(code: "es", level: .a1),
    ]
    var limit = Limit(id: "all")
    (limit.min, limit.max) = (1, 9)
    round.limits = [limit]
    #expect(
      round.unitChanges == [
        .ceiling(limit: 0, more: 1), .floor(limit: 0, less: 1), .seats(session: 0, more: 1),
        .minimum(session: 0, people: 1),
        .accepts(session: 0, LanguageSkill(code: "en", level: .a2)), .minAge(session: 0, 17),
      ])
  }
}
