import ArgumentParser
import RoundFiles

struct Bundle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a round, a plan and all that is said of it into one folder, for an auditor.",
    usage: """
      vetmatch bundle <round> <plan> --output <folder> [--proof <file>]
                      [--time-limit <seconds>] [--delimiter <name>]
                      [--encoding <name>] [--json]
      """,
    discussion: """
      The folder holds the inputs byte for byte, the plan, its value in each tier with what no plan \
      can beat, the summary with the settings, why every application without a placement has none, \
      and the SHA-256 hash of each file. A better plan is looked for, as allocate does, unless \
      --time-limit ends that; with --proof the proof is checked instead, and nothing is searched. \
      verify runs all of it again, in three years too.

      The inputs are in it with the names of people. For a bundle without names, plan and bundle \
      the round that convert --pseudonymise writes.

      EXAMPLES
        vetmatch bundle datasets/intervet out --output audit
        vetmatch bundle round out --output with-proof --proof plan.proof
        vetmatch verify audit

      Exit code 0 if the plan is proven to be the best, 1 if it breaks a rule, 2 if it is not proven, \
      65 if a table or the plan cannot be read, 66 if one of them does not exist, 73 if the folder \
      cannot be written or is not empty.
      """)

  @OptionGroup var round: RoundArgument

  @Argument(
    help: ArgumentHelp(
      "The plan: a CSV file, a workbook, or the folder that allocate wrote.", valueName: "plan"),
    completion: .file())
  var plan: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The new folder for the bundle.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp("A file that proves the plan best, to be kept with it.", valueName: "file"),
    completion: .file())
  var proof: String?

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var format: FormatOption

  func validate() throws {
    try refuseEmpty(plan, "<plan>")
    try refuseEmpty(output, "--output")
    if let proof { try refuseEmpty(proof, "--proof") }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let run = BundleRun(
        input: try RoundInput(round.path, options: files.reading, names: nil),
        options: files.reading, plan: RoundPlace.planFile(plan),
        proof: proof, timeLimit: timeLimit.seconds, progress: ProgressLine(isShown: !format.json))
      let report = try run.report(writingTo: output)
      try console.show(report)
      return report.status
    }
  }
}
