import ArgumentParser
import MobilityModel
import Planning

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how two plans differ: what they are worth, who is where, and why.",
    usage: """
      vetmatch compare <round> <plan-a> <plan-b> [--scenario <name>] [--scenarios <file>]
                       [--output <folder>] [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      Shows both plans' value in every tier; everybody whom only one of them places, or who is \
      elsewhere in the other, with what is in the way of it in each plan; and how many participants \
      each places by country, host and stream. With --output the same as tables tiers.csv, \
      changes.csv and counts.csv.

      With --scenario the second plan is one of the round of that scenario.

      EXAMPLES
        vetmatch compare datasets/intervet out/placements.csv by-hand.csv
        vetmatch compare datasets/intervet out/placements.csv by-hand.csv -o diff

      Exit code 0, or 1 if a plan breaks a rule, 65 if a table or a plan cannot be read, 66 if one \
      of them does not exist, 73 if the tables cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @Argument(
    help: ArgumentHelp(
      "A plan: a CSV file, a workbook, or the folder that allocate wrote.", valueName: "plan-a"),
    completion: .file())
  var first: String

  @Argument(
    help: ArgumentHelp("Another plan.", valueName: "plan-b"), completion: .file())
  var second: String

  @ArgumentParser.Option(
    help: ArgumentHelp("The second plan is one of this scenario's round.", valueName: "name"))
  var scenario: String?

  @OptionGroup var source: ScenariosOption

  @ArgumentParser.Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder for the same as CSV tables.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func validate() throws {
    if let output { try refuseEmpty(output, "--output") }
    for plan in [first, second] { try refuseEmpty(plan, "<plan>") }
    if source.scenarios != nil, scenario == nil {
      throw ValidationError("--scenarios needs --scenario, the name of one of them.")
    }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let (before, after) = try inputs()
      let run = try CompareRun(
        before, before.soundPlan(RoundPlace.planFile(first)),
        after, after.soundPlan(RoundPlace.planFile(second)))
      if let output {
        try RoundPlace.folder(output).check(inputs: [round.path])
        try RoundPlace.folder(output).write(files: run.files)
      }
      try console.show(CompareReport(run: run, output: output))
      return .done
    }
  }

  /// The rounds of the two plans.
  private func inputs() throws -> (RoundInput, RoundInput) {
    guard let scenario else {
      let input = try round.read(files, names)
      return (input, input)
    }
    let input = try source.read(round, files, names.pseudonyms())
    return (input.base, try input.input(of: input.scenario(scenario)))
  }
}
