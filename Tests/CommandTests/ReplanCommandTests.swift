import Foundation
import Testing

@Suite struct ReplanCommandTests {
  let round = Vetmatch.conformance("01-seats-and-points")
  let scratch: Scratch
  let plan: String

  init() throws {
    scratch = try Scratch()
    plan = scratch.path("out/placements.csv")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 0)
  }

  private func replan(_ more: String...) throws -> CommandRun {
    try Vetmatch.run(
      ["replan", round, "--plan", plan, "--as-of", "2022-05-01", "-o", scratch.path("new")] + more)
  }

  /// The id in the first row below the header.
  private func firstPlaced() throws -> String {
    let rows = try scratch.text("out/placements.csv").split(separator: "\n")
    return String(try #require(rows.dropFirst().first).split(separator: ",")[0])
  }

  @Test func `a withdrawal is filled by a reserve, and the difference is written`() throws {
    let gone = try firstPlaced()
    let run = try replan("--withdraw", gone, "--json")
    #expect(run.status == 0, "\(run.errors)\(run.output)")
    let changes = try #require(run.json?["changes"] as? [[String: Any]])
    #expect(changes.map { $0["change"] as? String } == ["withdrawn", "added"])
    #expect(changes.last?["reason"] as? String == "number 1 on the list of reserves")
    #expect(
      try scratch.names(in: "new")
        == ["changes.csv", "placements.csv", "reserves.csv", "summary.json", "unplaced.csv"])
    #expect(!(try scratch.text("new/placements.csv").contains("\n\(gone),")))
    #expect(try Vetmatch.run("verify", round, scratch.path("new/placements.csv")).status == 0)
    let text = try replan("--withdraw", gone)
    #expect(text.output.contains("1 withdrawn, 1 added"))
  }

  @Test func `where nobody withdraws nothing changes`() throws {
    let run = try replan()
    #expect(run.status == 0 && run.output.contains("nothing changes"))
    #expect(
      try scratch.bytes("new/placements.csv") == scratch.bytes("out/placements.csv"))
  }

  @Test func `wrong words end with 64, and nothing is written`() throws {
    for wrong in [
      ["--withdraw", "nobody"], ["--as-of", "soon"], ["--max-moves", "-1"], ["--lead-days", "-1"],
    ] {
      let run = try Vetmatch.run(
        ["replan", round, "--plan", plan, "--as-of", "2022-05-01", "-o", scratch.path("new")]
          + wrong)
      #expect(run.status == 64, "\(wrong): \(run.output)")
    }
    #expect(!scratch.exists("new"))
  }
}
