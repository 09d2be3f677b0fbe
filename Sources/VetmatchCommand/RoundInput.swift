import MobilityModel
import RoundFiles
import Workbooks

/// A round that has been read, with what a planner should know about its tables.
struct RoundInput {
  let place: RoundPlace
  private(set) var round: Round
  /// The round as results show it; everything has the same place as in `round`.
  private(set) var shown: Round
  /// The names by which people are shown; `nil` for their own.
  let names: Pseudonyms?
  let notes: [Finding]
  private let options: ReadingOptions

  /// Reads the round of a folder or a workbook, and says on standard error what is to be known of how
  /// it was read, unless the run is to be quiet.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  init(
    _ path: String, options: ReadingOptions, names: Pseudonyms?, isQuiet: Bool = false
  ) throws(Ending) {
    let place = RoundPlace(of: path)
    try self.init(place, options: options, names: names, reading: place.round(options))
    if !isQuiet { readingNotes.tell() }
  }

  /// What is said of the notes by commands other than `check`.
  var readingNotes: ReadingNotes { ReadingNotes(notes, hidesPeople: names != nil) }

  /// Takes a round that has been read.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  init(
    _ place: RoundPlace, options: ReadingOptions, names: Pseudonyms? = nil, reading: RoundReading
  ) throws(Ending) {
    (self.place, self.options, self.names) = (place, options, names)
    switch reading {
    case .round(let round, let notes):
      self.round = names == nil ? round : round.withoutRemarks
      shown = names.map { round.withoutRemarks.pseudonymised(by: $0) } ?? round
      self.notes = notes
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
  }

  /// The same input with another round, made in the same way from the one that is shown.
  func changing(_ change: (Round) -> Round) -> RoundInput {
    var input = self
    (input.round, input.shown) = (change(round), change(shown))
    return input
  }

  /// What a person calls the round: its title, or else the name of its folder or file.
  var title: String {
    guard round.settings.name.isEmpty else { return round.settings.name }
    return place.path.split(separator: "/").last.map(String.init) ?? place.path
  }

  /// The further names of columns that the round has.
  var headers: HeaderBook { place.headers(options) }

  /// The placements of a plan, in the order of its rows.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  func placements(ofPlan path: String) throws(Ending) -> [MobilityModel.Option] {
    let reading =
      switch RoundPlace(forResultsAt: path) {
      case .folder:
        PlanReader.read(path: path, round: round, headers: headers, options: options)
      case .workbook: WorkbookReader.plan(path: path, of: round, headers: headers)
      }
    switch reading {
    case .placements(let placements): return placements
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
  }

  /// A plan that keeps every rule.
  ///
  /// - Throws: `Ending.missing`, `Ending.findings` or `Ending.broken`.
  func soundPlan(_ path: String) throws(Ending) -> Plan {
    let placements = try placements(ofPlan: path)
    let verdict = VerdictReport(of: placements, in: self)
    guard verdict.isSound else { throw .broken(verdict) }
    return Plan(placements: placements)
  }

  /// Where the rows of the round's tables stand; `nil` where they cannot be read any more.
  func rowPlaces() -> RowPlaces? { place.rows(options) }

  /// The fingerprint of every file of the round.
  ///
  /// - Throws: `Ending.findings` where a table cannot be read any more.
  func fingerprints() throws(Ending) -> [InputHash] {
    switch place.fingerprints() {
    case .success(let hashes): return hashes
    case .failure(let failure): throw .findings(failure.findings)
    }
  }
}
