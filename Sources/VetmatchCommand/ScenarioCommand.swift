import ArgumentParser
import struct MobilityModel.Pseudonyms
import RoundFiles

struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Write the round of a scenario.",
    usage: """
      vetmatch scenario <round> <name> --output <place> [--scenarios <file>]
                        [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      A scenario changes cells of the round's tables, shifts dates, scales numbers, adds rows and \
      deletes them. Scenarios stand in a table with the columns scenario, table, row, column and \
      value: scenarios.csv in the round's folder, or the file of --scenarios. \
      docs/scenarios.md says what they can do. What is written is a round like any other.

      EXAMPLES
        vetmatch scenario round more --scenarios ideas.csv -o changed
        vetmatch scenario round more --scenarios ideas.csv -o more.xlsx

      Exit code 0, 64 if there is no such scenario, 65 if a table or a scenario is wrong, 66 if the \
      round or the scenarios do not exist, 73 if the result cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @Argument(help: ArgumentHelp("The scenario's name.", valueName: "name"))
  var name: String

  @OptionGroup var results: ResultsOption
  @OptionGroup var source: ScenariosOption
  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func run() throws {
    try Console.run(json: format.json) { console in
      let input = try source.read(round, files, names.pseudonyms())
      let place = RoundPlace(forResultsAt: results.output)
      try place.check(inputs: [round.path] + (source.scenarios.map { [$0] } ?? []))
      let scenario = try input.scenario(name)
      // A round that cannot be read is not written.
      _ = try input.input(of: scenario)
      let tables = scenario.tables
      try console.show(
        place.write(
          round: input.base.names.map { PseudonymousTables(tables, names: $0).shown } ?? tables))
      return .done
    }
  }
}

/// Where scenarios stand.
struct ScenariosOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The table of scenarios, a CSV file or a workbook; without it the round's own.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var scenarios: String?

  func validate() throws { if let scenarios { try refuseEmpty(scenarios, "--scenarios") } }

  /// Reads the round with its scenarios.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  func read(
    _ round: RoundArgument, _ files: FileOptions, _ names: Pseudonyms? = nil
  ) throws(Ending) -> ScenarioInput {
    try ScenarioInput(
      round.path, scenarios: scenarios, options: files.reading, names: names)
  }
}

extension ScenarioInput {
  /// The scenario of a name.
  ///
  /// - Throws: `ValidationError` where there is none.
  func scenario(_ name: String) throws -> Scenario {
    if let scenario = scenarios.first(where: { $0.name == name }) { return scenario }
    let maybe = NearMiss.closest(to: name, among: scenarios.map(\.name))
    throw ValidationError(
      "There is no scenario \(name.printable)" + (maybe.map { "; maybe \($0)." } ?? "."))
  }
}
