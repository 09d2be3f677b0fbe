import ArgumentParser
import MobilityModel
import Planning

struct Replan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plan anew after withdrawals, with few changes to what was published.",
    usage: """
      vetmatch replan <round> --plan <plan> --as-of <date> --output <place>
                      [--withdraw <ids>] [--keep-started] [--lead-days <days>]
                      [--max-moves <number>] [--time-limit <seconds>]
                      [--delimiter <name>] [--encoding <name>] [--json]
      """,
    discussion: """
      Takes out those who withdrew and fills the holes: with the fewest changes to what was \
      published before all else, then by the round's own objective. Sessions that have started on \
      the date of --as-of, or start within --lead-days after it, take nobody new; with \
      --keep-started whoever is in them stays. With --max-moves up to that many published \
      placements may change where the objective gains by it.

      Writes what allocate writes, and changes.csv: who withdrew, is dropped, moved or added, and \
      why. docs/replanning.md has the details.

      EXAMPLES
        vetmatch replan round --plan plan.csv --as-of 2022-01-15 --withdraw A -o new

      Exit code as for allocate: 0 if every tier is proven, 2 if a limit stopped the proof, 3 if no \
      plan keeps the hard rules, 4 if no plan was found in time.
      """)

  @OptionGroup var round: RoundArgument

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The published plan: a CSV file, a workbook, or the folder that allocate wrote.",
      valueName: "plan"),
    completion: .file())
  var plan: String

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Applications that are withdrawn, with commas between them.", valueName: "ids"))
  var withdraw: String = ""

  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which is planned, as YYYY-MM-DD.", valueName: "date"))
  var asOf: String

  @ArgumentParser.Flag(help: "Whoever is in a session that takes nobody new stays there.")
  var keepStarted = false

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Sessions that start within so many days take nobody new, either.", valueName: "days"))
  var leadDays = 0

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Up to so many published placements may change; without it, as few as possible.",
      valueName: "number"))
  var maxMoves: Int?

  @OptionGroup var results: ResultsOption

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func validate() throws {
    try refuseEmpty(plan, "--plan")
    if Day(iso: asOf) == nil {
      throw ValidationError("--as-of \(asOf.printable): expected a date such as 2022-01-31.")
    }
    if !(0...36_500).contains(leadDays) {
      throw ValidationError("--lead-days must be a number of days from 0 to 36500.")
    }
    if let maxMoves, maxMoves < 0 { throw ValidationError("--max-moves must be 0 or more.") }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let input = try round.read(files, names)
      let withdrawn = try withdraw.split(separator: ",").map { try input.application(String($0)) }
      let replanning = Replanning(
        withdrawn: Set(withdrawn), asOf: Day(iso: asOf) ?? Day(number: 0), leadDays: leadDays,
        keepsStarted: keepStarted, mostMoves: maxMoves)
      let run = ReplanRun(
        input: input, replanning: replanning, timeLimit: timeLimit.seconds,
        progress: ProgressLine(isShown: !format.json))
      let report = try run.report(
        onPlan: RoundPlace.planFile(plan), writingTo: results.output)
      try console.show(report)
      return report.status
    }
  }
}
