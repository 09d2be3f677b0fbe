import ArgumentParser
import Reporting

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a plan as one page to look at, print and send on.",
    usage: """
      vetmatch report <round> <plan> --output <file> [--compare <plan>] [--by <column> ...]
                      [--lang <code>] [--pseudonymise <secret-file>]
                      [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      The page is one HTML file that needs nothing else and loads nothing: who goes where and \
      when, which choices people got, what limits bind, every session with its people and its \
      reserves, everybody without a place with the reasons, shares by group, and the hashes of all \
      inputs. It can be searched, sorted and printed. docs/report.md describes every part.

      Whether the plan is proven to be best stands in summary.json, which allocate writes beside \
      it; the page says so if the file is there and belongs to this round and this plan.

      EXAMPLES
        vetmatch report datasets/intervet out/placements.csv -o report.html
        vetmatch report datasets/intervet out/placements.csv -o report.html --lang sq
        vetmatch report datasets/intervet new.csv --compare old.csv -o ab.html

      Exit code 0, 1 if a plan breaks a rule, 65 if a table or a plan cannot be read, 66 if one of \
      them does not exist, 73 if the page cannot be written.
      """)

  @OptionGroup var plan: PlanArguments

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file for the page.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String

  @Option(
    help: ArgumentHelp("Another plan of the round, to compare with.", valueName: "plan"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var compare: String?

  @Option(help: ArgumentHelp("A further column of participants.csv.", valueName: "column"))
  var by: [String] = []

  @Option(
    help: ArgumentHelp(
      "The language of fixed texts: en, sr, bs, mk, sq or it.", valueName: "code"))
  var lang = Language.english

  func validate() throws {
    try refuseEmpty(output, "--output")
    if let compare { try refuseEmpty(compare, "--compare") }
  }

  func run() throws {
    try Console.run(json: plan.format.json) { console in
      let run = ReportRun(
        input: try plan.readRound(), plan: plan.path, other: compare, language: lang)
      try console.show(try run.write(to: output, by: by))
      return .done
    }
  }
}

extension Language: ExpressibleByArgument {
  /// The code of a language in any case.
  package init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}
