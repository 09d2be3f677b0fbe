import Foundation
import Testing

@Suite struct UsageTests {
  @Test func `a wrong command line ends with 64 and says what is wrong`() throws {
    let wrong = [
      ["chek"], ["check"], ["check", "a", "b"], ["check", "a", "--jsn"], ["verify"],
      ["verify", "a", "b", "c"], ["verify", "a", ""], ["check", ""], ["allocate", "a"],
      ["allocate", "a", "-o", ""], ["export", "a"], ["export", "a", "-o", "b", "--format", "lp"],
      ["solve"], ["solve", "a", "--time-limit", "-1"], ["--nonsense"],
    ]
    for arguments in wrong {
      let run = try Vetmatch.run(arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.output.isEmpty, "\(arguments)")
      #expect(run.errors.contains("Usage: vetmatch"), "\(arguments)")
    }
  }

  @Test func `every subcommand has help with examples that run it`() throws {
    for name in ["check", "allocate", "verify", "bundle", "generate", "export", "solve"] {
      let run = try Vetmatch.run(name, "--help")
      #expect(run.status == 0)
      #expect(run.output.contains("EXAMPLES\n  vetmatch \(name) "))
      #expect(run.output.contains("Exit code 0"))
      let isNarrow = run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }
      #expect(isNarrow, "help of \(name) is wider than 80 characters")
    }
  }

  @Test func `the version is a number of three parts`() throws {
    let run = try Vetmatch.run("--version")
    #expect(run.status == 0)
    #expect(run.output.firstMatch(of: /^[0-9]+\.[0-9]+\.[0-9]+\n$/) != nil)
  }

  @Test func `completions are offered for three shells`() throws {
    for shell in ["bash", "zsh", "fish"] {
      let run = try Vetmatch.run("--generate-completion-script", shell)
      #expect(run.status == 0)
      #expect(run.output.contains("verify"))
    }
  }
}
