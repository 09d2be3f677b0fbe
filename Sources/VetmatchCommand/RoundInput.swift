import MobilityModel
import RoundFiles

/// A round that has been read, with what a planner should know about its tables.
struct RoundInput {
  let folder: String
  let round: Round
  let notes: [Finding]
  private let options: ReadingOptions

  /// Reads the round of a folder.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  init(folder: String, options: ReadingOptions = ReadingOptions()) throws(Ending) {
    try self.init(
      folder: folder, options: options,
      reading: RoundReader.read(folder: folder, options: options))
  }

  /// Takes a round that has been read.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  init(folder: String, options: ReadingOptions, reading: RoundReading) throws(Ending) {
    (self.folder, self.options) = (folder, options)
    switch reading {
    case .round(let round, let notes):
      self.round = round
      self.notes = notes
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
  }

  /// What a person calls the round: its title, or else the name of its folder.
  var title: String {
    guard round.settings.name.isEmpty else { return round.settings.name }
    return folder.split(separator: "/").last.map(String.init) ?? folder
  }

  /// The placements of a plan, in the order of its rows.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  func placements(ofPlan path: String) throws(Ending) -> [MobilityModel.Option] {
    switch PlanReader.read(path: path, round: round, options: options) {
    case .placements(let placements): return placements
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
  }

  /// The fingerprint of every table of the round.
  ///
  /// - Throws: `Ending.findings` where a table cannot be read any more.
  func fingerprints() throws(Ending) -> [InputHash] {
    switch InputHash.ofTables(folder: folder) {
    case .success(let hashes): return hashes
    case .failure(let failure): throw .findings(failure.findings)
    }
  }
}
