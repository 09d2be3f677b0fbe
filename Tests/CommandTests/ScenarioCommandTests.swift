import Foundation
import Testing

@Suite struct ScenarioCommandTests {
  let scratch: Scratch
  let round: String
  let scenarios: String

  init() throws {
    scratch = try Scratch()
    round = scratch.path("round")
    scenarios = scratch.path("ideas.csv")
    let made = try Vetmatch.run("generate", "--profile", "small", "--seed", "3", "-o", round)
    #expect(made.status == 0)
    try scratch.write(
      """
      scenario,table,row,column,value
      more,sessions,,max_people,*1.5
      fewer,sessions,,max_people,*0.5
      later,sessions,,start,+200d
      later,sessions,,end,+200d
      free,limits,,,delete
      impossible,limits,nobody,,add
      impossible,limits,nobody,measure,people
      impossible,limits,nobody,min,1000

      """, to: "ideas.csv")
  }

  private func sweep(_ more: String...) throws -> CommandRun {
    try Vetmatch.run(["sweep", round, "--scenarios", scenarios] + more)
  }

  @Test func `a sweep says what solving each scenario alone says`() throws {
    let run = try sweep("--json")
    #expect(run.status == 0, "\(run.errors)\(run.output)")
    let rows = try #require(run.json?["scenarios"] as? [[String: Any]])
    #expect(rows.count == 6)
    for row in rows {
      let name = try #require(row["scenario"] as? String)
      let place = name == "base" ? round : scratch.path(name)
      if name != "base" {
        let written = try Vetmatch.run(
          "scenario", round, name, "--scenarios", scenarios, "-o", place)
        #expect(written.status == 0, "\(written.errors)")
      }
      let alone = try Vetmatch.run("allocate", place, "-o", scratch.path("out"), "--json")
      guard alone.status == 0 else {
        #expect(row["status"] as? String == "infeasible" && alone.status == 3, "\(name)")
        continue
      }
      let tiers = try #require(alone.json?["tiers"] as? [[String: Any]])
      let values = try #require(row["values"] as? [String: Int])
      #expect(row["status"] as? String == "optimal")
      for tier in tiers where tier["tier"] as? String != "draw" {
        #expect(values[tier["tier"] as? String ?? ""] == tier["value"] as? Int, "\(name)")
      }
    }
    #expect(rows.last?["status"] as? String == "infeasible")
  }

  @Test func `parts on any number of threads, put together in any order, are the same bytes`()
    throws
  {
    #expect(try sweep("-o", scratch.path("one.csv"), "--threads", "1").status == 0)
    #expect(try sweep("-o", scratch.path("three.csv"), "--threads", "3").status == 0)
    let whole = try scratch.bytes("one.csv")
    #expect(try scratch.bytes("three.csv") == whole)
    let parts = (1...4).map { scratch.path("part-\($0).csv") }
    for (number, part) in parts.enumerated() {
      #expect(try sweep("--shard", "\(number + 1)/4", "-o", part).status == 0)
    }
    let merged = try Vetmatch.run(
      ["sweep", round, "--scenarios", scenarios, "-o", scratch.path("merged.csv"), "--merge"]
        + parts.reversed())
    #expect(merged.status == 0, "\(merged.output)")
    #expect(try scratch.bytes("merged.csv") == whole)
  }

  @Test func `parts that are missing, changed or of other inputs are not put together`() throws {
    let part = scratch.path("part.csv")
    #expect(try sweep("--shard", "1/2", "-o", part).status == 0)
    let missing = try sweep("--merge", part, "-o", scratch.path("merged.csv"))
    #expect(missing.status == 65 && missing.output.contains("missing-value"))
    #expect(try sweep("--merge", scratch.path("none.csv")).status == 66)
    let text = try scratch.text("part.csv")
    try scratch.write(
      text.replacingOccurrences(of: ",optimal,0,", with: ",optimal,1,"), to: "other.csv")
    let clash = try sweep("--merge", part, scratch.path("other.csv"))
    #expect(clash.status == 65 && clash.output.contains("duplicate-id"))
    try scratch.write("application,session\na,b\n", to: "plan.csv")
    #expect(try sweep("--merge", scratch.path("plan.csv")).status == 65)
    try scratch.write(
      "scenario,table,row,column,value\nmore,sessions,,max_people,7\n", to: "ideas.csv")
    let stale = try sweep("--merge", part)
    #expect(stale.status == 65 && stale.output.contains("unknown-value"))
    #expect(!scratch.exists("merged.csv"))
  }

