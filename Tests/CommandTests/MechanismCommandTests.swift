import Foundation
import Testing

@Suite struct MechanismCommandTests {
  private let mechanisms = [["merit"], ["rank"], ["equal", "--equal-over", "country"]]

  @Test
  func `every mechanism has a sound plan where the contract has one, and says what it proves`()
    throws
  {
    for name in try Vetmatch.conformanceNames() {
      let scratch = try Scratch()
      let round = Vetmatch.conformance(name)
      let isInfeasible = try Vetmatch.expected(name)["status"] as? String == "infeasible"
      for mechanism in mechanisms {
        let run = try Vetmatch.run(
          ["allocate", round, "-o", scratch.path("out"), "--json", "--mechanism"] + mechanism)
        guard run.status == 0 else {
          #expect(run.status == 3 && isInfeasible, "\(name) \(mechanism): \(run.errors)")
          continue
        }
        let summary = try #require(run.json?["mechanism"] as? [String: Any])
        #expect(summary["name"] as? String == mechanism[0])
        let steps = try #require(summary["steps"] as? [[String: Any]])
        #expect(steps.allSatisfy { $0["proven"] as? Bool == true }, "\(name) \(mechanism)")
        let plan = scratch.path("out/placements.csv")
        #expect(try Vetmatch.run("verify", round, plan).status == 0, "\(name) \(mechanism)")
      }
    }
  }

  @Test func `merit leaves no envy by points, best fills most, rank has most first choices`() throws
  {
    let scratch = try Scratch()
    let seed = ["generate", "--profile", "small", "--seed", "7", "-o", scratch.path("round")]
    #expect(try Vetmatch.run(seed).status == 0)
    let run = try Vetmatch.run(
      "mechanisms", scratch.path("round"), "--json", "-o", scratch.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    let rows = try #require(run.json?["mechanisms"] as? [[String: Any]])
    func number(_ mechanism: String, _ measure: String) throws -> Double {
      let row = try #require(rows.first { $0["mechanism"] as? String == mechanism })
      return try #require(row[measure] as? Double, "\(mechanism) \(measure)")
    }
    #expect(try number("merit", "envy_points") == 0 && number("merit", "wasted") == 0)
    #expect(try number("best", "envy_points") > 0)
    for other in ["best", "merit", "equal"] {
      #expect(try number("rank", "first") >= number(other, "first"), "\(other)")
      #expect(try number("best", "placed") >= number(other, "placed"), "\(other)")
      #expect(try number("equal", "least_share") >= number(other, "least_share"), "\(other)")
    }
    let table = try scratch.text("out/mechanisms.csv").split(separator: "\n")
    #expect(table.count == 5 && table[0].hasPrefix("mechanism,over,status,placed,fewer_placed,"))
    let text = try Vetmatch.run("mechanisms", scratch.path("round"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `a run that is stopped at once says so, and a wrong name is refused`() throws {
    let scratch = try Scratch()
    let round = Vetmatch.conformance("10-leaders")
    let stopped = try Vetmatch.run("mechanisms", round, "--time-limit", "0", "--json")
    #expect(stopped.status == 2)
    let wrong = [
      ["--mechanism", "fair"], ["--mechanism", "equal"], ["--equal-over", "country"],
      ["--mechanism", "equal", "--equal-over", "shoe_size"],
    ]
    for arguments in wrong {
      let run = try Vetmatch.run(["allocate", round, "-o", scratch.path("out")] + arguments)
      #expect(run.status == 64, "\(arguments)")
    }
    #expect(!scratch.exists("out"))
    let clash = try Vetmatch.run("mechanisms", Vetmatch.conformance("25-floor-too-high"))
    #expect(clash.status == 3 && clash.output.contains("infeasible"))
  }
}
