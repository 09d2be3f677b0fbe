import Foundation
import Testing

@Suite struct DrawCommandTests {
  private func commit(_ scratch: Scratch, _ more: String...) throws -> CommandRun {
    try Vetmatch.run(["draw", "--commit", "--json", "--secret", scratch.path("seed")] + more)
  }

  private func reveal(_ scratch: Scratch, hash: String, _ more: String...) throws -> CommandRun {
    try Vetmatch.run(
      ["draw", "--reveal", "--json", "--secret", scratch.path("seed"), "--hash", hash] + more)
  }

  private func hash(_ run: CommandRun) throws -> String {
    try #require(run.json?["hash"] as? String)
  }

  @Test func `the hash comes first, the seed later, and the file is its owner's alone`() throws {
    let scratch = try Scratch()
    let made = try commit(scratch, "--seed", "spring")
    #expect(made.status == 0 && made.json?["new"] as? Bool == true, "\(made.errors)")
    let seed = try scratch.text("seed")
    #expect(seed.hasPrefix("spring-") && !made.output.contains(seed))
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path("seed"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let shown = try reveal(scratch, hash: try hash(made).uppercased())
    #expect(shown.status == 0 && shown.json?["draw_seed"] as? String == seed)
    let digest = try Vetmatch.shell("sha256sum < '\(scratch.path("seed"))'").output
    #expect(digest.hasPrefix(try hash(made)))
  }

  @Test func `a second commit prints the same hash and leaves the seed`() throws {
    let scratch = try Scratch()
    let first = try commit(scratch)
    let seed = try scratch.text("seed")
    let second = try commit(scratch)
    #expect(try hash(first) == hash(second) && second.json?["new"] as? Bool == false)
    #expect(try commit(scratch, "--seed", "other").status == 65)
    #expect(try scratch.text("seed") == seed)
  }

  @Test func `another seed than the published one is not shown`() throws {
    let (scratch, other) = (try Scratch(), try Scratch())
    _ = try commit(scratch)
    let run = try reveal(scratch, hash: try hash(try commit(other)))
    #expect(run.status == 1)
    #expect(!run.output.contains(try scratch.text("seed")))
  }

  @Test func `the round is written with the seed, and verify accepts it with that hash only`()
    throws
  {
    let scratch = try Scratch()
    let hash = try hash(try commit(scratch))
    let round = Vetmatch.conformance("01-seats-and-points")
    let run = try reveal(
      scratch, hash: hash, "--round", round, "--output", scratch.path("drawn"))
    #expect(run.status == 0, "\(run.errors)")
    let settings = try scratch.text("drawn/settings.csv")
    #expect(settings.contains("draw_seed,\(try scratch.text("seed"))"))
    try scratch.write("application,session,sector\n", to: "plan.csv")
    func verify(_ round: String, _ hash: String) throws -> CommandRun {
      try Vetmatch.run("verify", round, scratch.path("plan.csv"), "--draw-hash", hash, "--json")
    }
    let kept = try verify(scratch.path("drawn"), hash)
    #expect(kept.status == 0 && kept.json?["draw_kept"] as? Bool == true)
    #expect(try verify(round, hash).status == 1)
    #expect(try verify(scratch.path("drawn"), String(repeating: "0", count: 64)).status == 1)
  }

  @Test func `what is no seed, or no place for one, is told`() throws {
    let scratch = try Scratch()
    #expect(try reveal(scratch, hash: String(repeating: "0", count: 64)).status == 66)
    #expect(try reveal(scratch, hash: "12").status == 64)
    try scratch.write("7\n", to: "seed")
    #expect(try commit(scratch).status == 65)
    #expect(try scratch.text("seed") == "7\n")
    let nowhere = scratch.path("none/seed")
    #expect(try Vetmatch.run("draw", "--commit", "--secret", nowhere).status == 73)
    #expect(try Vetmatch.run("draw", "--secret", nowhere).status == 64)
    #expect(try commit(scratch, "--seed", "1e5").status == 64)
  }
}
