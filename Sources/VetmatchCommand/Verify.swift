import ArgumentParser
import MobilityModel
import RoundFiles
import Workbooks

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a plan, or the proof of one, or run a bundle again.",
    usage: """
      vetmatch verify <round> <plan> [--draw-hash <hash>] [--carried <file>]
                      [--delimiter <name>] [--encoding <name>] [--json]
      vetmatch verify <bundle> [--fingerprint <hash>] [--time-limit <seconds>]
                      [--json]
      vetmatch verify <round> --proof <file> [--json]
      """,
    discussion: """
      PLAN is a table with the columns application, session and sector, such as the \
      placements.csv that allocate writes or one made by hand; further columns are not looked at. \
      Every rule that the plan breaks is named with the placements that break it. If it breaks \
      none, its value in every tier is printed. With --draw-hash the round's draw_seed has to be \
      the one whose hash was published before applications closed (draw --commit).

      With --carried a sound plan's balances are written as the carried.csv of the year after: what \
      each limit on a difference of two counts has come to.

      BUNDLE is a folder that bundle wrote. Its files are compared with their hashes and with what \
      is made anew from its inputs and its plan, the plan is audited, and a better one is looked for. \
      The answer is that all is unchanged, or exactly what differs.

      With --proof a certificate that allocate --proof has written is checked instead: that it is \
      about this round, that its plan keeps every rule, and step by step that no plan is better.

      EXAMPLES
        vetmatch verify datasets/intervet out/placements.csv
        vetmatch verify datasets/intervet by-hand.csv --json
        vetmatch verify round out/placements.csv --carried next-year.csv
        vetmatch verify audit --time-limit 60
        vetmatch verify round --proof plan.proof

      Exit code 0 if the plan is sound or proven or the bundle unchanged, 1 if the plan breaks a rule, \
      the proof does not hold, the draw was another or the bundle differs, 2 if a time limit stopped the search for a better plan than \
      the bundle's, 65 if a table or the plan cannot be read, 66 if one of them does not exist, \
      73 if the file for --carried cannot be written.
      """)

  @Argument(
    help: ArgumentHelp("The round of the plan; or a bundle.", valueName: "round"),
    completion: .file())
  var round: String

  @Argument(
    help: ArgumentHelp(
      "The plan: a CSV file, a workbook, or the folder that allocate wrote.", valueName: "plan"),
    completion: .file())
  var plan: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("What bundle printed as the bundle's fingerprint.", valueName: "hash"))
  var fingerprint: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("Check this certificate and its plan.", valueName: "file"),
    completion: .file())
  var proof: String?

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func validate() throws {
    try refuseEmpty(round, "<round>")
    if let plan { try refuseEmpty(plan, "<plan>") }
    if let proof { try refuseEmpty(proof, "--proof") }
    if let carried { try refuseEmpty(carried, "--carried") }
    if carried != nil, plan == nil {
      throw ValidationError("--carried is about a plan: give the round and the plan.")
    }
    if plan != nil, proof != nil {
      throw ValidationError("Give either a plan or --proof with a certificate.")
    }
    if plan != nil || proof != nil, fingerprint != nil || timeLimit.seconds != nil {
      throw ValidationError("--fingerprint and --time-limit are for bundles, not for plans.")
    }
  }

  @ArgumentParser.Option(
    help: ArgumentHelp("The published hash of the round's draw_seed.", valueName: "hash"))
  var drawHash: DrawHash?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Write what the plan's balances leave for the year after.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var carried: String?

  func run() throws {
    try Console.run(json: format.json) { console in
      if let proof { return try verify(proof: proof, console) }
      guard let plan else { return try verifyBundle(console) }
      return try verify(plan: RoundPlace.planFile(plan), console)
    }
  }

  private func verify(plan file: String, _ console: Console) throws -> ExitStatus {
    let input = try RoundInput(round, options: files.reading, names: try names.pseudonyms())
    let placements = try input.placements(ofPlan: file)
    var report = VerdictReport(of: placements, in: input)
    report.isDrawKept = drawHash.map { $0.matches(input.round.settings.drawSeed) }
    if let carried, report.isSound {
      let table = TableFile(path: carried)
      try table.check(inputs: [round, file])
      try table.write(NextStartTable(input: input, plan: Plan(placements: placements)).table)
      report.carried = carried
    }
    try console.show(report)
    return report.isSound && report.isDrawKept != false ? .done : .broken
  }

  private func verify(proof: String, _ console: Console) throws -> ExitStatus {
    let input = try RoundInput(round, options: files.reading, names: try names.pseudonyms())
    let report = try ProofReport(certificate(proof), of: input)
    try console.show(report)
    return report.status
  }

  private func certificate(_ path: String) throws(Ending) -> [UInt8] {
    do throws(FileBytes.Fault) {
      return try FileBytes.read(path)
    } catch {
      if case .missing = error { throw .missing(path: path) }
      throw .findings([error.finding(file: path, log: FindingLog())])
    }
  }

  private func verifyBundle(_ console: Console) throws -> ExitStatus {
    guard FolderNames.list(round) != nil else { throw Ending.missing(path: round) }
    guard BundleCheck(path: round, hidesPeople: false).isBundle else {
      throw ValidationError(
        "\(round.printable) is no bundle. To check a plan, give its round and the plan.")
    }
    let verification = BundleVerification(
      path: round, timeLimit: timeLimit.seconds, fingerprint: fingerprint,
      hidesPeople: try names.pseudonyms() != nil, progress: ProgressLine(isShown: !format.json))
    let report = try verification.report()
    try console.show(report)
    return report.status
  }
}
