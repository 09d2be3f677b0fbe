import MobilityModel
import RoundFiles
import Workbooks

/// A plan as a list of mobilities, with the fields of the Beneficiary Module's import that a round
/// knows; `docs/mobilities.md` describes them.
///
/// Of the further columns of participants only those are looked at that the module asks for; what is
/// sensitive stays in the round.
struct MobilityList {
  let table: Table
  /// Whether names stand whole in the field for family names.
  let hasWholeNames: Bool

  init(_ input: RoundInput, _ plan: Plan) {
    let fields = MobilityFields(input)
    let columns = MobilityFields.all.filter { input.names == nil || !$0.isPersonal }
    let rows = plan.placements.map { placement in
      columns.map { fields.value(of: $0, placement) }
    }
    table = Table(
      columns: columns.map(\.rawValue),
      rows: input.names == nil ? rows : rows.sorted { $0.lexicographicallyPrecedes($1) })
    hasWholeNames = input.names == nil && !plan.placements.isEmpty && !fields.hasSplitNames
  }

  /// Writes the list as a workbook, or as CSV with semicolons.
  ///
  /// - Throws: `Ending.unwritable`.
  func write(to path: String, inputs: [String]) throws(Ending) {
    try RoundPlace.workbook(path).check(inputs: inputs)
    if case .workbook = RoundPlace(forResultsAt: path) {
      return try RoundPlace.workbook(path).write(sheets: [Sheet(name: "mobilities", table: table)])
    }
    do {
      try AtomicFile.write(CSVText.spreadsheetBytes(table), to: path)
    } catch {
      throw .unwritable(error)
    }
  }

  func report(_ path: String) -> MobilityReport {
    MobilityReport(path: path, rows: table.rows.count, hasWholeNames: hasWholeNames)
  }
}

/// A list of mobilities that has been written.
struct MobilityReport: Report {
  let path: String
  let rows: Int
  let hasWholeNames: Bool

  var json: JSONText.Value {
    [
      "status": "ok", "mobilities": .integer(rows), "whole_names": .bool(hasWholeNames),
    ]
  }

  func lines(style: Style) -> [String] {
    let note = [
      "",
      style.warning("note") + ": family-name holds whole names. With columns given_names and",
      "family_name in the table of participants both fields are filled.",
    ]
    return ["\(counted(rows, "mobility", "mobilities")) written to \(path.printable)"]
      + (hasWholeNames ? note : [])
  }
}
