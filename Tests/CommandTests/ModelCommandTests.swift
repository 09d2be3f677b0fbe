import Foundation
import Testing

@Suite struct ModelCommandTests {
  static let rounds = [
    "01-seats-and-points", "10-leaders", "13-soft-targets", "14-or-none-mixed-teams",
    "15-beds-at-once", "21-budget", "22-replan-with-few-changes",
    "28-group-with-leader-and-minimum",
  ]
  static let maximised: Set = ["filled", "points", "fit", "draw"]

  /// Exports a round; the paths of its models in the order of tiers.
  private func export(_ round: String, to folder: String, in scratch: Scratch) throws -> [String] {
    let run = try Vetmatch.run("export", round, "-o", scratch.path(folder), "--json")
    #expect(run.status == 0, "\(run.errors)")
    let files = try #require(run.json?["files"] as? [String])
    #expect(try scratch.names(in: folder) == files)
    return files.map { scratch.path("\(folder)/\($0)") }
  }

  @Test func `exported models are solved to the values of the round's plan`() throws {
    for name in Self.rounds {
      let scratch = try Scratch()
      let models = try export(Vetmatch.conformance(name), to: "models", in: scratch)
      let solved = try Vetmatch.run(["solve"] + models + ["--json"])
      let plan = try Vetmatch.run(
        "allocate", Vetmatch.conformance(name), "-o", scratch.path("out"), "--json")
      #expect(solved.status == 0 && plan.status == 0, "\(name): \(solved.errors)")
      let expected = try #require(plan.json?.tierValues).map { tier, value in
        (tier, Self.maximised.contains(tier) ? -value : value)
      }
      #expect(solved.json?.tierValues == Dictionary(uniqueKeysWithValues: expected), "\(name)")
    }
  }

  @Test func `the weighted sum picks what the tiers pick`() throws {
    let scratch = try Scratch()
    // Its last tier is the lot, so that one selection alone is best.
    let round = Vetmatch.conformance("18-preferences")
    let models = try export(round, to: "models", in: scratch)
    let run = try Vetmatch.run("export", round, "--weighted", "-o", scratch.path("sum"))
    #expect(run.status == 0, "\(run.errors)")
    for (file, models) in [("a", models), ("b", [scratch.path("sum/weighted.mps")])] {
      let run = try Vetmatch.run(["solve"] + models + ["-o", scratch.path(file)])
      #expect(run.status == 0 && run.output.contains("optimal"), "\(run.errors)")
    }
    #expect(try scratch.text("a") == scratch.text("b"))
    #expect(try scratch.text("a").hasPrefix("column,value\nx."))
  }

  @Test func `an infeasible round gives an infeasible model`() throws {
    for name in ["24-locked-out", "25-floor-too-high", "27-lock-without-option"] {
      let scratch = try Scratch()
      let models = try export(Vetmatch.conformance(name), to: "models", in: scratch)
      let run = try Vetmatch.run("solve", models[0], "-o", scratch.path("answer.csv"), "--json")
      #expect(run.status == 3 && run.json?["status"] as? String == "infeasible", "\(name)")
      #expect(!scratch.exists("answer.csv"))
    }
  }

  @Test func `the order of rows changes no byte of a model`() throws {
    for name in Self.rounds {
      let scratch = try Scratch()
      let round = try scratch.copy(of: name, as: "shuffled")
      for file in try scratch.names(in: "shuffled") where file.hasSuffix(".csv") {
        try scratch.reverseRows(of: "shuffled/\(file)")
      }
      let plain = try export(Vetmatch.conformance(name), to: "plain", in: scratch)
      let other = try export(round, to: "other", in: scratch)
      for (plain, other) in zip(plain, other) {
        let same =
          try Data(contentsOf: URL(filePath: plain)) == Data(contentsOf: URL(filePath: other))
        #expect(same, "\(name): \(other)")
      }
    }
  }

  @Test func `findings of every model come with file and line, and the exit code is 65`() throws {
    let scratch = try Scratch()
    try scratch.write("ROWS\n N c\n L r\nCOLUMNS\n x r 1.5\nENDATA\n", to: "one.mps")
    try scratch.write("ROWS\n N c\nENDATA\n", to: "two.mps")
    let run = try Vetmatch.run("solve", scratch.path("one.mps"), scratch.path("two.mps"), "--json")
    #expect(run.status == 65)
    let findings = try #require(run.json?["findings"] as? [[String: Any]])
    let told = findings.map { "\($0["file"] ?? ""):\($0["row"] ?? "") \($0["kind"] ?? "")" }
    #expect(told.filter { $0 == "one.mps:5 not-of-this-shape" }.count == 3)
    #expect(findings.contains { $0["file"] as? String == "two.mps" })
    let missing = try Vetmatch.run("solve", scratch.path("none.mps"))
    #expect(missing.status == 66 && missing.errors.contains("none.mps"))
  }

  @Test func `sums that leave the range are refused by the name of their row`() throws {
    let scratch = try Scratch()
    let large = "2305843009213693952"
    try scratch.write(
      "ROWS\n N c\n L wide\nCOLUMNS\n x wide \(large)\n y wide \(large)\nBOUNDS\n BV x\n BV y\n"
        + "ENDATA\n", to: "wide.mps")
    let run = try Vetmatch.run("solve", scratch.path("wide.mps"))
    #expect(run.status == 65)
    #expect(run.errors.contains("the row wide"))
  }

  @Test func `a limit of time ends with what is known`() throws {
    let scratch = try Scratch()
    let round = scratch.path("round")
    #expect(
      try Vetmatch.run("generate", "--profile", "small", "--seed", "2", "-o", round).status == 0)
    let models = try export(round, to: "models", in: scratch)
    let run = try Vetmatch.run(["solve"] + models + ["--time-limit", "0", "--json"])
    #expect([2, 4].contains(run.status), "\(run.status)")
  }

  @Test func `an answer never replaces a model, and models never go into the round`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    let names = try scratch.names(in: "round")
    #expect(try Vetmatch.run("export", round, "-o", round).status == 73)
    #expect(try scratch.names(in: "round") == names)
    let models = try export(round, to: "models", in: scratch)
    let before = try scratch.text("models/1-filled.mps")
    #expect(try Vetmatch.run("solve", models[0], "-o", models[0]).status == 73)
    #expect(try scratch.text("models/1-filled.mps") == before)
    #expect(try Vetmatch.run("solve", models[0], "-o", scratch.path("no/where.csv")).status == 73)
    #expect(try Vetmatch.run("solve", models[0], "-o", scratch.path("models")).status == 73)
  }

  @Test func `weights that are too large end with 65 and nothing written`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.write(
      "setting,value\nobjective,filled|points|fit|travel|euros|draw\npreference_scores,1000000007\n",
      to: "round/settings.csv")
    try scratch.write(
      "rate,role,host_country,min_km,max_km,euros\ntravel,,,,,999999937\n", to: "round/rates.csv")
    let run = try Vetmatch.run("export", round, "--weighted", "-o", scratch.path("out"))
    #expect(run.status == 65, "\(run.output)")
    #expect(run.errors.contains("tier"))
    #expect(!scratch.exists("out"))
  }
}
