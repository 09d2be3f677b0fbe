import ArgumentParser
import enum MobilityModel.Level
import struct MobilityModel.TwinRules

struct TwinSchools: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "twin",
    abstract: "Find the best twins for schools of the EU and the Western Balkans.",
    usage: """
      vetmatch twin <schools> [--output <place>] [--require wish] [--require sector]
                    [--min-level <level>] [--max-km <km>] [--draw-seed <text>]
                    [--time-limit <seconds>] [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      The table has a row for each school: school (an id), side (eu or wb), and as far as they are \
      known name, country, city, latitude, longitude, sectors, languages, wishes (schools of the \
      other side, best first), twins (the most that it takes, 1 if empty), agreed and refused. \
      docs/twinning.md describes all of it.

      Best is, one after the other: most schools with a twin; the best worst rank that a school \
      gives its twin; most wishes; sectors in common; languages in common; few kilometres; a lot. \
      Every step is proven, and for each pair the best twinning without it is found.

      --output gets twins.csv, which a round can use as it is, pairs.csv with the runner-ups, \
      unmatched.csv and summary.json, or one workbook if its name ends in .xlsx.

      EXAMPLES
        vetmatch twin datasets/v2v/schools.csv
        vetmatch twin datasets/v2v/schools.csv --output twinned --require sector --min-level B1

      Exit code 0 if every tier is proven, 2 if a limit stopped the proof, 4 if it stopped the \
      search before any twinning was found, 65 if the table is wrong, 66 if it does not exist, 73 \
      if the results cannot be written.
      """)

  /// What two schools must have in common.
  enum Requirement: String, ExpressibleByArgument, CaseIterable { case wish, sector }

  @Argument(
    help: ArgumentHelp(
      "The schools: a CSV table, or a workbook with a sheet of that name.", valueName: "schools"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var path: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder for the results, or a workbook: a name that ends in .xlsx.", valueName: "place"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Twin only schools of which one wishes the other (wish), or that share a broad field (sector).",
      valueName: "what"))
  var require: [Requirement] = []

  @Option(
    help: ArgumentHelp(
      "Twin only schools that both speak some language at this level: A1 to C2, or native.",
      valueName: "level"))
  var minLevel: String?

  @Option(help: ArgumentHelp("Twin only schools that are no farther apart.", valueName: "km"))
  var maxKm: Int?

  @Option(help: ArgumentHelp("Text that keys the lot.", valueName: "text"))
  var drawSeed = ""

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var format: FormatOption

  func validate() throws {
    try refuseEmpty(path, "<schools>")
    if let output { try refuseEmpty(output, "--output") }
    if let minLevel, Level(code: minLevel) == nil {
      throw ValidationError(
        "--min-level \(minLevel.printable): expected A1, A2, B1, B2, C1, C2 or native.")
    }
    if let maxKm, maxKm < 0 { throw ValidationError("--max-km must be 0 or more.") }
  }

  private var rules: TwinRules {
    var rules = TwinRules()
    rules.needsWish = require.contains(.wish)
    rules.needsSector = require.contains(.sector)
    rules.leastLevel = minLevel.flatMap { Level(code: $0) }
    rules.mostKilometres = maxKm
    rules.drawSeed = drawSeed
    return rules
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let run = TwinRun(
        path: path, rules: rules, reading: files.reading, timeLimit: timeLimit.seconds,
        progress: ProgressLine(isShown: !format.json))
      let report = try run.report(writingTo: output)
      try console.show(report)
      return report.status
    }
  }
}
