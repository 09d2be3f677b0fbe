import ArgumentParser
import RoundFiles

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a plan, or the proof of one, against every rule of its round.",
    usage: """
      vetmatch verify <round> <plan> [--delimiter <name>] [--encoding <name>]
                      [--json]
      vetmatch verify <round> --proof <file> [--json]
      """,
    discussion: """
      PLAN is a table with the columns application, session and sector, such as the \
      placements.csv that allocate writes or one made by hand; further columns are not looked at. \
      Every rule that the plan breaks is named with the placements that break it. If it breaks \
      none, its value in every tier is printed.

      With --proof a certificate that allocate --proof has written is checked instead: that it is \
      about this round, that its plan keeps every rule, and step by step that no plan is better.

      EXAMPLES
        vetmatch verify datasets/intervet out/placements.csv
        vetmatch verify datasets/intervet by-hand.csv --json
        vetmatch verify round --proof plan.proof

      Exit code 0 if the plan is sound, or proven, 1 if it breaks a rule or the proof does not \
      hold, 65 if a table or the plan cannot be read, 66 if one of them does not exist.
      """)

  @OptionGroup var round: RoundArgument

  @Argument(
    help: ArgumentHelp("The plan: a CSV file or a workbook.", valueName: "plan"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var plan: String?

  @Option(
    help: ArgumentHelp("Check this certificate and its plan.", valueName: "file"),
    completion: .file())
  var proof: String?

  @OptionGroup var files: FileOptions
  @OptionGroup var names: PseudonymOption
  @OptionGroup var format: FormatOption

  func validate() throws {
    if let plan { try refuseEmpty(plan, "<plan>") }
    if let proof { try refuseEmpty(proof, "--proof") }
    if (plan == nil) == (proof == nil) {
      throw ValidationError("Give either a plan or --proof with a certificate.")
    }
  }

  func run() throws {
    try Console.run(json: format.json) { console in
      let input = try round.read(files, names)
      if let proof {
        let report = try ProofReport(certificate(proof), of: input)
        try console.show(report)
        return report.status
      }
      let report = VerdictReport(of: try input.placements(ofPlan: plan ?? ""), in: input)
      try console.show(report)
      return report.isSound ? .done : .broken
    }
  }

  private func certificate(_ path: String) throws(Ending) -> [UInt8] {
    do throws(FileBytes.Fault) {
      return try FileBytes.read(path)
    } catch {
      if case .missing = error { throw .missing(path: path) }
      throw .findings([error.finding(file: path, log: FindingLog())])
    }
  }
}
