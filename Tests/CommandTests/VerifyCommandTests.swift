import Foundation
import Testing

@Suite struct VerifyCommandTests {
  let round = Vetmatch.conformance("01-seats-and-points")

  @Test func `a plan made by hand is worth what the contract says`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "session,application\na,p3-m1\nb,p4-m1\na,p5-m1\n", to: "by-hand.csv")
    let run = try Vetmatch.run("verify", round, scratch.path("by-hand.csv"), "--json")
    #expect(run.status == 0)
    #expect(run.json?["status"] as? String == "sound")
    let tiers = try #require(run.json?["tiers"] as? [[String: Any]])
    let expected = try #require(
      Vetmatch.expected("01-seats-and-points")["values"] as? [String: Int])
    for (tier, value) in expected {
      #expect(tiers.first { $0["tier"] as? String == tier }?["value"] as? Int == value, "\(tier)")
    }
    let text = try Vetmatch.run("verify", round, scratch.path("by-hand.csv"))
    #expect(text.status == 0)
    #expect(text.output.contains("204.00"))
  }

  @Test func `a plan has the names of columns that headers_csv of its round adds`() throws {
    let scratch = try Scratch()
    let round = try scratch.copy(of: "01-seats-and-points", as: "round")
    try scratch.write("application,Abreise\np3-m1,a\n", to: "plan.csv")
    #expect(try Vetmatch.run("verify", round, scratch.path("plan.csv")).status == 65)
    try scratch.write("table,column,header\nplacements,session,Abreise\n", to: "round/headers.csv")
    #expect(try Vetmatch.run("verify", round, scratch.path("plan.csv")).status == 0)
    let workbook = scratch.path("round.xlsx")
    #expect(try Vetmatch.run("convert", round, "--output", workbook).status == 0)
    #expect(try Vetmatch.run("verify", workbook, scratch.path("plan.csv")).status == 0)
  }

  @Test func `every broken rule is named with the placements that break it`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "application,session,sector\np0-m1,b,\np1-m1,b,\np1-m1,a,\np2-m1,a,0713\n", to: "plan.csv")
    let run = try Vetmatch.run("verify", round, scratch.path("plan.csv"), "--json")
    #expect(run.status == 1)
    let violations = try #require(run.json?["violations"] as? [[String: Any]])
    let rules = Set(violations.compactMap { $0["rule"] as? String })
    #expect(rules.isSuperset(of: ["session-max", "one-placement", "no-option"]))
    let text = try Vetmatch.run("verify", round, scratch.path("plan.csv"))
    #expect(text.status == 1)
    for word in ["session-max", "one-placement", "no-option", "p0-m1 in b", "p2-m1 in a for 0713"] {
      #expect(text.output.contains(word), "\(word) in \(text.output)")
    }
  }

  @Test func `an empty plan is sound where nobody has to be placed`() throws {
    let scratch = try Scratch()
    try scratch.write("application,session,sector\n", to: "plan.csv")
    let run = try Vetmatch.run("verify", round, scratch.path("plan.csv"))
    #expect(run.status == 0)
  }

  @Test func `a plan that cannot be read ends with 65, one that is not there with 66`() throws {
    let scratch = try Scratch()
    try scratch.write("application,session\nnobody,a\np0-m1,nowhere\n", to: "plan.csv")
    let run = try Vetmatch.run("verify", round, scratch.path("plan.csv"))
    #expect(run.status == 65)
    #expect(run.output.contains("nobody") && run.output.contains("nowhere"))
    #expect(try Vetmatch.run("verify", round, scratch.path("none.csv")).status == 66)
    #expect(try Vetmatch.run("verify", scratch.path("none"), scratch.path("plan.csv")).status == 66)
    try scratch.write("", to: "empty.csv")
    #expect(try Vetmatch.run("verify", round, scratch.path("empty.csv")).status == 65)
    // A folder is one of results, which has a plan in it.
    let folder = try Vetmatch.run("verify", round, scratch.folder.path)
    #expect(folder.status == 66 && folder.errors.contains("placements.csv"))
  }

  @Test func `a folder of results stands for the plan in it`() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    #expect(try Vetmatch.run("allocate", round, "-o", out).status == 0)
    for place in [out, out + "/"] {
      #expect(try Vetmatch.run("verify", round, place).status == 0)
      #expect(try Vetmatch.run("explain", round, place, "--session", "a").status == 0)
      let again = scratch.path("again")
      let replan = try Vetmatch.run(
        "replan", round, "--plan", place, "--as-of", "2022-01-01", "-o", again)
      #expect(replan.status == 0 && replan.output.contains("nothing changes"))
    }
  }
}