  @Test func `wrong words end with 64, and what is wrong with scenarios with 65`() throws {
    for wrong in [["--shard", "0/2"], ["--shard", "3/2", "-o", "x"], ["--shard", "1/2"]] {
      #expect(try Vetmatch.run(["sweep", round, "--scenarios", scenarios] + wrong).status == 64)
    }
    let unknown = try Vetmatch.run(
      "scenario", round, "mor", "--scenarios", scenarios, "-o", scratch.path("x"))
    #expect(unknown.status == 64 && unknown.errors.contains("maybe more"))
    #expect(try Vetmatch.run("scenario", round, "more", "-o", scratch.path("x")).status == 66)
    try scratch.write(
      "scenario,table,row,column,value\na,sessions,,max_people,x\nb,sessions,,min_people,y\n",
      to: "ideas.csv")
    let run = try sweep("-o", scratch.path("sweep.csv"), "--json")
    #expect(
      run.status == 65 && run.output.contains("scenario a") && run.output.contains("scenario b"))
    #expect(!scratch.exists("sweep.csv") && !scratch.exists("x"))
  }

  @Test func `a round whose own scenarios are wrong is not in order`() throws {
    try scratch.write(try scratch.text("ideas.csv"), to: "round/scenarios.csv")
    #expect(try Vetmatch.run("check", round).status == 0)
    let own = try Vetmatch.run("scenario", round, "more", "-o", scratch.path("x"))
    #expect(own.status == 0, "\(own.errors)")
    #expect(!scratch.exists("x/scenarios.csv"))
    try scratch.write(
      "scenario,table,row,column,value\na,sessions,,max_people,x\n", to: "round/scenarios.csv")
    let run = try Vetmatch.run("check", round)
    #expect(run.status == 65 && run.output.contains("scenarios.csv"))
  }

  @Test func `a plan of a scenario is compared with one of the round`() throws {
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("base")).status == 0)
    #expect(
      try Vetmatch.run(
        "scenario", round, "more", "--scenarios", scenarios, "-o", scratch.path("more")
      ).status == 0)
    #expect(
      try Vetmatch.run("allocate", scratch.path("more"), "-o", scratch.path("better")).status == 0)
    let plans = [scratch.path("base/placements.csv"), scratch.path("better/placements.csv")]
    let run = try Vetmatch.run(
      ["compare", round] + plans + [
        "--scenario", "more", "--scenarios", scenarios, "-o", scratch.path("diff"), "--json",
      ])
    #expect(run.status == 0, "\(run.output)")
    #expect(try scratch.names(in: "diff") == ["changes.csv", "counts.csv", "tiers.csv"])
    #expect((run.json?["changes"] as? [Any])?.isEmpty == false)
    // The larger sessions are not those of the round itself.
    #expect(try Vetmatch.run(["compare", round] + plans).status == 1)
    let same = try Vetmatch.run("compare", round, plans[0], plans[0])
    #expect(same.output.contains("the plans place the same people alike"))
  }

  @Test func `a simulation is the same on any number of threads, and another with another seed`()
    throws
  {
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("base")).status == 0)
    func stress(_ folder: String, _ more: String...) throws {
      let run = try Vetmatch.run(
        [
          "stress", round, scratch.path("base/placements.csv"), "--withdraw-rate", "0.1", "--runs",
          "25", "-o", scratch.path(folder),
        ] + more)
      #expect(run.status == 0, "\(run.errors)\(run.output)")
    }
    try stress("one", "--threads", "1")
    try stress("three", "--threads", "3")
    try stress("other", "--seed", "2")
    #expect(try scratch.names(in: "one") == ["runs.csv", "stress.csv", "stress.svg"])
    for file in try scratch.names(in: "one") {
      #expect(try scratch.bytes("one/\(file)") == scratch.bytes("three/\(file)"), "\(file)")
    }
    #expect(try scratch.bytes("one/runs.csv") != scratch.bytes("other/runs.csv"))
    #expect(try scratch.text("one/stress.svg").hasSuffix("</svg>\n"))
  }

  @Test func `rates must name streams, each once`() throws {
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("base")).status == 0)
    for rates in [["2"], ["0.1", "0.2"], ["month=0.1"], ["nothing=0.1", "0.1"], ["-0.1"], []] {
      let run = try Vetmatch.run(
        ["stress", round, scratch.path("base/placements.csv"), "--runs", "1", "--withdraw-rate"]
          + rates)
      #expect(run.status == 64, "\(rates)")
    }
  }
}
