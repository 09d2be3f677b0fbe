import MobilityModel
import Planning
import RoundFiles
import Selection
import Workbooks

/// One run of `twin`: from a table of schools to pairs that have been audited and written.
struct TwinRun {
  let path: String
  let rules: TwinRules
  let reading: ReadingOptions
  /// Seconds; `nil` is no limit.
  let timeLimit: Double?
  let progress: ProgressLine

  /// The most pairs of an EU and a Western Balkan school that are looked at.
  private static let mostPairs = 1_000_000

  /// Finds the best twinning and the runner-ups, and writes them if a place is given.
  ///
  /// - Throws: `Ending`, with nothing written.
  func report(writingTo output: String?) throws(Ending) -> TwinReport {
    let interruption = Interruption(timeLimit: timeLimit.map { .seconds($0) })
    let place = output.map { RoundPlace(forResultsAt: $0) }
    try check(place)
    let (schools, notes) = try schools()
    let twinner = Twinner(schools, rules)
    defer { progress.clear() }
    let best: Twinning
    switch twinner.twin(options: options(interruption, isTold: true)) {
    case .optimal(let twinning), .feasible(let twinning): best = twinning
    case .unknown: return .unknown(wasSignalled: interruption.wasSignalled)
    case .infeasible: throw .fault(["no twinning keeps what is agreed"])
    }
    let results = try TwinResults(
      AuditedTwinning(best, twinner.pairing), others(than: best, twinner, interruption),
      fingerprints: fingerprints(), notes: notes)
    try write(results, to: place)
    return .found(results, output: output, wasSignalled: interruption.wasSignalled)
  }

  private func check(_ place: RoundPlace?) throws(Ending) {
    guard case .folder(let folder) = place else {
      try place?.check(inputs: [path])
      return
    }
    do {
      try OutputFolder.check(folder, files: TwinResults.fileNames, inputs: [path])
    } catch {
      throw .unwritable(error)
    }
  }

  private func schools() throws(Ending) -> ([School], notes: [Finding]) {
    let found =
      switch RoundPlace(forResultsAt: path) {
      case .folder: SchoolReader.read(path: path, options: reading)
      case .workbook: WorkbookReader.schools(path: path)
      }
    switch found {
    case .missing(let path): throw .missing(path: path)
    case .findings(let findings): throw .findings(findings)
    case .schools(let schools, let notes):
      let sides = School.Side.allCases.map { schools.indices(of: $0).count }
      guard sides[0] * sides[1] <= Self.mostPairs else {
        throw .tooLarge(
          "\(sides[0]) schools of the EU and \(sides[1]) of the Western Balkans are more than "
            + "\(Self.mostPairs) pairs; split the table, by fields or regions for example")
      }
      return (schools, notes)
    }
  }

  private func fingerprints() throws(Ending) -> [InputHash] {
    let hashes =
      switch RoundPlace(forResultsAt: path) {
      case .folder: InputHash.ofSchools(path)
      case .workbook: InputHash.ofFile(path)
      }
    switch hashes {
    case .success(let hashes): return hashes
    case .failure(let failure): throw .findings(failure.findings)
    }
  }

  /// What there would be without each pair, and with each school that has no twin.
  private func others(
    than best: Twinning, _ twinner: Twinner, _ interruption: Interruption
  ) -> TwinResults.Others {
    var others = TwinResults.Others()
    let options = options(interruption, isTold: false)
    for (place, pair) in best.pairs.enumerated() where !interruption.isDue {
      progress.say("runner-up of pair \(place + 1) of \(best.pairs.count)")
      let outcome = twinner.runnerUp(without: pair, options: options)
      others.runnerUp[pair] = TwinAlternative(outcome, besides: best)
    }
    for school in twinner.pairing.schools.indices
    where best.pairs.twins(of: school).isEmpty && !interruption.isDue {
      progress.say("how \(twinner.pairing.schools[school].id.printable) could have a twin")
      let outcome = twinner.twinning(with: school, options: options)
      others.twinned[school] = TwinAlternative(outcome, besides: best)
    }
    others.isComplete = !interruption.isDue
    return others
  }

  private func options(_ interruption: Interruption, isTold: Bool) -> SolveOptions {
    var options = SolveOptions()
    let progress = progress
    options.shouldStop = {
      progress.tick()
      return interruption.isDue
    }
    if isTold {
      options.report = { state in
        let tier = TwinTier.allCases[state.tier].rawValue
        progress.say(tier, value: state.value, bound: state.bound) { $0.grouped }
      }
    }
    return options
  }

  private func write(_ results: TwinResults, to place: RoundPlace?) throws(Ending) {
    switch place {
    case .folder: try place?.write(files: results.files)
    case .workbook: try place?.write(sheets: results.sheets)
    case nil: return
    }
  }
}
