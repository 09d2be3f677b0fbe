import ArgumentParser

struct Mobilities: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a plan as a list of mobilities for the Beneficiary Module.",
    usage: """
      vetmatch mobilities <round> <plan> --output <file>
                          [--pseudonymise <secret-file>]
                          [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      A row for each placement of a plan that keeps every rule, with those fields of the module \
      that a round knows: docs/mobilities.md lists them. The file is a workbook if its name \
      ends in .xlsx, or else CSV with semicolons, as the module's own files are. Copy the columns \
      into the module's latest template.

      EXAMPLES
        vetmatch mobilities datasets/intervet out/placements.csv -o mobilities.xlsx
        vetmatch mobilities datasets/intervet plan.xlsx -o mobilities.csv

      Exit code 0, 1 if the plan breaks a rule, 65 if a table or the plan cannot be read, 66 if \
      one of them does not exist, 73 if the file cannot be written.
      """)

  @OptionGroup var plan: PlanArguments

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file for the list.", valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var output: String

  func validate() throws {
    try refuseEmpty(output, "--output")
  }

  func run() throws {
    try Console.run(json: plan.format.json) { console in
      let input = try plan.readRound()
      let list = MobilityList(input, try input.soundPlan(plan.path))
      try list.write(to: output, inputs: [input.place.path, plan.path])
      try console.show(list.report(output))
      return .done
    }
  }
}
