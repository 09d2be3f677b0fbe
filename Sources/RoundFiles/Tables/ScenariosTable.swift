/// `scenarios.csv`: changes of the other tables, under the names of scenarios.
struct ScenariosTable: TableLayout {
  static let name = "scenarios"

  let scenario, table, rows, column, value: Column

  init(_ header: inout Header) {
    scenario = header.required("scenario")
    table = header.required("table")
    rows = header.required("row")
    column = header.required("column")
    value = header.required("value")
  }

  /// The row at hand; `nil`, after a finding, where it has no usable scenario or table.
  func operation(_ table: borrowing TableReader) -> ScenarioOperation? {
    guard case .bytes = table.cell(scenario) else {
      table.add(.missingValue, scenario.name, expected: "the name of a scenario")
      return nil
    }
    let id = table.label(scenario)
    if id == ScenarioBase.base {
      table.add(
        .badId, scenario.name, value: id, expected: "another name; the round itself is called so")
      return nil
    }
    let name = table.text(self.table)
    guard ScenarioBase.changeable.contains(name) else {
      table.add(
        .unknownValue, self.table.name, value: name,
        expected: TableReader.oneOf(ScenarioBase.changeable),
        maybe: NearMiss.closest(to: name, among: ScenarioBase.changeable, log: table.log))
      return nil
    }
    return ScenarioOperation(
      line: table.row, scenario: id, table: name, rows: table.text(rows),
      column: table.text(column), value: table.text(value))
  }
}

/// One row of `scenarios.csv` as it is written.
struct ScenarioOperation: Sendable {
  /// Row of the file, counted from 1.
  var line: Int
  var scenario: String
  /// Name of the table that it changes.
  var table: String
  /// An id, or conditions; empty for every row.
  var rows: String
  /// Empty where whole rows come or go.
  var column: String
  var value: String
}
