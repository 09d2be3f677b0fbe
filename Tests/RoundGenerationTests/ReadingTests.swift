import MobilityModel
import RoundFiles
import RoundGeneration
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func `every profile is read without an error`() {
    let rounds: [(Profile, ClosedRange<UInt64>)] = [
      (.intervet, 1...3), (.tight, 1...3), (.multiple(copies: 2), 1...1),
      (.scaled(people: 2_000), 1...1), (.small, 1...150), (.tiny, 1...200),
    ]
    for (profile, seeds) in rounds {
      for seed in seeds {
        let files = GeneratedRound.make(profile: profile, seed: seed).files
        switch RoundReader.read(tables: files) {
        case .round: break
        case .findings(let findings):
          Issue.record("\(profile) \(seed): \(findings.prefix(3).map(\.message))")
        case .missing: Issue.record("\(profile) \(seed): missing")
        }
      }
    }
  }

  @Test func `INTERVET gives a planner nothing to note`() {
    let files = GeneratedRound.make(profile: .intervet, seed: 1).files
    guard case .round(_, let notes) = RoundReader.read(tables: files) else {
      Issue.record("not read")
      return
    }
    #expect(notes.map(\.message) == [])
  }

  @Test func `names and sizes give the profiles`() {
    #expect(Profile(named: "intervet") == .intervet)
    #expect(Profile(named: "multiple") == .multiple(copies: 3))
    #expect(Profile(named: "scaled", size: 5_000) == .scaled(people: 5_000))
    #expect(Profile(named: "scaled", size: 999) == nil)
    #expect(Profile(named: "tiny", size: 3) == nil)
    #expect(Profile(named: "huge") == nil)
    #expect(Profile.names.allSatisfy { Profile(named: $0) != nil })
  }
}
