import Foundation
import Testing

@Suite struct ProofCommandTests {
  let round = Vetmatch.conformance("21-budget")

  private func proof(_ scratch: borrowing Scratch) throws -> String {
    let run = try Vetmatch.run(
      "allocate", round, "--output", scratch.path("out"), "--proof", scratch.path("proof"))
    #expect(run.status == 0)
    #expect(run.output.contains("proof written to"))
    return scratch.path("proof")
  }

  @Test func `a proof is written, and holds`() throws {
    let scratch = try Scratch()
    let run = try Vetmatch.run("verify", round, "--proof", try proof(scratch), "--json")
    #expect(run.status == 0)
    #expect(run.json?["status"] as? String == "proven")
    #expect((run.json?["changed_inputs"] as? [String])?.isEmpty == true)
    #expect((run.json?["plan"] as? [String: Any])?["status"] as? String == "sound")
  }

  @Test func `a proof of another round is refused`() throws {
    let scratch = try Scratch()
    let other = Vetmatch.conformance("01-seats-and-points")
    let run = try Vetmatch.run("verify", other, "--proof", try proof(scratch))
    #expect(run.status == 1)
    #expect(run.output.contains("another problem"))
  }

  @Test func `a proof that was cut off is refused with its line`() throws {
    let scratch = try Scratch()
    let path = try proof(scratch)
    let lines = try scratch.text("proof").split(separator: "\n")
    try scratch.write(lines.dropLast(3).map { $0 + "\n" }.joined(), to: "proof")
    let run = try Vetmatch.run("verify", round, "--proof", path)
    #expect(run.status == 1)
    #expect(run.output.contains("refused  line \(lines.count - 2)"))
  }

  @Test func `the script says the same of a proof and of a forged one`() throws {
    let scratch = try Scratch()
    let path = try proof(scratch)
    let script = "python3 \(Vetmatch.project.path)/docs/check-proof.py"
    guard try Vetmatch.shell("command -v python3").status == 0 else { return }
    let run = try Vetmatch.shell("\(script) \(path)")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("proven"))
    let text = try scratch.text("proof").replacingOccurrences(of: "\nb\n", with: "\n")
    try scratch.write(text, to: "proof")
    #expect(try Vetmatch.shell("\(script) \(path)").status == 1)
  }

  @Test func `a proof that was asked for and is not written shows in the exit code`() throws {
    let scratch = try Scratch()
    let run = try Vetmatch.run(
      "allocate", round, "--output", scratch.path("out"), "--proof", scratch.path("proof"),
      "--time-limit", "0")
    #expect(run.status == 2 || run.status == 4)
    #expect(!scratch.exists("proof"))
  }

  @Test func `a plan or a proof is given, not both and not neither`() throws {
    #expect(try Vetmatch.run("verify", round).status == 64)
    #expect(try Vetmatch.run("verify", round, "a.csv", "--proof", "b").status == 64)
    #expect(try Vetmatch.run("verify", round, "--proof", "none").status == 66)
  }
}
