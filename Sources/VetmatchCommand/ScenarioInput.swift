import MobilityModel
import RoundFiles
import Workbooks

/// A round with its scenarios, all of which can be read.
struct ScenarioInput {
  let base: RoundInput
  /// In the order of their names.
  let scenarios: [Scenario]
  /// The file that they come from; `nil` for the round's own table.
  let file: String?
  private let options: ReadingOptions

  /// Reads a round and the scenarios of a file, or else those that the round has itself.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  init(
    _ path: String, scenarios file: String?, options: ReadingOptions, names: Pseudonyms?
  ) throws(Ending) {
    let place = RoundPlace(of: path)
    let texts: ScenarioBase
    switch place.base(options) {
    case .base(let base): texts = base
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
    (self.file, self.options) = (file, options)
    base = try RoundInput(
      place, options: options, names: names, reading: .round(texts.round, notes: texts.notes))
    base.readingNotes.tell()
    switch Self.reading(file, texts) {
    case .scenarios(let scenarios): self.scenarios = scenarios
    case .findings(let findings): throw .findings(findings)
    case .missing(let missing):
      throw .missing(path: file == nil ? "\(path)/\(missing)" : missing)
    }
  }

  private static func reading(_ file: String?, _ base: ScenarioBase) -> ScenarioReading {
    guard let file else { return ScenarioReader.own(of: base) }
    return switch RoundPlace(forResultsAt: file) {
    case .folder: ScenarioReader.read(path: file, of: base)
    case .workbook: WorkbookReader.scenarios(path: file, of: base)
    }
  }

  /// The round of a scenario.
  ///
  /// - Throws: `Ending.findings`.
  func input(of scenario: Scenario) throws(Ending) -> RoundInput {
    try RoundInput(
      base.place, options: options, names: base.names, reading: scenario.round())
  }
}
