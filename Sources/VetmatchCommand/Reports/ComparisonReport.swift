import MobilityModel
import Planning
import RoundFiles

/// How a comparison of mechanisms ended.
enum ComparisonReport: Report {
  case compared(ComparisonTable, output: String?)
  case infeasible(ClashReport)

  var status: ExitStatus {
    switch self {
    case .compared(let table, _):
      table.plans.allSatisfy { $0.measures?.isProven ?? false } ? .done : .feasible
    case .infeasible: .infeasible
    }
  }

  var json: JSONText.Value {
    switch self {
    case .compared(let table, _):
      [
        "status": status == .done ? "optimal" : "feasible", "over": .string(table.over),
        "mechanisms": .array(table.plans.map { json(of: $0, table.rows) }),
      ]
    case .infeasible(let clash): clash.json
    }
  }

  private func json(of plan: MeasuredPlan, _ rows: [ComparisonTable.Row]) -> JSONText.Value {
    .object(
      [("mechanism", .string(plan.mechanism.name)), ("status", .string(plan.status))]
        + rows.map { row in
          let value = plan.measures.flatMap(row.value)
          switch row.unit {
          case .whole: return (row.name, .number(value))
          case .hundredths:
            return (row.name, value.map { .decimal(units: $0, places: 2) } ?? .null)
          }
        })
  }

  func lines(style: Style) -> [String] {
    switch self {
    case .compared(let table, let output):
      let written = output.map { ["", "\(style.good("written")): \($0.printable)"] }
      return lines(table, style) + (written ?? [])
    case .infeasible(let clash): return clash.lines(style: style)
    }
  }

  private func lines(_ table: ComparisonTable, _ style: Style) -> [String] {
    var text = TextTable([.left] + table.plans.map { _ in .right })
    text.add([""] + table.plans.map(\.mechanism.name))
    text.add(["status"] + table.plans.map(\.status))
    for row in table.rows {
      text.add(
        [row.words]
          + table.plans.map { plan in
            guard let value = plan.measures.flatMap(row.value) else { return "-" }
            return row.unit == .whole ? value.grouped : hundredths(value)
          })
    }
    let note = "The least share is that of a \(table.over): those placed out of those eligible."
    return text.lines() + [""] + wrapped(note.printable, indent: 0)
  }
}
