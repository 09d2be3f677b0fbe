import MobilityModel
import Planning
import RoundFiles
import Selection

/// One run of `allocate`: from a round that has been read to results that have been written.
struct AllocationRun {
  let input: RoundInput
  let gap: Double
  /// Seconds; `nil` is no limit.
  let timeLimit: Double?
  let progress: ProgressLine
  /// The most published placements that may change; `nil` is no bound.
  var mostChanges: Int?
  var mechanism = Mechanism.best
  /// How many parts of the problem are solved at a time.
  var threads = ThreadsOption.usual
  /// A file that is read beside the round.
  var plan: String?
  /// Where a certificate is written; `nil` for none.
  var proof: String?

  /// Finds a plan, has it audited, and writes it with its reasons and its summary.
  ///
  /// - Parameters:
  ///   - output: where to.
  ///   - more: further tables about the plan.
  /// - Returns: how the run ended.
  /// - Throws: `Ending`, with nothing written.
  func report(
    writingTo output: String, adding more: (Plan) -> [(name: String, table: Table)] = { _ in [] }
  ) throws(Ending) -> AllocationReport {
    let interruption = Interruption(timeLimit: timeLimit.map { .seconds($0) })
    let place = RoundPlace(forResultsAt: output)
    try place.check(inputs: [input.place.path] + (plan.map { [$0] } ?? []))
    try checkProofPlace()
    // Taken first, so that they are those of the tables that were read.
    let fingerprints = try input.fingerprints() + fingerprintsOfPlan()
    let outcome = try allocate(until: interruption)
    switch outcome {
    case .infeasible(let found): return .infeasible(ClashReport(found, in: input))
    case .unknown: return .unknown(wasSignalled: interruption.wasSignalled)
    case .optimal(let allocation), .feasible(let allocation):
      let plan = try AuditedPlan(allocation, of: input.round, by: mechanism)
      let results = Results(
        plan, run: self, fingerprints: fingerprints, more: more(plan.plan))
      let certificate =
        proof == nil
        ? nil : try certificate(of: allocation, plan, fingerprints, until: interruption)
      switch place {
      case .folder: try place.write(files: results.files)
      case .workbook: try place.write(sheets: results.sheets)
      }
      if let proof, let certificate { try certificate.write(to: proof) }
      let screen = PlanScreen(
        results: results, output: output, title: input.title,
        wasSignalled: interruption.wasSignalled,
        proof: proof.map { certificate == nil ? .missing : .written($0) })
      return .written(results, screen: screen)
    }
  }

  private func checkProofPlace() throws(Ending) {
    guard let proof else { return }
    do {
      try OutputFolder.check(file: proof, inputs: [input.place.path])
    } catch {
      throw .unwritable(error)
    }
  }

  /// The certificate of a plan all of whose tiers are proven, checked.
  ///
  /// - Returns: `nil` where there is no proof, or a limit has ended the search for one.
  private func certificate(
    of allocation: Allocation, _ plan: AuditedPlan, _ inputs: [InputHash],
    until interruption: Interruption
  ) throws(Ending) -> Certificate? {
    guard plan.isProven else { return nil }
    defer { progress.clear() }
    progress.say("proving")
    return try Certificate(
      of: allocation.selection, in: input, inputs: inputs,
      shouldStop: options(interruption).shouldStop)
  }

  /// Finds a plan by the mechanism.
  ///
  /// - Throws: `Ending.tooLarge`.
  func allocate(until interruption: Interruption) throws(Ending) -> AllocationOutcome {
    defer { progress.clear() }
    progress.say("setting up")
    do {
      let progress = progress
      let allocator = Allocator(
        round: input.round, mostChanges: mostChanges, mechanism: mechanism
      ) { progress.say($0) }
      return try allocator.allocate(options: options(interruption))
    } catch {
      throw .tooLarge(error.message)
    }
  }

  private func fingerprintsOfPlan() throws(Ending) -> [InputHash] {
    guard let plan else { return [] }
    switch InputHash.ofFile(plan) {
    case .success(let hashes): return hashes
    case .failure(let failure): throw .findings(failure.findings)
    }
  }

  private func options(_ interruption: Interruption) -> SolveOptions {
    var options = SolveOptions()
    let progress = progress
    let tiers = input.round.settings.objective
    options.shouldStop = {
      progress.tick()
      return interruption.isDue
    }
    options.relativeGap = gap
    options.crew = ThreadCrew(threads: threads)
    options.report = { state in
      progress.say(tiers[state.tier], value: state.value, bound: state.bound)
    }
    return options
  }
}
