import ArgumentParser

struct ValueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "value",
    abstract: "Say what one unit more of each limit, session and threshold would bring.",
    usage: """
      vetmatch value <round> [--output <file>] [--threads <n>] [--time-limit <seconds>]
                     [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      For every limit one more at the top and one less at the bottom; for every session one more \
      place, one less for it to run, one step less of each language that it asks for, and one year \
      less of age: what the best plan would be worth then, tier by tier, found and proven by \
      planning. What brings most comes first: where the next effort goes.

      EXAMPLES
        vetmatch value round
        vetmatch value round --output value.csv --time-limit 600

      Exit code 0 if every change is decided, 2 if a limit of time stopped a proof, 3 if the round \
      itself has no plan, 65 if a table is wrong, 66 if the round does not exist, 73 if the table \
      cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @OptionGroup var table: TableFileOption

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var format: FormatOption

  func run() async throws {
    try await Console.run(json: format.json) { console in
      let input = try round.read(files, threads: threads)
      try table.check(inputs: [round.path])
      let result = try await ValueRun(
        input, until: Interruption(timeLimit: timeLimit.seconds.map { .seconds($0) })
      ).result(threads: threads.threads)
      try table.write(result.written)
      let report = ValueReport(result: result, output: table.output)
      try console.show(report)
      return report.status
    }
  }
}
