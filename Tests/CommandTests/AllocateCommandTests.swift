import Foundation
import Testing

@Suite struct AllocateCommandTests {
  static let exitCodes = ["optimal": 0, "feasible": 2, "infeasible": 3]

  @Test func `every round of the contract ends as it says, and verify agrees`() throws {
    let scratch = try Scratch()
    for name in try Vetmatch.conformanceNames() {
      let round = Vetmatch.conformance(name)
      let expected = try Vetmatch.expected(name)
      let status = try #require(expected["status"] as? String, "\(name)")
      let run = try Vetmatch.run("allocate", round, "--output", scratch.path(name), "--json")
      #expect(run.status == Self.exitCodes[status].map { Int32($0) }, "\(name): \(run.errors)")
      #expect(run.json?["status"] as? String == status, "\(name)")
      guard status == "optimal" else {
        #expect(!scratch.exists(name), "\(name): nothing is written")
        continue
      }
      #expect(run.output == (try scratch.text("\(name)/summary.json")), "\(name)")
      let values = try #require(run.json?.tierValues, "\(name)")
      for (tier, value) in expected["values"] as? [String: Int] ?? [:] {
        #expect(values[tier] == value, "\(name): \(tier)")
      }
      let check = try Vetmatch.run(
        "verify", round, scratch.path("\(name)/placements.csv"), "--json")
      #expect(check.status == 0, "\(name)")
      #expect(check.json?.tierValues == values, "\(name)")
    }
  }

  @Test func `what is written starts with the columns of the contract`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("11-one-person-two-streams")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 0)
    #expect(
      try scratch.names(in: "out") == [
        "placements.csv", "reserves.csv", "summary.json", "unplaced.csv",
      ])
    for (file, columns) in [
      ("placements.csv", "application,session,sector,"), ("unplaced.csv", "application,"),
      ("reserves.csv", "session,rank,application,"),
    ] {
      let text = try scratch.text("out/\(file)")
      #expect(text.hasPrefix(columns), "\(file)")
      #expect(!text.contains("\r"), "\(file)")
    }
  }

  @Test func `a clash is told by the rules that clash, with 3 and nothing written`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("24-locked-out")
    let text = try Vetmatch.run("allocate", round, "-o", scratch.path("out"))
    #expect(text.status == 3)
    #expect(text.output.contains("lock:p0-m1") && text.output.contains("max_people:a"))
    let run = try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "--json")
    #expect(run.json?["minimal"] as? Bool == true)
    let clash = try #require(run.json?["clash"] as? [[String: Any]])
    #expect(clash.count == 4)
    let rows = clash.compactMap { $0["rows"] as? [[String: Any]] }.flatMap { $0 }
    #expect(
      rows.map { "\($0["file"] ?? ""):\($0["row"] ?? "")" } == [
        "locks.csv:2", "locks.csv:3", "locks.csv:4", "sessions.csv:2",
      ])
    #expect(text.output.contains("lock:p0-m1  locks.csv:2"))
    #expect(run.json?["relief"] as? [String] == ["lock:p2-m1"])
    #expect(!scratch.exists("out"))
  }

  @Test func `quiet prints nothing, and leaves the exit code and the files`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("01-seats-and-points")
    let run = try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "--quiet")
    #expect(run.status == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
    #expect(scratch.exists("out/placements.csv"))
  }

  @Test func `numbers out of range are refused on the command line`() throws {
    let round = Vetmatch.conformance("01-seats-and-points")
    let wrong = [
      ["--time-limit", "-1"], ["--time-limit", "soon"], ["--time-limit", "nan"], ["--gap", "2"],
      ["--gap", "-0.1"], ["--gap", "nan"], ["--quiet", "--json"],
    ]
    for arguments in wrong {
      let run = try Vetmatch.run(["allocate", round, "-o", "/nonexistent"] + arguments)
      #expect(run.status == 64, "\(arguments)")
    }
  }

  @Test func `a round that is wrong or not there writes nothing`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.append("x,nobody,m1,,,,,1,\n", to: "round/applications.csv")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out")).status == 65)
    #expect(
      try Vetmatch.run("allocate", scratch.path("none"), "-o", scratch.path("out")).status == 66)
    #expect(!scratch.exists("out"))
  }

  @Test func `nobody under way prints colours or moves a cursor where there is no terminal`() throws
  {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    let run = try Vetmatch.run("allocate", round, "-o", scratch.path("out"))
    #expect(run.errors.isEmpty)
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\r"))
  }
}

extension [String: Any] {
  /// Value by tier, of a summary or a verdict.
  var tierValues: [String: Int]? {
    guard let tiers = self["tiers"] as? [[String: Any]] else { return nil }
    let pairs = tiers.compactMap { tier in
      (tier["tier"] as? String).flatMap { name in (tier["value"] as? Int).map { (name, $0) } }
    }
    return [String: Int](pairs) { first, _ in first }
  }
}
