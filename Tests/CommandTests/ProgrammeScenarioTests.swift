import Foundation
import Testing

/// Scenarios that a programme's data set comes with are what its README says of them.
@Suite struct ProgrammeScenarioTests {
  private let round = Vetmatch.dataset("vet4migre")

  /// Values by tier, the lot left out.
  private func values(_ tiers: Any?) throws -> [String: Int] {
    let tiers = try #require(tiers as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: tiers.map { ($0["tier"] as? String ?? "", $0["value"] as? Int ?? 0) }
    ).filter { $0.key != "draw" }
  }

  /// How many sessions of a kind have people in a plan.
  private func attended(_ kind: String, _ plan: String) -> Int {
    let rows = plan.split(separator: "\n").dropFirst()
    let sessions = Set(
      rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] })
    return sessions.count { $0 == kind || $0.hasPrefix(kind + "-") }
  }

  @Test func `VET4MIGRE has five meetings and events by one page, six by the other`() throws {
    let scratch = try Scratch()
    let json = try Data(contentsOf: URL(fileURLWithPath: round + "/expected.json"))
    let expected = try #require(
      JSONSerialization.jsonObject(with: json) as? [String: Any])
    let known = try #require((expected["values"] ?? expected["tiers"]) as? [String: Int])
    var filled: [Int] = []
    // Outputs, the last number of a plan, are texts: nobody travels to them.
    for (name, events) in [("five-five-four", 5), ("six-six-five", 6)] {
      let place = scratch.path(name)
      let made = try Vetmatch.run("scenario", round, name, "-o", place)
      #expect(made.status == 0, "\(made.errors)")
      let run = try Vetmatch.run("allocate", place, "-o", scratch.path("out"), "--json")
      #expect(run.status == 0, "\(run.errors)")
      let plan = try scratch.text("out/placements.csv")
      let counts = ["tpm", "me", "jste"].map { attended($0, plan) }
      #expect(counts == [events, events, 1], "\(name)")
      let values = try values(run.json?["tiers"])
      if events == 5 { #expect(values == known) }
      filled.append(values["filled"] ?? 0)
    }
    #expect(filled[1] > filled[0], "\(filled)")
    #expect(try scratch.text("five-five-four/rules.csv") == text("rules.csv"))
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(round)/\(file)")), as: UTF8.self)
  }
}
