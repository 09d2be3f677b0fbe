import ArgumentParser
import MobilityModel

struct Mechanisms: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what each mechanism makes of a round: the price of fairness.",
    usage: """
      vetmatch mechanisms <round> [--equal-over <column>] [--time-limit <seconds>]
                          [--output <folder>]
                          [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      Makes the plan of each mechanism of allocate, has it audited, and shows side by side how many \
      are placed, with which points and choices, how much envy and how many wasted seats are left, \
      what is missed of targets, how far people travel, and the smallest share that is placed of \
      any --equal-over (of countries, unless another column is named). \
      docs/mechanisms.md defines them.

      EXAMPLES
        vetmatch mechanisms datasets/intervet --time-limit 60
        vetmatch mechanisms datasets/intervet --equal-over organisation -o compared

      Exit code 0 if every plan is proven to be what its mechanism asks for, 2 if --time-limit, \
      which each mechanism has for itself, stopped one of them, 3 if no plan keeps the hard rules, \
      65 if a table is wrong, 66 if the round does not exist, 73 if the table cannot be written.
      """)

  @OptionGroup var round: RoundArgument
  @OptionGroup var key: EqualOverOption
  @OptionGroup var timeLimit: TimeLimitOption

  @ArgumentParser.Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder for the same as mechanisms.csv.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func validate() throws {
    if let output { try refuseEmpty(output, "--output") }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let input = try round.read(files, names)
      let run = ComparisonRun(
        input: input, key: try key.key(in: input.round), timeLimit: timeLimit.seconds,
        progress: ProgressLine(isShown: !format.json))
      let report = try run.report(writingTo: output)
      try console.show(report)
      return report.status
    }
  }
}
