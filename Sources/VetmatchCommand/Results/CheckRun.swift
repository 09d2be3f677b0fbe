import MobilityModel
import Planning
import RoundFiles
import Selection

/// One check of a round, with the files that it was asked to write.
struct CheckRun {
  let place: RoundPlace
  let options: ReadingOptions
  let findingsFile: String?
  let copies: String?
  /// For which a plan that keeps the locks is looked for.
  let seconds: Double

  /// Refuses places in which nothing should be written.
  ///
  /// - Throws: `Ending.unwritable`.
  init(
    place: RoundPlace, options: ReadingOptions, findingsFile: String?, copies: String?,
    seconds: Double
  ) throws(Ending) {
    (self.place, self.options, self.seconds) = (place, options, seconds)
    (self.findingsFile, self.copies) = (findingsFile, copies)
    if let copies { try RepairedCopies.check(copies, round: place.path) }
    do {
      if let findingsFile { try OutputFolder.check(file: findingsFile, inputs: [place.path]) }
    } catch {
      throw .unwritable(error)
    }
  }

  /// Reads the round, writes what was asked for, and says what was found.
  ///
  /// - Throws: `Ending.missing`, `Ending.unwritable`, or `Ending.tooLarge`.
  func report() throws(Ending) -> CheckReport {
    let repaired = copies.flatMap { path in
      place.repair(options).map { RepairedCopies(path: path, repair: $0) }
    }
    let reading = checkingScenarios(repaired?.repair.reading ?? place.round(options))
    if case .missing(let path) = reading { throw .missing(path: path) }
    keepToTheEnd(reading)
    do {
      if let findingsFile {
        let table = FindingTable.table(of: reading.findings)
        try AtomicFile.write(CSVText.bytes(table), to: findingsFile)
      }
    } catch {
      throw .unwritable(error)
    }
    let areWithheld = repaired?.areWithheld ?? false
    if let repaired, !areWithheld { try repaired.write() }
    return CheckReport(
      findings: reading.findings, round: try overview(of: reading),
      copies: areWithheld ? nil : copies, repair: repaired?.repair,
      findingsFile: findingsFile)
  }

  /// A round whose own scenarios are wrong is not in order.
  private func checkingScenarios(_ reading: RoundReading) -> RoundReading {
    guard case .round(_, let notes) = reading else { return reading }
    let findings = place.scenarioFindings(options)
    return findings.isEmpty ? reading : .findings(notes + findings)
  }

  private func overview(of reading: RoundReading) throws(Ending) -> CheckReport.Sound? {
    guard case .round = reading else { return nil }
    let input = try RoundInput(place, options: options, reading: reading)
    let overview = try RoundOverview(input.round)
    return CheckReport.Sound(
      title: input.title, overview: overview,
      locks: try locks(of: input, isLarge: overview.options == nil))
  }

  /// Whether the locks can be kept, each on its own and all together; `nil` where there are none.
  ///
  /// In a round so large that not even its options are counted, that stays open.
  private func locks(
    of input: RoundInput, isLarge: Bool
  ) throws(Ending) -> CheckReport.Locks? {
    let locks = input.round.locks.filter { $0.effect == .lock }
    let locked = Set(locks.map(\.application)).count
    if locked == 0 { return nil }
    if isLarge { return CheckReport.Locks(locked: locked, state: .open) }
    let interruption = Interruption(timeLimit: .seconds(seconds))
    var options = SolveOptions()
    options.shouldStop = { interruption.isDue }
    do {
      switch try Allocator(round: input.round).feasibility(options: options) {
      case .feasible: return CheckReport.Locks(locked: locked, state: .kept)
      case .infeasible(let found):
        return CheckReport.Locks(
          locked: locked, state: .impossible(ClashReport(found, in: input)))
      case .unknown: return CheckReport.Locks(locked: locked, state: .open)
      }
    } catch {
      throw .tooLarge(error.message)
    }
  }
}
