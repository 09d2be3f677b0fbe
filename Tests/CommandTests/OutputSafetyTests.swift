import Foundation
import Testing

@Suite struct OutputSafetyTests {
  let round = Vetmatch.conformance("01-seats-and-points")

  @Test func `a file where the output folder should be ends with 73 and stays`() throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "out")
    let run = try Vetmatch.run("allocate", round, "-o", scratch.path("out"))
    #expect(run.status == 73)
    #expect(run.errors.contains("out"))
    #expect(try scratch.text("out") == "mine")
  }

  @Test func `a folder in the place of a result ends with 73, and what stood there stays`() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "out/placements.csv")
    try scratch.write("", to: "out/summary.json/keep")
    let run = try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "--json")
    #expect(run.status == 73)
    #expect(run.json?["status"] as? String == "output")
    #expect(try scratch.text("out/placements.csv") == "old")
    #expect(try scratch.names(in: "out") == ["placements.csv", "summary.json"])
  }

  @Test func `a folder that cannot be made ends with 73`() throws {
    let run = try Vetmatch.run("allocate", round, "-o", "/proc/vetmatch/out")
    #expect(run.status == 73)
  }

  @Test func `a disk that fills up ends with 73, and what stood there stays`() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "out/placements.csv")
    // A limit on the size of files stands in for a full disk.
    let command = "'\(Vetmatch.executable.path)' allocate '\(round)' -o '\(scratch.path("out"))'"
    let run = try Vetmatch.shell("trap '' XFSZ; ulimit -f 0; exec \(command)")
    #expect(run.status == 73)
    #expect(try scratch.text("out/placements.csv") == "old")
    #expect(try scratch.names(in: "out") == ["placements.csv"])
  }

  @Test func `results never go into the round's own folder`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "22-replan-with-few-changes", as: "round")
    let before = try scratch.names(in: "round")
    let published = try scratch.text("round/placements.csv")
    for folder in [round, round + "/", round + "/../round"] {
      let run = try Vetmatch.run("allocate", round, "-o", folder)
      #expect(run.status == 73, "\(folder)")
      #expect(run.errors.contains("own folder"))
    }
    #expect(try scratch.names(in: "round") == before)
    #expect(try scratch.text("round/placements.csv") == published)
  }

  @Test func `a plan that was written can be the next round's published plan`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "22-replan-with-few-changes", as: "round")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 0)
    try scratch.write(try scratch.text("out/placements.csv"), to: "round/placements.csv")
    let again = try Vetmatch.run("allocate", round, "-o", scratch.path("again"), "--json")
    #expect(again.status == 0, "\(again.output)")
    #expect(again.json?.tierValues?["changes"] == 0)
    #expect(
      try scratch.bytes("out/placements.csv") == scratch.bytes("again/placements.csv"))
  }

  @Test func `a second run replaces the first one's results and nothing else`() throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "out/notes.txt")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 0)
    let first = try scratch.text("out/placements.csv")
    try scratch.write("changed by hand", to: "out/placements.csv")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 0)
    #expect(try scratch.text("out/placements.csv") == first)
    #expect(try scratch.text("out/notes.txt") == "mine")
  }
}
