import Testing

/// What a bundle says where the search for a better plan is stopped, and where none is needed.
@Suite struct BundleSearchTests {
  private let scratch: Scratch
  private let round: String
  private let out: String
  private let proof: String

  init() throws {
    scratch = try Scratch()
    (round, out, proof) = (scratch.path("round"), scratch.path("out"), scratch.path("proof"))
    let made = try Vetmatch.run("generate", "--profile", "small", "--seed", "2", "-o", round)
    #expect(made.status == 0)
    #expect(try Vetmatch.run("allocate", round, "-o", out, "--proof", proof).status == 0)
  }

  private func bundle(_ name: String, _ more: String...) throws -> CommandRun {
    try Vetmatch.run(["bundle", round, out, "-o", scratch.path(name), "--json"] + more)
  }

  @Test func `a search that is stopped leaves the outcome open`() throws {
    #expect(try bundle("whole").status == 0)
    let run = try Vetmatch.run("verify", scratch.path("whole"), "--time-limit", "0", "--json")
    #expect(run.status == 2 && run.json?["status"] as? String == "open", "\(run.output)")
    // One that was made without a search says less, and says so again.
    #expect(try bundle("hasty", "--time-limit", "0").status == 2)
    let again = try Vetmatch.run("verify", scratch.path("hasty"))
    #expect(again.status == 0 && again.output.contains("note: the plan is proven"))
  }

  @Test func `a proof says all that a search says, whatever the limit of time`() throws {
    #expect(try bundle("whole").status == 0)
    let proven = try bundle("proven", "--proof", proof, "--time-limit", "0")
    #expect(proven.status == 0 && proven.json?["status"] as? String == "optimal", "\(proven)")
    let notes = try #require(proven.json?["notes"] as? [String])
    #expect(notes.contains { $0.hasSuffix("so nothing was searched") })
    #expect(try scratch.text("proven/outcome.csv") == scratch.text("whole/outcome.csv"))
    #expect(try Vetmatch.run("verify", scratch.path("proven"), "--time-limit", "0").status == 0)
  }
}
