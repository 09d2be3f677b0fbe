import Foundation
import Testing

/// What commands other than `check` say of how a round was read.
@Suite struct ReadingNotesTests {
  /// A round with a school whose name was saved in Windows-1250, and a plan of it.
  private func round(_ scratch: Scratch) throws -> (round: String, plan: String) {
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let plan = scratch.path("plan")
    #expect(try Vetmatch.run("allocate", round, "-o", plan).status == 0)
    let text = "organisation,name,country,city,latitude,longitude\n"
    let rows = try scratch.text("round/organisations.csv").replacing("Tehnička škola", with: "#")
      .replacing("ë", with: "e")
      .split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(rows.contains("#") && rows.allSatisfy(\.isASCII))
    let name = try #require("Škola Đorđa Šćepanovića".data(using: .windowsCP1250))
    let parts = rows.split(separator: "#", maxSplits: 1)
    var bytes = Data(text.utf8) + Data(parts[0].utf8) + name
    bytes += Data((parts.dropFirst().first ?? "").utf8)
    try bytes.write(to: URL(filePath: round + "/organisations.csv"))
    return (round, plan)
  }

  @Test func `every command that reads a round says which encoding it was taken for`() throws {
    let scratch = try Scratch()
    let (round, plan) = try round(scratch)
    let commands = [
      ["allocate", round, "-o", scratch.path("out")], ["verify", round, plan],
      ["mobilities", round, plan, "-o", scratch.path("list.csv")], ["fairness", round, plan],
      ["report", round, plan, "-o", scratch.path("page.html")],
      ["convert", round, "-o", scratch.path("round.xlsx")], ["compare", round, plan, plan],
      ["export", round, "-o", scratch.path("models")],
    ]
    for arguments in commands {
      let run = try Vetmatch.run(arguments)
      #expect(run.status == 0, "\(arguments[0]): \(run.errors)")
      let lines = run.errors.split(separator: "\n")
      #expect(lines.count == 1, "\(arguments[0]): \(run.errors)")
      #expect(run.errors.hasPrefix("note: organisations.csv"), "\(arguments[0]): \(run.errors)")
      #expect(run.errors.contains("read as windows-1250, as in Škola"), "\(run.errors)")
    }
  }

  @Test func `a summary names the encoding, and with --json standard output is one object`() throws
  {
    let scratch = try Scratch()
    let (round, _) = try round(scratch)
    let run = try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "--json")
    let notes = try #require(run.json?["notes"] as? [[String: String]])
    #expect(
      notes == [
        ["kind": "read-encoding", "file": "organisations.csv", "read_as": "windows-1250"]
      ])
    #expect(run.errors.contains("windows-1250"))
    #expect(try scratch.text("out/summary.json") == run.output)
    let quiet = try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "--quiet")
    #expect(quiet.errors.isEmpty && quiet.output.isEmpty)
  }

  @Test func `with pseudonyms no words of the text are shown`() throws {
    let scratch = try Scratch()
    let (round, plan) = try round(scratch)
    try scratch.write("a secret for this test", to: "secret.txt")
    let run = try Vetmatch.run(
      "verify", round, plan + "/placements.csv", "--pseudonymise", scratch.path("secret.txt"))
    #expect(run.errors.contains("windows-1250"))
    #expect(!run.errors.contains("Škola"))
  }

  @Test func `other notes are counted, and a round without notes is read in silence`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let plain = try Vetmatch.run("allocate", round, "-o", scratch.path("out"))
    #expect(plain.errors.isEmpty)
    #expect(try !scratch.text("out/summary.json").contains("\"notes\""))
    try scratch.append("w1,p1,pro,,1.6.2022,,,1,\n", to: "round/applications.csv")
    let one = try Vetmatch.run("allocate", round, "-o", scratch.path("out"))
    #expect(one.errors == "note: 1 note; vetmatch check shows it\n")
    #expect(try !scratch.text("out/summary.json").contains("\"notes\""))
  }
}
