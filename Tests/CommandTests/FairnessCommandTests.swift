import Foundation
import Testing

@Suite struct FairnessCommandTests {
  let round = Vetmatch.conformance("01-seats-and-points")

  @Test func `the best plan by points has no envy, and its shares add up`() throws {
    let scratch = try Scratch()
    #expect(try Vetmatch.run("allocate", round, "-o", scratch.path("out"), "-q").status == 0)
    let run = try Vetmatch.run(
      "fairness", round, scratch.path("out/placements.csv"), "--json", "-o", scratch.path("fair"))
    #expect(run.status == 0, "\(run.errors)")
    #expect((run.json?["envy"] as? [Any])?.isEmpty == true)
    let shares = try #require(run.json?["shares"] as? [[String: Any]])
    let countries = shares.filter { $0["by"] as? String == "country" }
    let placed = countries.compactMap { $0["placed"] as? Int }.reduce(0, +)
    let rows = try scratch.text("out/placements.csv").split(separator: "\n").count - 1
    #expect(placed == rows && rows > 0)
    #expect(try scratch.names(in: "fair") == ["envy.csv", "fairness.csv", "wasted.csv"])
  }

  @Test func `a column that is not there is refused, and so is a plan that breaks a rule`() throws {
    let scratch = try Scratch()
    try scratch.write("application,session\np0-m1,b\np1-m1,b\n", to: "plan.csv")
    let plan = scratch.path("plan.csv")
    #expect(try Vetmatch.run("fairness", round, plan).status == 1)
    #expect(try Vetmatch.run("fairness", round, plan, "--by", "shoe_size").status == 64)
  }
}
