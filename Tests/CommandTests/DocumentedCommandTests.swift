import Foundation
import MobilityModel
import Testing

/// Every command line that help texts and pages show is one that works.
@Suite struct DocumentedCommandTests {
  /// A plan has to be made before it can be verified, and a model before it can be solved.
  private static let order = [
    "generate", "template", "check", "allocate", "bundle", "verify", "replan", "explain",
    "fairness", "mechanisms", "scenario", "compare", "sweep", "value", "stress", "rebalance",
    "report", "mobilities", "draw", "twin", "convert", "export", "solve",
  ]

  @Test func `commands in help texts and on pages run as they stand`() throws {
    let scratch = try Scratch()
    try scratch.write("a secret for this test", to: "secret.txt")
    try scratch.write(
      "scenario,table,row,column,value\nmore,sessions,,max_people,*2\n", to: "ideas.csv")
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

  @Test func `commands of the programmes run one after the other, on the programmes' own rounds`()
    throws
  {
    let scratch = try Scratch()
    let commands = Self.commands(in: [try Self.page("docs/programmes.md")])
    let rounds = Set(commands.flatMap { $0 }.filter { $0.hasPrefix("datasets/") })
    #expect(rounds.count >= 5, "\(rounds)")
    for command in commands {
      let arguments = command.dropFirst().map { word in
        // Planning these takes a debug build longer than a test should.
        if command[1] == "allocate",
          ["datasets/intervet-2025", "datasets/nordic-mentoring"].contains(word)
        {
          return Vetmatch.conformance("10-leaders")
        }
        return word.hasPrefix("datasets/")
          ? Vetmatch.dataset(String(word.dropFirst("datasets/".count)))
          : stand(in: scratch, for: word)
      }
      let run = try Vetmatch.run(arguments)
      #expect(run.status == 0, "\(command.joined(separator: " ")): \(run.errors)\(run.output)")
    }
  }

  private func documented() throws -> [[String]] {
    var texts = [try Vetmatch.run("--help").output]
    for name in Self.order {
      texts.append(try Vetmatch.run(name, "--help").output)
    }
    for name in ["README.md", "docs/mps.md", "docs/twinning.md", "docs/proof-format.md"] {
      texts.append(try Self.page(name))
    }
    return Self.commands(in: texts)
  }

  private static func page(_ name: String) throws -> String {
    let page = Vetmatch.project.appendingPathComponent(name)
    return String(decoding: try Data(contentsOf: page), as: UTF8.self)
  }

  /// Command lines by their words, what a pipe does with the output left out.
  private static func commands(in texts: [String]) -> [[String]] {
    let lines = texts.joined(separator: "\n").split(separator: "\n")
    return lines.compactMap { line in
      guard
        let match = line.firstMatch(of: /^(?:  |swift run -c release )?(vetmatch [^|<]*)(?:\|.*)?$/)
      else { return nil }
      let words = match.1.split(separator: " ").map(String.init)
      // A server does not end by itself; it has tests of its own.
      return words.dropFirst().first == "serve" ? nil : words
    }
  }

  /// A small round in place of the large one, and the scratch folder in place of the working one.
  private func stand(in scratch: Scratch, for word: String) -> String {
    switch word {
    case "datasets/intervet": Vetmatch.conformance("10-leaders")
    case "datasets/conformance/21-budget": Vetmatch.conformance("21-budget")
    case "datasets/v2v/schools.csv": Vetmatch.project.appendingPathComponent(word).path
    case "datasets/conformance/12-hard-limit-by-country":
      Vetmatch.conformance("12-hard-limit-by-country")
    case "out", "made-up", "large", "models", "sum", "answer.csv", "repaired", "list.csv", "fair",
      "new", "audit", "compared", "drawn", "seed.txt", "spring.txt", "twinned", "ideas.csv",
      "changed", "more.xlsx", "diff", "sweep.csv", "part-1.csv", "part-2.csv", "value.csv", "runs",
      "proven", "b.proof", "plan.proof", "next-year.csv", "six", "with-proof":
      scratch.path(word)
    case "HASH": SHA256.hex((try? scratch.bytes("seed.txt")) ?? Data())
    case "plan.xlsx", "round.xlsx", "template.xlsx", "tables", "shared.xlsx",
      "mobilities.csv", "mobilities.xlsx", "secret.txt", "report.html", "ab.html":
      scratch.path(word)
    case "models/1-filled.mps", "models/2-targets.mps": scratch.path(word)
    case "out/placements.csv", "by-hand.csv", "old.csv", "new.csv":
      scratch.path("out/placements.csv")
    case "round": Vetmatch.conformance("10-leaders")
    case "plan.csv": scratch.path("out/placements.csv")
    case "A", "l0019-m1": "p0-m1"
    case "m1-incoma-1": "a"
    case "100000": "1000"
    default: word
    }
  }
}
