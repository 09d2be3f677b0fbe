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
  /// Fields that are empty because their columns hold neither yes nor no, with the mobilities.
  let unclear: [(field: MobilityField, mobilities: [String])]

  init(_ input: RoundInput, _ plan: Plan) {
    let fields = MobilityFields(input)
    let columns = MobilityFields.all.filter { input.names == nil || !$0.isPersonal }
    let rows = plan.placements.map { placement in
      columns.map { fields.value(of: $0, placement) }
    }
    table = Table(
      columns: columns.map(\.rawValue),
      rows: input.names == nil ? rows : rows.sorted { $0.lexicographicallyPrecedes($1) })
    unclear = columns.map { field in
      let placements = plan.placements.filter { fields.isUnclear(field, $0) }
      return (field, placements.map { fields.value(of: .mobilityId, $0) })
    }.filter { !$0.mobilities.isEmpty }
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
    MobilityReport(
      path: path, rows: table.rows.count, hasWholeNames: hasWholeNames, unclear: unclear)
  }
}

/// A list of mobilities that has been written.
struct MobilityReport: Report {
  let path: String
  let rows: Int
  let hasWholeNames: Bool
  let unclear: [(field: MobilityField, mobilities: [String])]

  var json: JSONText.Value {
    [
      "status": "ok", "mobilities": .integer(rows), "whole_names": .bool(hasWholeNames),
      "unclear": .array(
        unclear.map { unclear in
          [
            "field": .string(unclear.field.rawValue),
            "mobilities": .array(unclear.mobilities.map { .string($0) }),
          ]
        }),
    ]
  }

  func lines(style: Style) -> [String] {
    let note = [
      "",
      style.warning("note") + ": family-name holds whole names. With columns given_names and",
      "family_name beside name in the table of participants both fields are filled.",
    ]
    return ["\(counted(rows, "mobility", "mobilities")) written to \(path.printable)"]
      + (hasWholeNames ? note : []) + unclear.flatMap { lines(of: $0.field, $0.mobilities, style) }
  }
  /// Mobilities that are named on the screen.
  private static let shown = 10

  private func lines(
    of field: MobilityField, _ mobilities: [String], _ style: Style
  ) -> [String] {
    let rest = mobilities.count - Self.shown
    let names = mobilities.prefix(Self.shown).map(\.printable).joined(separator: ", ")
    return [""]
      + wrapped(
        "\(style.warning("note")): \(field.rawValue) is left empty where the table says neither yes "
          + "nor no: \(names)" + (rest > 0 ? ", and \(rest.grouped) more." : "."), indent: 0)
  }
}
