import MobilityModel
import Planning
import RoundFiles

/// Makes a bundle of a round and a plan.
struct BundleRun {
  let input: RoundInput
  /// How the inputs were read.
  let options: ReadingOptions
  /// The file of the plan.
  let plan: String
  /// A file that proves the plan best, if there is one.
  let proof: String?
  /// Seconds; `nil` is no limit.
  let timeLimit: Double?
  let progress: ProgressLine

  /// Looks for a better plan, unless a proof says that there is none, and writes the bundle once it
  /// has been checked in its turn, the proof with it.
  ///
  /// - Throws: `Ending`, with nothing written.
  func report(writingTo output: String) throws(Ending) -> BundleReport {
    try refuse(output)
    let inputs = try inputFiles()
    let plan = try input.soundPlan(self.plan)
    let proof = try self.proof.map { path throws(Ending) in
      try OutputFile(name: BundleFile.proof.rawValue, bytes: bytes(of: path))
    }
    let facts = BundleFacts(version: Vetmatch.version, options: options, timeLimit: timeLimit)
    let content = BundleContent(
      input: input, inputs: inputs, plan: plan, outcome: try outcome(of: plan, facts), facts: facts)
    let files = try content.files() + (proof.map { [$0] } ?? [])
    let sums = BundleSums(
      files.map { ($0.name, $0.bytes) }
        + inputs.map { ("\(BundleFile.inputs)/\($0.name)", $0.bytes) })
    let check = try write(
      files + [OutputFile(name: BundleFile.sums, text: sums.text)], inputs, to: output)
    return BundleReport(
      folder: output, files: sums.lines.count, fingerprint: sums.fingerprint,
      outcome: content.outcome, notes: check.reading?.proofNote.map { [$0] } ?? [])
  }

  private func refuse(_ output: String) throws(Ending) {
    do {
      try NewFolder.check(output)
    } catch {
      throw .unwritable(error)
    }
    try RoundPlace.folder(output).check(inputs: [input.place.path])
  }

  /// The round's files, with their bytes.
  private func inputFiles() throws(Ending) -> [OutputFile] {
    guard case .folder(let folder) = input.place else {
      return [OutputFile(name: BundleFile.workbook, bytes: try bytes(of: input.place.path))]
    }
    return try input.fingerprints().map(\.file).map { file throws(Ending) in
      OutputFile(name: file, bytes: try bytes(of: folder + "/" + file))
    }
  }

  private func bytes(of path: String) throws(Ending) -> [UInt8] {
    do {
      return try FileBytes.read(path)
    } catch .missing {
      throw .missing(path: path)
    } catch {
      throw .findings([error.finding(file: path, log: FindingLog())])
    }
  }

  /// With a proof the plan is best: whether the proof holds, the check of the whole bundle says.
  private func outcome(of plan: Plan, _ facts: BundleFacts) throws(Ending) -> BundleOutcome {
    let values = BundleContent.values(of: plan, in: input.round)
    if proof != nil { return BundleOutcome(known(values, areBest: true)) }
    let search = BundleSearch(input: input, timeLimit: facts.seconds, progress: progress)
    switch try search.found() {
    case .plan(let tiers): return BundleOutcome(values: values, run: tiers)
    case .nothing: return BundleOutcome(known(values, areBest: false))
    case .impossible: throw .fault(["the search finds no plan, but the audit accepts this one"])
    }
  }

  private func known(_ values: [Int], areBest: Bool) -> [TierResult] {
    zip(input.round.settings.objective, values).map { tier, value in
      TierResult(tier: tier, value: value, bound: areBest ? value : nil, isProven: areBest)
    }
  }

  /// Writes the bundle, unless its check finds that the proof does not hold, or that the inputs
  /// were changed meanwhile.
  ///
  /// - Returns: the check.
  private func write(
    _ files: [OutputFile], _ inputs: [OutputFile], to output: String
  ) throws(Ending) -> BundleCheck {
    var check: BundleCheck?
    do {
      let isSound = try NewFolder.write(
        [("", files), (BundleFile.inputs, inputs)], to: output,
        isSound: { path in
          var made = BundleCheck(path: path, hidesPeople: false)
          made.run()
          check = made
          return made.differences.isEmpty
        })
      if isSound, let check { return check }
    } catch {
      throw .unwritable(error)
    }
    try refuseProof(check?.differences ?? [])
    throw .unwritable(
      OutputError(path: output, reason: .other("the inputs changed while it was made")))
  }

  private func refuseProof(_ differences: [BundleCheck.Difference]) throws(Ending) {
    let fault = differences.first { $0.file == BundleFile.proof.rawValue }
    guard let proof, let fault else { return }
    throw .findings([
      Finding(
        "unproven", file: proof, value: fault.message, expected: "a proof that this plan is best")
    ])
  }
}
