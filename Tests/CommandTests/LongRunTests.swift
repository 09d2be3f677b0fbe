import Foundation
import Glibc
import Testing

@Suite struct LongRunTests {
  @Test func `Ctrl-C and a request to terminate give the best plan so far`() throws {
    let scratch = try Scratch()
    let round = try LongRound.write(to: scratch, "round")
    for signal in [SIGINT, SIGTERM] {
      let terminal = try PseudoTerminal()
      try terminal.start(["allocate", round, "-o", scratch.path("out\(signal)")])
      #expect(terminal.wait(for: "targets  value"), "\(terminal.text)")
      // Twice, as `timeout` does.
      terminal.send(signal)
      terminal.send(signal)
      #expect(terminal.finish() == 2)
      #expect(terminal.text.contains("feasible") && terminal.text.contains("stopped"))
      try expectSound("out\(signal)", of: round, in: scratch)
    }
  }

  @Test func `a time limit gives the best plan so far`() throws {
    let scratch = try Scratch()
    let round = try LongRound.write(to: scratch, "round")
    // A slow machine may need longer for its first plan.
    var status: Int32 = 4
    for limit in ["1", "8", "64"] where status == 4 {
      let run = try Vetmatch.run(
        "allocate", round, "-o", scratch.path("out"), "--time-limit", limit)
      status = run.status
    }
    #expect(status == 2)
    try expectSound("out", of: round, in: scratch)
  }

  @Test func `a limit that leaves no time for a plan writes nothing`() throws {
    let scratch = try Scratch()
    let round = try LongRound.write(to: scratch, "round")
    let run = try Vetmatch.run(
      "allocate", round, "-o", scratch.path("out"), "--time-limit", "0", "--json")
    #expect(run.status == 4)
    #expect(run.json?["status"] as? String == "unknown")
    #expect(!scratch.exists("out"))
  }

  @Test func `on a terminal there are colours and a line of progress that goes away`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    let terminal = try PseudoTerminal()
    try terminal.start(["allocate", round, "-o", scratch.path("out")])
    #expect(terminal.finish() == 0)
    #expect(terminal.text.contains("\u{1B}[32moptimal\u{1B}[0m"))
    #expect(terminal.text.contains("setting up"))
    #expect(terminal.text.contains("\r\u{1B}[2K\u{1B}[1m"), "the line is cleared first")
    let lines = terminal.text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
  }

  @Test func `NO_COLOR and --quiet are respected on a terminal`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    let plain = try PseudoTerminal()
    try plain.start(
      ["verify", round, Vetmatch.conformance("10-leaders") + "/applications.csv"],
      environment: ["NO_COLOR": "1"])
    #expect(plain.finish() == 65)
    #expect(!plain.text.contains("\u{1B}"))
    let quiet = try PseudoTerminal()
    try quiet.start(["allocate", round, "-o", scratch.path("out"), "--quiet"])
    #expect(quiet.finish() == 0)
    #expect(quiet.text.isEmpty)
  }

  private func expectSound(_ folder: String, of round: String, in scratch: Scratch) throws {
    let verdict = try Vetmatch.run(
      "verify", round, scratch.path("\(folder)/placements.csv"), "--json")
    #expect(verdict.status == 0)
    let summary = try #require(
      JSONSerialization.jsonObject(with: scratch.bytes("\(folder)/summary.json"))
        as? [String: Any])
    #expect(summary["status"] as? String == "feasible")
    #expect(summary.tierValues == verdict.json?.tierValues)
    let tier = try #require((summary["tiers"] as? [[String: Any]])?.first)
    let (value, bound) = (tier["value"] as? Int, tier["bound"] as? Int)
    #expect(tier["proven"] as? Bool == false)
    #expect(try #require(bound) < #require(value))
  }
}
