import Foundation
import Testing

@Suite struct GenerateCommandTests {
  @Test func `every profile gives a round that check accepts, the same for the same seed`() throws {
    for profile in ["intervet", "tight", "multiple", "scaled", "small", "tiny"] {
      let scratch = try Scratch()
      var arguments = ["generate", "--profile", profile, "--seed", "7"]
      if profile == "scaled" { arguments += ["--size", "1000"] }
      if profile == "multiple" { arguments += ["--size", "2"] }
      for folder in ["one", "two"] {
        let run = try Vetmatch.run(arguments + ["-o", scratch.path(folder)])
        #expect(run.status == 0, "\(profile): \(run.errors)")
      }
      let names = try scratch.names(in: "one")
      #expect(try names == scratch.names(in: "two"))
      for name in names {
        #expect(try scratch.bytes("one/\(name)") == scratch.bytes("two/\(name)"), "\(name)")
      }
      let check = try Vetmatch.run("check", scratch.path("one"))
      #expect(check.status == 0, "\(profile): \(check.output)")
    }
  }

  @Test func `another seed gives another round, and the report counts its rows`() throws {
    let scratch = try Scratch()
    let one = try Vetmatch.run("generate", "--seed", "1", "-o", scratch.path("one"), "--json")
    #expect(one.status == 0)
    _ = try Vetmatch.run("generate", "--seed", "2", "-o", scratch.path("two"))
    #expect(
      try scratch.bytes("one/participants.csv") != scratch.bytes("two/participants.csv"))
    let tables = try #require(one.json?["tables"] as? [String: Int])
    let lines = try scratch.text("one/sessions.csv").split(separator: "\n").count
    #expect(tables["sessions"] == lines - 1)
  }

  @Test func `tables that would get into the new round are not written beside`() throws {
    let scratch = try Scratch()
    try scratch.write("participant,country,from,until\n", to: "round/stays.csv")
    let run = try Vetmatch.run(
      "generate", "--profile", "tiny", "--seed", "1", "-o", scratch.path("round"))
    #expect(run.status == 73)
    #expect(run.errors.contains("stays.csv"))
    #expect(try scratch.names(in: "round") == ["stays.csv"])
  }

  @Test func `a profile, size or seed that is none is refused`() throws {
    let wrong = [
      ["--profile", "huge", "--seed", "1"], ["--profile", "tiny", "--size", "5", "--seed", "1"],
      ["--profile", "scaled", "--size", "5", "--seed", "1"], ["--profile", "tiny"],
      ["--profile", "tiny", "--seed", "-1"], ["--profile", "tiny", "--seed", "x"],
    ]
    for arguments in wrong {
      let run = try Vetmatch.run(["generate"] + arguments + ["-o", "/nonexistent"])
      #expect(run.status == 64, "\(arguments)")
    }
  }
}
