import Foundation
import Testing

/// What leaves the program with `--pseudonymise` says nothing of who people are.
@Suite struct PseudonymCommandTests {
  /// A round in which everything that could tell somebody's name or id has a word of its own.
  private func round(in scratch: Scratch) throws -> String {
    let tables = [
      "organisations": "organisation,name,country\nTIA,School,AL\nBLQ,Hub,IT\n",
      "streams": "stream,kind,learners_per_leader\nm1,learner,4\n",
      "sessions": "session,stream,host,start,end,max_people\n"
        + "june,m1,BLQ,2022-06-01,2022-06-30,2\nmay,m1,BLQ,2022-05-01,2022-05-30,2\n",
      "participants": "participant,name,organisation,birth_date,sectors,email,gender\n"
        + (0..<7).map {
          "WHO\($0),NOMEN\($0),TIA,2004-01-0\($0 + 1),0713,MAIL\($0)@x,f\n"
        }.joined(),
      "applications": "application,participant,stream,role,points,group\n"
        + (0..<7).map {
          "APP\($0),WHO\($0),m1,\($0 < 5 ? "participant" : "leader"),\($0),\($0 < 2 ? "GRP1" : "")\n"
        }.joined(),
      "limits": "limit,where,who,each,measure,min,max,kind,reason\n"
        + "aim,,application=APP0|APP1,application,people,2,,soft,REASON\n"
        + "girls,,gender=f,,people,,9,hard,REASON\n",
      "rules": "rule,where,who,reason\nnot,session=may,participant=WHO4&group=,REASON\n",
      "locks": "application,effect,session,reason,author\nAPP3,forbid,may,REASON,AUTHOR\n",
    ]
    for (name, text) in tables { try scratch.write(text, to: "round/\(name).csv") }
    try scratch.write("a secret of many words\n", to: "secret")
    return scratch.path("round")
  }

  private func tells(_ text: String) -> Bool {
    ["APP", "WHO", "NOMEN", "MAIL", "GRP", "REASON", "AUTHOR"].contains { text.contains($0) }
  }

  @Test func `no output holds an id, a name or a remark`() throws {
    let scratch = try Scratch()
    let round = try round(in: scratch)
    let secret = ["--pseudonymise", scratch.path("secret")]
    let plan = scratch.path("open/placements.csv")
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("open")).status == 0)
    try scratch.write("application,session\nAPP0,june\nAPP5,june\n", to: "bad.csv")
    try scratch.write("application,session\n", to: "other.csv")
    try scratch.write(
      "scenario,table,row,column,value\nmore,sessions,,max_people,9\n", to: "more.csv")
    let runs = [
      (0, ["allocate", round, "-o", scratch.path("out")]), (0, ["verify", round, plan]),
      (1, ["verify", round, scratch.path("bad.csv")]),
      (1, ["verify", round, scratch.path("bad.csv"), "--json"]),
      (0, ["fairness", round, plan, "-o", scratch.path("out")]), (0, ["fairness", round, plan]),
      (
        0,
        [
          "replan", round, "--plan", plan, "--withdraw", "APP4", "--as-of", "2022-01-01", "-o",
          scratch.path("out"),
        ]
      ),
      (0, ["compare", round, plan, plan, "-o", scratch.path("out")]),
      (0, ["compare", round, plan, scratch.path("other.csv"), "--json"]),
      (0, ["compare", round, plan, scratch.path("other.csv"), "-o", scratch.path("out")]),
      (
        0,
        [
          "scenario", round, "more", "--scenarios", scratch.path("more.csv"), "-o",
          scratch.path("changed"),
        ]
      ),
      (0, ["explain", round, plan, "--application", "APP3"]),
      (0, ["explain", round, plan, "--session", "june", "--json"]),
      (0, ["explain", round, plan, "--limit", "girls"]),
      (0, ["export", round, "-o", scratch.path("out")]),
      (0, ["convert", round, "-o", scratch.path("shared")]),
      (0, ["mobilities", round, plan, "-o", scratch.path("out/list.csv")]),
      (0, ["report", round, plan, "-o", scratch.path("out/page.html"), "--compare", plan]),
    ]
    for (status, arguments) in runs {
      let run = try Vetmatch.run(arguments + secret)
      #expect(run.status == status, "\(arguments[0]): \(run.errors)")
      let printed = run.output.replacing(scratch.folder.path, with: "")
      #expect(!tells(printed), "\(arguments): \(printed)")
    }
    for folder in ["out", "shared", "changed"] {
      for file in try scratch.names(in: folder) {
        let text = try scratch.text("\(folder)/\(file)")
        #expect(!tells(text), "\(folder)/\(file)")
      }
    }
    let header = try scratch.text("shared/participants.csv").prefix { $0 != "\n" }
    #expect(header == "participant,organisation,sectors,gender")
  }

  @Test func `the plan is the same one, and its numbers too`() throws {
    let scratch = try Scratch()
    let round = try round(in: scratch)
    for (name, more) in [("open", []), ("out", ["--pseudonymise", scratch.path("secret")])] {
      #expect(try Vetmatch.run(["allocate", round, "-o", scratch.path(name)] + more).status == 0)
    }
    #expect(try scratch.text("open/summary.json").contains("APP"))
    let hidden = try sessions("out/placements.csv", scratch)
    #expect(try sessions("open/placements.csv", scratch) == hidden)
    let summaries = try ["open", "out"].map { name in
      try scratch.text("\(name)/summary.json").split(separator: "\n")
        .filter { !$0.contains(/"(application|reason|author)": "/) }
    }
    #expect(summaries[0] == summaries[1])
  }

  /// The sessions of a plan's placements, sorted.
  private func sessions(_ file: String, _ scratch: Scratch) throws -> [Substring] {
    try scratch.text(file).split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
      .sorted()
  }

  @Test func `a round that is shared can be planned, and has the ids of the plan that is shared`()
    throws
  {
    let scratch = try Scratch()
    let round = try round(in: scratch)
    let secret = ["--pseudonymise", scratch.path("secret")]
    #expect(
      try Vetmatch.run(["convert", round, "-o", scratch.path("s.xlsx")] + secret).status == 0)
    #expect(try Vetmatch.run(["allocate", round, "-o", scratch.path("out")] + secret).status == 0)
    let check = try Vetmatch.run(
      "verify", scratch.path("s.xlsx"), scratch.path("out/placements.csv"))
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `a clash is told without ids of people`() throws {
    let scratch = try Scratch()
    try scratch.write("a secret of many words\n", to: "secret")
    let run = try Vetmatch.run(
      "allocate", Vetmatch.conformance("24-locked-out"), "-o", scratch.path("out"),
      "--pseudonymise", scratch.path("secret"))
    #expect(run.status == 3)
    #expect(run.output.contains("lock:A-") && !run.output.contains("p0-m1"))
  }

  @Test func `a secret that is short or not there is refused`() throws {
    let scratch = try Scratch()
    let round = try round(in: scratch)
    try scratch.write("too short\n", to: "short")
    for (file, status) in [("short", 65), ("none", 66)] {
      let run = try Vetmatch.run(
        "allocate", round, "-o", scratch.path("out"), "--pseudonymise", scratch.path(file))
      #expect(run.status == Int32(status))
    }
    #expect(!scratch.exists("out"))
  }
}
