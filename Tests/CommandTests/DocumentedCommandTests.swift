import Foundation
import Testing

/// Every command line that help texts and pages show is one that works.
@Suite struct DocumentedCommandTests {
  /// A plan has to be made before it can be verified, and a model before it can be solved.
  private static let order = [
    "generate", "template", "check", "allocate", "verify", "replan", "explain", "fairness",
    "mobilities", "convert", "export", "solve",
  ]

  @Test func `commands in help texts and on pages run as they stand`() throws {
    let scratch = try Scratch()
    try scratch.write("a secret for this test", to: "secret.txt")
    let commands = try documented()
    #expect(commands.count >= 8)
    #expect(
      Set(commands.compactMap { $0.dropFirst().first }).count == Self.order.count, "each subcommand"
    )
    for name in Self.order {
      for command in commands where command.dropFirst().first == name {
        let arguments = command.dropFirst().map { stand(in: scratch, for: $0) }
        let run = try Vetmatch.run(Array(arguments))
        #expect(run.status == 0, "\(command.joined(separator: " ")): \(run.errors)")
      }
    }
  }

  /// Command lines by their words, what a pipe does with the output left out.
  private func documented() throws -> [[String]] {
    var texts = [try Vetmatch.run("--help").output]
    for name in Self.order {
      texts.append(try Vetmatch.run(name, "--help").output)
    }
    for name in ["README.md", "docs/mps.md", "docs/proof-format.md"] {
      let page = Vetmatch.project.appendingPathComponent(name)
      texts.append(String(decoding: try Data(contentsOf: page), as: UTF8.self))
    }
    let lines = texts.joined(separator: "\n").split(separator: "\n")
    return lines.compactMap { line in
      guard
        let match = line.firstMatch(of: /^(?:  |swift run -c release )?(vetmatch [^|<]*)(?:\|.*)?$/)
      else { return nil }
      return match.1.split(separator: " ").map(String.init)
    }
  }

  /// A small round in place of the large one, and the scratch folder in place of the working one.
  private func stand(in scratch: Scratch, for word: String) -> String {
    switch word {
    case "datasets/intervet": Vetmatch.conformance("10-leaders")
    case "datasets/conformance/21-budget": Vetmatch.conformance("21-budget")
    case "out", "made-up", "large", "models", "sum", "answer.csv", "repaired", "list.csv", "fair",
      "new", "proven", "b.proof", "plan.proof":
      scratch.path(word)
    case "plan.xlsx", "round.xlsx", "template.xlsx", "tables", "shared.xlsx",
      "mobilities.csv", "mobilities.xlsx", "secret.txt":
      scratch.path(word)
    case "models/1-filled.mps", "models/2-targets.mps": scratch.path(word)
    case "out/placements.csv", "by-hand.csv": scratch.path("out/placements.csv")
    case "round": Vetmatch.conformance("10-leaders")
    case "plan.csv": scratch.path("out/placements.csv")
    case "A", "l0019-m1": "p0-m1"
    case "m1-incoma-1": "a"
    case "100000": "1000"
    default: word
    }
  }
}
