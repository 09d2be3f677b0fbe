import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct TwinnerTests {
  @Test func `500 seeded instances have the best of all their twinnings`() {
    for seed in 1...500 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let (schools, rules) = TinySchools.make(&random)
      let best = TwinEnumeration(schools, rules).best
      let outcome = Twinner(schools, rules).twin()
      guard let best else {
        #expect(outcome == .infeasible, "\(seed)")
        continue
      }
      guard case .optimal(let found) = outcome else {
        Issue.record("\(seed): \(outcome)")
        continue
      }
      #expect(found.tiers.map(\.value) == best.values, "\(seed)")
      guard case .sound(let audited) = TwinAuditor(schools, rules).audit(found.pairs) else {
        Issue.record("\(seed): the audit rejects the twinning")
        continue
      }
      #expect(audited.map(\.value) == best.values, "\(seed)")
    }
  }

  @Test func `runner-ups are the best of all twinnings without the pair`() {
    var checked = 0
    for seed in 501...580 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let (schools, rules) = TinySchools.make(&random)
      let all = TwinEnumeration(schools, rules)
      let twinner = Twinner(schools, rules)
      guard case .optimal(let found) = twinner.twin() else { continue }
      for pair in found.pairs {
        let best = all.best { !$0.contains(pair) }
        #expect(values(twinner.runnerUp(without: pair)) == best?.values, "\(seed)")
        checked += 1
      }
      for school in schools.indices where !found.pairs.contains(where: { $0.has(school) }) {
        let best = all.best { $0.contains { $0.has(school) } }
        #expect(values(twinner.twinning(with: school)) == best?.values, "\(seed)")
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  private func values(_ outcome: TwinOutcome) -> [Int]? {
    guard case .optimal(let twinning) = outcome else { return nil }
    return twinning.tiers.map(\.value)
  }

  @Test func `the audit refuses what breaks a rule`() throws {
    var schools = [School(id: "a", side: .eu), School(id: "b", side: .eu)]
    schools += [School(id: "x", side: .wb), School(id: "y", side: .wb)]
    schools[0].refused = [3]
    schools[1].agreed = [2]
    let auditor = TwinAuditor(schools, TwinRules())
    func faults(_ pairs: [SchoolPair]) -> Int {
      guard case .broken(let faults) = auditor.audit(pairs) else { return 0 }
      return faults.count
    }
    let agreed = SchoolPair(eu: 1, wb: 2)
    #expect(faults([agreed]) == 0)
    #expect(faults([]) == 1, "an agreed pair is absent")
    #expect(faults([agreed, SchoolPair(eu: 0, wb: 3)]) == 1, "refused")
    #expect(faults([agreed, SchoolPair(eu: 1, wb: 3)]) == 1, "two twins for one")
    #expect(faults([agreed, agreed]) == 3, "twice, and then too many of both")
    #expect(faults([agreed, SchoolPair(eu: 2, wb: 1)]) == 1, "the wrong way round")
    #expect(faults([agreed, SchoolPair(eu: 9, wb: 2)]) == 1, "nobody")
  }

  @Test func `a hundred schools of each side are proven`() {
    var random = SplitMix64(seed: 1)
    let schools = TinySchools.many(100, &random)
    guard case .optimal(let found) = Twinner(schools, TwinRules()).twin() else {
      Issue.record("not proven")
      return
    }
    #expect(found.tiers[0].value == 200)
  }
}

/// Every twinning of a few schools, one after the other.
private struct TwinEnumeration {
  struct Valued {
    var pairs: [SchoolPair]
    /// In the tiers' own sense.
    var values: [Int]
  }

  private let all: [Valued]

  init(_ schools: [School], _ rules: TwinRules) {
    let auditor = TwinAuditor(schools, rules)
    let pairs = schools.indices(of: .eu).flatMap { eu in
      schools.indices(of: .wb).map { SchoolPair(eu: eu, wb: $0) }
    }
    all = (0..<(1 << pairs.count)).compactMap { chosen in
      let twinning = pairs.indices.filter { chosen & (1 << $0) != 0 }.map { pairs[$0] }
      guard case .sound(let values) = auditor.audit(twinning) else { return nil }
      return Valued(pairs: twinning, values: values.map(\.value))
    }
  }

  var best: Valued? { best { _ in true } }

  func best(where holds: ([SchoolPair]) -> Bool) -> Valued? {
    all.filter { holds($0.pairs) }.max { cost($1).lexicographicallyPrecedes(cost($0)) }
  }

  private func cost(_ twinning: Valued) -> [Int] {
    zip(TwinTier.allCases, twinning.values).map { $0.isMaximised ? -$1 : $1 }
  }
}

/// Made-up schools.
private enum TinySchools {
  private static let sectors = ["0713", "0714", "0721", "1013", "1015", "0613"]
  private static let languages = ["en", "it", "sr"]

  /// One to three schools of each side with a mix of everything.
  static func make(_ random: inout SplitMix64) -> ([School], TwinRules) {
    let (eu, wb) = (random.number(in: 1...3), random.number(in: 1...3))
    var schools = (0..<eu).map { School(id: "e\($0)", side: .eu) }
    schools += (0..<wb).map { School(id: "w\($0)", side: .wb) }
    for school in schools.indices {
      fill(&schools[school], &random)
      let others = Array(school < eu ? eu..<(eu + wb) : 0..<eu)
      let wished = random.shuffled(others).prefix(random.number(in: 0...3))
      schools[school].wishes = Array(wished)
      schools[school].mostTwins = random.pick([1, 1, 1, 2, 3])
      if random.happens(percent: 10) { schools[school].refused = [random.pick(others)] }
      if random.happens(percent: 8) { schools[school].agreed = [random.pick(others)] }
    }
    return (schools, rules(&random))
  }

  private static func rules(_ random: inout SplitMix64) -> TwinRules {
    var rules = TwinRules()
    rules.needsWish = random.happens(percent: 15)
    rules.needsSector = random.happens(percent: 15)
    if random.happens(percent: 15) { rules.leastLevel = .b1 }
    if random.happens(percent: 15) { rules.mostKilometres = 900 }
    rules.drawSeed = random.pick(["", "one", "two"])
    return rules
  }

  static func many(_ count: Int, _ random: inout SplitMix64) -> [School] {
    var schools = (0..<count).map { School(id: "e\(1000 + $0)", side: .eu) }
    schools += (0..<count).map { School(id: "w\(1000 + $0)", side: .wb) }
    for school in schools.indices {
      fill(&schools[school], &random)
      let others = Array(school < count ? count..<(2 * count) : 0..<count)
      schools[school].wishes = Array(random.shuffled(others).prefix(5))
    }
    return schools
  }

  private static func fill(_ school: inout School, _ random: inout SplitMix64) {
    if random.happens(percent: 80) {
      school.coordinates = Coordinates(
        latitude: Double(random.number(in: 40...60)), longitude: Double(random.number(in: 0...24)))
    }
    school.sectors = random.shuffled(sectors).prefix(random.number(in: 0...3))
      .compactMap { Sector(code: $0) }
    school.languages = random.shuffled(languages).prefix(random.number(in: 0...2))
      .map { LanguageSkill(code: $0, level: random.pick(Level.allCases)) }
  }
}
