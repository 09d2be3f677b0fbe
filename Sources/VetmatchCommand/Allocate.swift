import ArgumentParser
import Planning

struct Allocate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the best plan of a round, prove it, and write it.",
    usage: """
      vetmatch allocate <round> --output <place> [--mechanism <name>]
                        [--equal-over <column>] [--time-limit <seconds>]
                        [--gap <gap>] [--proof <file>] [--threads <n>]
                        [--delimiter <name>] [--encoding <name>] [--json]
                        [--quiet]
      """,
    discussion: """
      Writes placements.csv, unplaced.csv (each application with its reasons), reserves.csv (for \
      each session who could take a seat that comes free, in order) and summary.json into the \
      output folder, or all of them as sheets of one workbook if the output's name ends \
      in .xlsx, after an audit has checked the plan against every rule. A failure leaves what \
      stood there as it was.

      MECHANISMS
        best   the tiers of the round's objective
        merit  whoever has more points chooses first: nobody envies a person with fewer points
        rank   most first choices, then most second ones, and so on
        equal  shares of those placed that are as even as can be, by --equal-over
      The tiers decide what a mechanism leaves open. docs/mechanisms.md has the definitions; \
      the command mechanisms compares them.

      --proof writes a certificate from which anybody can check that no plan is better: verify \
      does, and so does a short script (docs/proof-format.md). It is written only where every \
      tier is proven; making it may take several times as long as finding the plan.

      Ctrl-C, a request to terminate and --time-limit end the search with the best plan so far, \
      its value and its bound in every tier. A second Ctrl-C ends at once and writes nothing.

      EXAMPLES
        vetmatch allocate datasets/intervet --output out
        vetmatch allocate datasets/intervet --output plan.xlsx
        vetmatch allocate datasets/intervet --output out --time-limit 30 --gap 0.001
        vetmatch allocate datasets/intervet --output fair --mechanism merit
        vetmatch allocate datasets/intervet --output out --json | jq .status
        vetmatch allocate round --output out --proof plan.proof

      Exit code 0 if every tier is proven, 2 if a limit stopped the proof, or the making of a \
      certificate that was asked for, 3 if no plan keeps the \
      hard rules, 4 if a limit stopped the search before any plan was found, 65 if a table is \
      wrong, 66 if the round does not exist, 73 if the results cannot be written.
      """)

  @OptionGroup var round: RoundArgument

  @OptionGroup var results: ResultsOption

  @OptionGroup var mechanism: MechanismOption

  @OptionGroup var timeLimit: TimeLimitOption

  @Option(
    help: ArgumentHelp(
      "Stop at the first open tier whose relative gap is at most this; 0 asks for proof. A "
        + "round that is too large for the exact search has each tier bounded as nearly as this.",
      valueName: "gap"))
  var gap: Double = 0

  @Option(
    help: ArgumentHelp("Write a certificate that no plan is better.", valueName: "file"),
    completion: .file())
  var proof: String?

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if !(gap >= 0 && gap <= 1) {
      throw ValidationError("--gap must be a number from 0 to 1, such as 0.001.")
    }
    if let proof { try refuseEmpty(proof, "--proof") }
    if quiet && format.json {
      throw ValidationError("--quiet and --json exclude each other.")
    }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let input = try round.read(files, names, threads: threads, isQuiet: quiet)
      var run = AllocationRun(
        input: input, gap: gap, timeLimit: timeLimit.seconds,
        progress: ProgressLine(isShown: !quiet && !format.json))
      run.mechanism = try mechanism.chosen(for: input.round)
      run.proof = proof
      run.threads = threads.threads
      if proof != nil, run.mechanism != .best {
        throw ValidationError("--proof speaks of the tiers alone: it goes with --mechanism best.")
      }
      let report = try run.report(writingTo: results.output)
      if !quiet { try console.show(report) }
      return report.status
    }
  }
}
