import ArgumentParser

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the problem of a round for other solvers.",
    usage: """
      vetmatch export <round> --output <folder> [--format <name>] [--weighted]
                      [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      Writes the problem that allocate solves as free MPS: a file for each tier of the objective, \
      such as 1-filled.mps, all with the same columns and rows. To solve them in order, hold each \
      tier at its best value while the next one is solved. --weighted puts all tiers into one \
      sum instead, with weights that keep their order, where such weights stay below 2^53.

      Every tier is minimised, so what a round wants most of has a minus. docs/mps.md lists the \
      names of columns and rows.

      EXAMPLES
        vetmatch export datasets/intervet --output models
        vetmatch export datasets/conformance/21-budget --weighted --output sum

      Exit code 0, 65 if a table is wrong or the weights are too large, 66 if the round does not \
      exist, 73 if the files cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @Option(help: ArgumentHelp("The format: mps.", valueName: "name"), completion: .list(["mps"]))
  var format = ModelFormat.mps

  @Flag(help: "Write one file with the weighted sum of all tiers.")
  var weighted = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for the files.", valueName: "folder"),
    completion: .directory)
  var output: String

  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func validate() throws { try refuseEmpty(output, "--output") }

  func run() throws {
    try Console.run(json: json) { console in
      let export = ModelExport(input: try round.read(files, names), isWeighted: weighted)
      try console.show(try export.report(writingTo: output))
      return .done
    }
  }
}

/// How a problem is written.
enum ModelFormat: String, ExpressibleByArgument, CaseIterable {
  case mps
}
