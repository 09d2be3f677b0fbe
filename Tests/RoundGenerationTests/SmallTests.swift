import MobilityModel
import RoundGeneration
import TestSupport
import Testing

@Suite struct SmallTests {
  @Test func `sizes stay in their ranges`() {
    for seed in 1...200 as ClosedRange<UInt64> {
      let small = GeneratedRound.make(profile: .small, seed: seed)
      #expect((20...120).contains(small.rows("applications").count))
      let tiny = GeneratedRound.make(profile: .tiny, seed: seed)
      #expect((3...7).contains(tiny.rows("applications").count))
      #expect((2...4).contains(tiny.rows("sessions").count))
    }
  }

  @Test func `a few hundred seeds cover every feature`() {
    var seen: [String: Int] = [:]
    func note(_ feature: String, _ isThere: Bool) { if isThere { seen[feature, default: 0] += 1 } }
    for seed in 1...200 as ClosedRange<UInt64> {
      let round = GeneratedRound.make(profile: .small, seed: seed)
      for table in ["rules", "locks", "stays", "twins", "placements", "limits"] {
        note(table, !round.rows(table).isEmpty)
      }
      for limit in round.records("limits") {
        let kind = limit["kind"].flatMap { $0.isEmpty ? "hard" : $0 } ?? ""
        note("\(kind) \(limit["measure"] ?? "")", true)
        note("floor of \(kind)", limit["min"]?.isEmpty == false)
        note("each", limit["each"]?.isEmpty == false)
      }
      let wishes = round.records("applications")
      note("groups", wishes.contains { $0["group"]?.isEmpty == false })
      note("leaders", wishes.contains { $0["role"] == "leader" })
      note("several streams", Set(wishes.map { $0["participant"] }).count < wishes.count)
      note("minimums", round.column("min_people", of: "sessions").contains { !$0.isEmpty })
      note("unbounded", round.column("max_people", of: "sessions").contains { $0.isEmpty })
      for lock in round.records("locks") { note(lock["effect"] ?? "", true) }
      note(round.records("settings").first { $0["setting"] == "objective" }?["value"] ?? "", true)
    }
    let measures = ["people", "days", "euros"]
    let expected =
      measures.map { "hard " + $0 } + measures.map { "or_none " + $0 }
      + measures.map { "soft " + $0 } + ["hard at_once", "or_none at_once", "floor of hard"]
      + ["rules", "locks", "stays", "twins", "placements", "limits", "each", "groups", "leaders"]
      + ["several streams", "minimums", "unbounded", "lock", "forbid"]
    for feature in expected { #expect(seen[feature, default: 0] >= 8, "\(feature)") }
    #expect(seen["soft at_once"] == nil)
    #expect(seen.keys.count { $0.contains("|") } >= 8)
  }

  @Test func `tiny rounds have few enough plans to look at each`() throws {
    var largest = 0
    var withChoice = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      let round = try #require(GeneratedRound.make(profile: .tiny, seed: seed).round)
      let options = OptionTable(round)
      let plans = round.applications.indices.reduce(1) {
        $0 * (options.range(ofApplication: $1).count + 1)
      }
      largest = max(largest, plans)
      if plans > 8 { withChoice += 1 }
    }
    #expect(largest <= 200_000, "\(largest)")
    #expect(withChoice >= 170, "\(withChoice)")
  }
}
