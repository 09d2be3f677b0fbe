import Audit
import Foundation
import MobilityModel
import Planning
import RoundFiles
import Testing

@Suite struct DataSetTests {
  @Test func `options and refusals of the contract's rounds are its own`() throws {
    let sets = try DataSet.all("conformance")
    #expect(sets.count >= 28)
    for set in sets {
      let round = set.round
      #expect(OptionTable(round).options.count == set.expected.options, "\(set.name)")
      let expected = try #require(set.expected.refusals)
      #expect(Set(refusals(of: round)) == Set(expected), "\(set.name)")
      #expect(refusals(of: round).count == expected.count, "\(set.name)")
    }
  }

  /// Every option of the same stream that is refused, with the code.
  private func refusals(of round: Round) -> [[String]] {
    let eligibility = Eligibility(round)
    var refusals: [[String]] = []
    for (place, application) in round.applications.enumerated() {
      for (session, dated) in round.sessions.enumerated() where dated.stream == application.stream {
        for sector in eligibility.placeSectors(application: place, session: session) {
          let refusal = eligibility.refusal(application: place, session: session, sector: sector)
          guard let refusal else { continue }
          refusals.append([application.id, dated.id, sector.code, refusal.code])
        }
      }
    }
    return refusals
  }

  @Test func `the contract's rounds are solved to their values, and the audit agrees`() throws {
    for set in try DataSet.all("conformance") { try expectOptimum(of: set) }
  }

  /// Rounds that take a debug build longer than a test should.
  private static let slow: Set = ["gap-gap8-1", "orlib-assign100"]

  @Test func `published instances are solved to their optima`() throws {
    for set in try DataSet.all("published") where !Self.slow.contains(set.name) {
      try expectOptimum(of: set)
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["SLOW_TESTS"] != nil))
  func `large published instances are solved to their optima`() throws {
    for set in try DataSet.all("published") where Self.slow.contains(set.name) {
      try expectOptimum(of: set)
    }
  }
}

/// Solves a round, and has the values and the plan checked.
func expectOptimum(of set: DataSet) throws {
  let outcome = try Allocator(round: set.round).allocate()
  if set.expected.status == "infeasible" {
    guard case .infeasible(let found) = outcome else {
      Issue.record("\(set.name): \(outcome)")
      return
    }
    let areMinimal = found.clashes.allSatisfy { $0.isMinimal && !$0.parts.isEmpty }
    #expect(areMinimal)
    #expect(found.relief != nil)
    return
  }
  guard case .optimal(let allocation) = outcome else {
    Issue.record("\(set.name): \(outcome)")
    return
  }
  let values = allocation.tiers.filter { $0.tier != .draw }.map { ($0.tier.rawValue, $0.value) }
  let expected = try #require(set.expected.values ?? set.expected.tiers)
  #expect(Dictionary(uniqueKeysWithValues: values) == expected, "\(set.name)")
  guard case .sound(let audited) = Auditor(round: set.round).audit(allocation.plan.placements)
  else {
    Issue.record("\(set.name): the audit rejects the plan")
    return
  }
  #expect(audited.map(\.value) == allocation.tiers.map(\.value), "\(set.name)")
}
