import MobilityModel
import Planning
import RoundFiles

/// Runs all of a bundle again.
struct BundleVerification {
  let path: String
  /// Seconds for the search; `nil` is no limit.
  let timeLimit: Double?
  /// What the bundle's fingerprint should be; `nil` where nobody has noted it.
  let fingerprint: String?
  let hidesPeople: Bool
  let progress: ProgressLine

  /// - Throws: `Ending.fault` or `Ending.tooLarge`.
  func report() throws(Ending) -> BundleCheckReport {
    var check = BundleCheck(path: path, hidesPeople: hidesPeople)
    check.run()
    if let input = check.reading?.input {
      ReadingNotes(input.notes, hidesPeople: hidesPeople).tell()
    }
    if let fingerprint, fingerprint.lowercased() != check.fingerprint {
      check.add(
        .changed, BundleFile.sums,
        "its fingerprint is \(check.fingerprint ?? "unknown"), and should be \(fingerprint)")
    }
    var notes: [String] = []
    var isOpen = false
    if let note = check.reading?.proofNote {
      notes.append(note)
    } else if let reading = check.reading {
      let search = BundleSearch(input: reading.input, timeLimit: timeLimit, progress: progress)
      switch try search.found() {
      case .plan(let tiers):
        isOpen = compare(reading.outcome, with: tiers, &check, &notes)
      case .impossible:
        check.add(.outcome, BundleFile.inputs, "the search says that the round has no plan")
      case .nothing: isOpen = true
      }
    }
    if let version = check.facts?.version, version != Vetmatch.version {
      notes.append("made by version \(version), checked by \(Vetmatch.version)")
    }
    return BundleCheckReport(
      check: check, notes: notes, isOpen: isOpen, outcome: check.reading?.outcome)
  }

  /// Compares what a bundle claims with what a new search knows; whether that search was stopped
  /// before it could tell.
  private func compare(
    _ outcome: BundleOutcome, with tiers: [TierResult], _ check: inout BundleCheck,
    _ notes: inout [String]
  ) -> Bool {
    if let found = outcome.refuted(by: tiers) {
      check.add(
        .outcome, BundleFile.outcome.rawValue,
        "\(found.tier.rawValue) is \(found.value) in a plan that the search finds")
      return false
    }
    let known = BundleOutcome(values: outcome.tiers.map(\.value), run: tiers)
    if known.tiers == outcome.tiers { return false }
    if outcome.isProven { return true }
    notes.append(
      known.isProven
        ? "the plan is proven to be the best one now"
        : "the search knows other bounds now: the bundle was made before the proof was done")
    return false
  }
}
