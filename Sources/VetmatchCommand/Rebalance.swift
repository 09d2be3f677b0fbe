import ArgumentParser
import Planning

struct Rebalance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say who could take the places that a country returns, and by which rule.",
    usage: """
      vetmatch rebalance <round> --from <country> [--return <n>] [--plan <plan>]
                         [--output <file>] [--threads <n>] [--time-limit <seconds>] [--json]
      """,
    discussion: """
      A quota is a limit with a max on the people of a country, or on each country's. What the \
      country does not use of its quotas goes to the others, by three rules: equal (as many to \
      each), waiting (in proportion to those who could go and have no place) and open (the \
      round's objective decides; together no more than were returned). Each is planned and proven: \
      whoever has a place in the plan keeps it.

      Without --plan the best plan of the round is found first.

      EXAMPLES
        vetmatch rebalance datasets/conformance/12-hard-limit-by-country --from XK

      Exit code 0, 1 if the plan breaks a rule, 2 if a limit of time stopped a proof, 3 if the round \
      has no plan, 64 if the country returns nothing, 65 if a table or the plan cannot be read, 66 \
      if one of them does not exist, 73 if the table cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @ArgumentParser.Option(
    help: ArgumentHelp("The country that returns places.", valueName: "country"))
  var from: String

  @ArgumentParser.Option(
    name: .customLong("return"),
    help: ArgumentHelp("At most so many of each quota; without it all unused.", valueName: "n"))
  var most: Int?

  @ArgumentParser.Option(
    help: ArgumentHelp("The plan that leaves places unused.", valueName: "plan"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var plan: String?

  @OptionGroup var table: TableFileOption

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var format: FormatOption

  func validate() throws {
    if let plan { try refuseEmpty(plan, "--plan") }
    if let most, most < 1 { throw ValidationError("--return must be 1 or more.") }
  }

  func run() async throws {
    try await Console.run(json: format.json) { console in
      let input = try round.read(files, threads: threads)
      try table.check(inputs: [round.path, plan].compactMap { $0 })
      let run = RebalanceRun(
        input, until: Interruption(timeLimit: timeLimit.seconds.map { .seconds($0) }))
      let result = try await run.result(
        from: from, most: most, plan: try plan.map { try input.soundPlan($0) },
        threads: threads.threads)
      if case .shared(let shared) = result { try table.write(shared.written) }
      let report = RebalanceReport(result: result, output: table.output)
      try console.show(report)
      return report.status
    }
  }
}
