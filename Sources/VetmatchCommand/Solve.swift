import ArgumentParser

struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Solve models from MPS files, tier by tier.",
    usage: """
      vetmatch solve <model> ... [--output <file>]
                     [--time-limit <seconds>] [--threads <n>] [--json]
      """,
    discussion: """
      A model has integer columns with both bounds and whole-number coefficients. Several models \
      with the same columns and rows are tiers: the second one only decides among the answers \
      that are best in the first, and so on. docs/mps.md describes what is read.

      The answer is checked against the rows as they were read before anything is printed. \
      --output gets a table of all columns that are not 0.

      EXAMPLES
        vetmatch solve models/1-filled.mps
        vetmatch solve models/1-filled.mps models/2-targets.mps --output answer.csv

      Exit code 0 if every tier is proven, 2 if a limit stopped the proof, 3 if no values keep \
      the rows, 4 if a limit stopped the search before any were found, 65 if a model is wrong or \
      of another shape, 66 if one does not exist, 73 if the answer cannot be written.
      """)

  @Argument(
    help: ArgumentHelp("The models: MPS files, the first tier first.", valueName: "model"),
    completion: .file(extensions: ["mps"]))
  var models: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file for the answer.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var format: FormatOption

  func validate() throws {
    for model in models { try refuseEmpty(model, "<model>") }
    if let output { try refuseEmpty(output, "--output") }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let run = SolveRun(
        paths: models, timeLimit: timeLimit.seconds, threads: threads.threads,
        progress: ProgressLine(isShown: !format.json))
      let report = try run.report(writingTo: output)
      try console.show(report)
      return report.status
    }
  }
}
