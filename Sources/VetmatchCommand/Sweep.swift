import ArgumentParser
import RoundFiles

struct Sweep: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plan every scenario of a round, and sort them by what they bring.",
    usage: """
      vetmatch sweep <round> [--scenarios <file>] [--output <file>] [--threads <n>]
                     [--shard <k/n>] [--time-limit <seconds>] [--json]
      vetmatch sweep <round> [--scenarios <file>] --merge <file> ... [--output <file>]
      """,
    discussion: """
      Finds the best plan of the round and of each scenario, proves it, and has it audited. The table \
      has a row for each: its value in every tier, how that differs from the round as it is, and how \
      many people would be added, dropped and moved. The best come first, tier by tier, without \
      the lot.

      --shard 2/8 plans the second of eight parts and writes its rows; --merge puts the parts \
      together to the same bytes that one run would have written. docs/scenarios.md has the \
      commands for GNU parallel, Slurm and Kubernetes.

      EXAMPLES
        vetmatch sweep round --scenarios ideas.csv -o sweep.csv
        vetmatch sweep round --scenarios ideas.csv --shard 1/2 -o part-1.csv
        vetmatch sweep round --scenarios ideas.csv --shard 2/2 -o part-2.csv
        vetmatch sweep round --scenarios ideas.csv --merge part-1.csv part-2.csv

      Exit code 0 if every scenario is decided, 2 if a limit of time stopped a proof, 65 if a table \
      or a scenario is wrong, 66 if an input does not exist, 73 if the table cannot be written.
      """)

  @OptionGroup var round: RoundArgument
  @OptionGroup var source: ScenariosOption

  @OptionGroup var table: TableFileOption

  @OptionGroup var threads: ThreadsOption

  @Option(help: ArgumentHelp("Plan only this part of the scenarios.", valueName: "k/n"))
  var shard: Shard?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Put together the tables of all parts.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var merge: [String] = []

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var format: FormatOption

  func validate() throws {
    if shard != nil, table.output == nil { throw ValidationError("--shard needs --output.") }
    if shard != nil, !merge.isEmpty {
      throw ValidationError("--shard and --merge exclude each other.")
    }
  }

  func run() async throws {
    try await Console.run(json: format.json) { console in
      let input = try source.read(round, files)
      try table.check(inputs: [round.path, source.scenarios].compactMap { $0 } + merge)
      let sweep = try SweepRun(input)
      let result =
        merge.isEmpty
        ? try await sweep.table(
          shard: shard, threads: threads.threads,
          until: Interruption(timeLimit: timeLimit.seconds.map { .seconds($0) }))
        : try sweep.merged(merge)
      try table.write(result.written)
      let report = SweepReport(table: result, output: table.output)
      try console.show(report)
      return report.status
    }
  }
}

/// One of several equal parts of a sweep.
struct Shard: ExpressibleByArgument {
  /// From 1 to `count`.
  var number: Int
  var count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], count <= 1_000_000,
      number >= 1, number <= count
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// One item of each `count`, so that parts are of about the same size.
  func items<Item>(of items: [Item]) -> [Item] {
    items.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
  }
}

/// How many searches run side by side.
struct ThreadsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What is done side by side; results do not depend on it.", valueName: "n"))
  var threads = Self.usual

  static let usual = ReadingOptions.usualThreads

  func validate() throws {
    if !(1...1024).contains(threads) {
      throw ValidationError("--threads must be a number from 1 to 1024.")
    }
  }
}
