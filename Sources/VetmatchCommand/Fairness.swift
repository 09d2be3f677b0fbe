import ArgumentParser

struct Fairness: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how a plan treats countries, schools and kinds of applicants.",
    usage: """
      vetmatch fairness <round> <plan> [--by <column> ...] [--output <folder>]
                        [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      Counts who applied, could be placed and is placed, and which choice they got: by country, \
      organisation, and the columns gender, first_time and fewer_opportunities of participants.csv \
      where the round has them. Lists everybody who has a better claim to a \
      seat than the person who holds it, wants it more than what they have, and could have had it; \
      and every seat that somebody wants and could have at once. \
      docs/fairness.md says exactly what is counted.

      EXAMPLES
        vetmatch fairness datasets/intervet out/placements.csv
        vetmatch fairness datasets/intervet out/placements.csv --by nationality --output fair

      Exit code 0, or 1 if the plan breaks a rule, 65 if a table or the plan cannot be read, 66 if \
      one of them does not exist, 73 if the tables cannot be written.
      """)

  @OptionGroup var plan: PlanArguments

  @Option(help: ArgumentHelp("A further column of participants.csv.", valueName: "column"))
  var by: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder for the same as CSV tables.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func validate() throws {
    if let output { try refuseEmpty(output, "--output") }
  }

  func run() throws {
    try Console.run(json: plan.format.json) { console in
      let input = try plan.readRound()
      let keys = try FairnessRun.keys(by: by, in: input.round)
      let run = FairnessRun(input, try input.soundPlan(plan.path), by: keys)
      if let output {
        try RoundPlace.folder(output).check(inputs: [input.place.path])
        try RoundPlace.folder(output).write(files: run.files)
      }
      try console.show(FairnessReport(run: run, output: output))
      return .done
    }
  }
}
