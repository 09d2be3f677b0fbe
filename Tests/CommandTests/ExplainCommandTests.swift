import Foundation
import Testing

@Suite struct ExplainCommandTests {
  let round = Vetmatch.conformance("01-seats-and-points")

  let scratch: Scratch
  let plan: String

  /// Makes a scratch folder with the best plan of the round in it.
  init() throws {
    scratch = try Scratch()
    plan = scratch.path("out/placements.csv")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 0)
  }

  /// The id in the first row below the header.
  private func first(_ file: String) throws -> String {
    let rows = try scratch.text("out/\(file)").split(separator: "\n")
    return String(try #require(rows.dropFirst().first).split(separator: ",")[0])
  }

  @Test func `an application without a place is told what would place it, proven`() throws {
    let id = try first("unplaced.csv")
    let ample = ["--time-limit", "60"]
    let run = try Vetmatch.run(
      ["explain", round, plan, "--application", id, "--json"] + ample)
    #expect(run.status == 0, "\(run.errors)")
    let explained = try #require((run.json?["applications"] as? [[String: Any]])?.first)
    #expect(explained["placement"] is NSNull)
    let remedies = try #require(explained["remedies"] as? [[String: Any]])
    #expect(!remedies.isEmpty && explained["undecided"] as? Int == 0)
    #expect(remedies.allSatisfy { $0["proof"] as? String == "solved" })
    let text = try Vetmatch.run(["explain", round, plan, "--application", id] + ample)
    #expect(text.output.contains("what would place it") && text.output.contains("filled +"))
  }

  @Test func `a placed application sees the sessions that it could have had`() throws {
    let id = try first("placements.csv")
    let run = try Vetmatch.run("explain", round, plan, "--application", id, "--json")
    let explained = try #require((run.json?["applications"] as? [[String: Any]])?.first)
    let sessions = try #require(explained["sessions"] as? [[String: Any]])
    #expect(sessions.count { $0["held"] as? Bool == true } == 1)
    #expect((explained["remedies"] as? [Any])?.isEmpty == true)
    let person = String(id.prefix { $0 != "-" })
    #expect(
      try Vetmatch.run("explain", round, plan, "--participant", person, "--json").output
        == run.output)
  }

  @Test func `a session lists who is in and who is next, a limit what it holds`() throws {
    let session = try Vetmatch.run("explain", round, plan, "--session", "a")
    #expect(session.status == 0 && session.output.contains("instead of"), "\(session.output)")
    let capped = Vetmatch.conformance("12-hard-limit-by-country")
    #expect(try Vetmatch.run("allocate", capped, "-o", scratch.path("capped")).status == 0)
    let limit = try #require(
      try String(contentsOfFile: capped + "/limits.csv", encoding: .utf8).split(separator: "\n")
        .dropFirst().first?.split(separator: ",").first.map(String.init))
    let run = try Vetmatch.run(
      "explain", capped, scratch.path("capped/placements.csv"), "--limit", limit, "--json",
      "--time-limit", "60")
    #expect(run.status == 0, "\(run.errors)")
    let explained = try #require(run.json?["limit"] as? [String: Any])
    let units = try #require(explained["one_unit"] as? [[String: Any]])
    #expect(units.allSatisfy { $0["status"] as? String == "proven" })
  }

  @Test func `an id that is not there ends with 64 and what was probably meant`() throws {
    let run = try Vetmatch.run("explain", round, plan, "--application", "p0-m2")
    #expect(run.status == 64 && run.errors.contains("maybe p"), "\(run.errors)")
    #expect(try Vetmatch.run("explain", round, plan).status == 64)
    #expect(
      try Vetmatch.run("explain", round, plan, "--session", "a", "--limit", "x").status == 64)
  }
}
