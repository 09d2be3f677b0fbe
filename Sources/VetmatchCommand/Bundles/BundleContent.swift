import MobilityModel
import Planning
import RoundFiles

/// What a bundle says of a plan, made from its round, the plan and what is known of it: the same
/// bytes whenever it is made.
struct BundleContent {
  let input: RoundInput
  /// The round's own files, by the names that they have in the bundle.
  let inputs: [OutputFile]
  let plan: Plan
  let outcome: BundleOutcome
  let facts: BundleFacts

  /// All files beside the inputs, the proof and the list of hashes, in the order of their names.
  ///
  /// - Throws: `Ending.fault` where the audit does not accept the plan or what is claimed of it.
  func files() throws(Ending) -> [OutputFile] {
    let audited = try AuditedPlan(Allocation(plan: plan, tiers: outcome.tiers), of: input.round)
    guard audited.tiers == outcome.tiers else {
      throw .fault(["what is proven does not follow from the values and their bounds"])
    }
    let run = AllocationRun(
      input: input, gap: 0, timeLimit: facts.seconds, progress: ProgressLine(isShown: false))
    let hashes = inputs.map { InputHash(file: $0.name, sha256: SHA256.hex($0.bytes)) }
    var results = Results(audited, run: run, fingerprints: hashes)
    results.version = facts.version
    let own = [
      file(.readme, Self.readme), file(.facts, facts.text), file(.outcome, outcome.text),
      file(.explanations, explanations(results.review)),
    ]
    return (own + results.files).sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  private func file(_ name: BundleFile, _ text: String) -> OutputFile {
    OutputFile(name: name.rawValue, text: text)
  }

  /// Why each application without a placement has none, and what it could have had.
  private func explanations(_ review: PlanReview) -> String {
    let text = ExplanationText(round: input.shown, values: outcome.tiers.map(\.value))
    let title = counted(
      review.unplaced.count, "application has no placement", "applications have no placement")
    var lines = [title]
    for application in review.unplaced {
      let explanation = ApplicationExplanation(
        application: application, placement: nil,
        reasons: review.reasons(application: application),
        prospects: review.prospects(application: application), search: nil)
      lines += [""] + explanation.lines(text, .plain)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let readme = """
    An audit bundle: a round of exchanges, a plan of it, and what is said of that plan.

    inputs/            the tables of the round, or its workbook, byte for byte
    placements.csv     the plan: who goes where
    unplaced.csv       who has no placement, with the reasons
    explanations.txt   the same in words, with every session that each could have had
    reserves.csv       who could take a seat that comes free
    outcome.csv        what the plan is worth in each tier, and what no plan can beat
    summary.json       the numbers, the settings, the locks, the hashes of the inputs
    proof.txt          why no plan is better, where there is such a file
    bundle.csv         the program's version, and how the inputs are read
    SHA256SUMS         the hash of each of these files

    That no file has changed since can be checked with nothing but common tools:

      sha256sum --check SHA256SUMS

    The program itself makes everything anew from the inputs and the plan, and looks for a better
    plan:

      vetmatch verify FOLDER

    It prints a fingerprint, the hash of SHA256SUMS. Whoever has noted it elsewhere can tell that the
    list itself is the one that was written.

    """
}
