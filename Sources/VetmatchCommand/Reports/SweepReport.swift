import MobilityModel
import RoundFiles

/// What scenarios bring.
struct SweepReport: Report {
  let table: SweepResult
  /// Where the table has been written.
  let output: String?

  /// Rows that a screen has at most; the table has all.
  private static let mostRows = 30

  var status: ExitStatus {
    table.rows.contains { $0.status == .feasible || $0.status == .unknown } ? .feasible : .done
  }

  var json: JSONText.Value {
    [
      "status": .string(status == .done ? "optimal" : "feasible"),
      "inputs": .string(table.inputs),
      "scenarios": .array(table.rows.map(json)),
    ]
  }

  private func json(_ row: SweepRow) -> JSONText.Value {
    let values = { (numbers: [Int]) -> JSONText.Value in
      .object(zip(table.tiers, numbers).map { (key: $0.rawValue, value: .integer($1)) })
    }
    let moves = row.moves.map { moves -> JSONText.Value in
      [
        "placed": .integer(moves.placed), "added": .integer(moves.added),
        "dropped": .integer(moves.dropped), "moved": .integer(moves.moved),
      ]
    }
    return [
      "scenario": .string(row.name), "status": .string(row.status.rawValue),
      "values": row.values.isEmpty ? .null : values(row.values),
      "difference": table.steps(row).map(values) ?? .null, "people": moves ?? .null,
    ]
  }

  func lines(style: Style) -> [String] {
    var screen = TextTable(
      [.left, .left] + table.tiers.map { _ in .right } + [.right, .right, .right])
    screen.add(
      ["scenario", "status"] + table.tiers.map(\.rawValue) + ["added", "dropped", "moved"])
    for row in table.rows.prefix(Self.mostRows) {
      let moves = row.moves.map { [$0.added, $0.dropped, $0.moved].map(\.grouped) }
      screen.add(
        [row.name.clipped(to: 24), row.status.rawValue] + tiers(row) + (moves ?? ["-", "-", "-"]))
    }
    let rest = table.rows.count - Self.mostRows
    return screen.lines(width: 120)
      + (rest > 0 ? ["and \(rest.grouped) more; --output writes all of them"] : [])
      + (output.map { ["", "\(style.good("written")): \($0.printable)"] } ?? [])
  }

  /// The round as it is with its values, the others with what is different.
  private func tiers(_ row: SweepRow) -> [String] {
    if row.name == ScenarioBase.base || table.steps(row) == nil {
      return row.values.isEmpty
        ? table.tiers.map { _ in "-" } : zip(table.tiers, row.values).map { $0.text($1) }
    }
    return zip(table.tiers, table.steps(row) ?? []).map { $0.difference($1) }
  }
}
