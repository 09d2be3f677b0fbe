import MobilityModel
import ModelFiles
import RoundFiles

/// How a run of `solve` ended.
enum SolveReport: Report {
  case found(ModelAnswer, file: String?, wasSignalled: Bool)
  case infeasible
  case unknown(wasSignalled: Bool)

  var status: ExitStatus {
    switch self {
    case .found(let answer, _, _): answer.isProven ? .done : .feasible
    case .infeasible: .infeasible
    case .unknown: .unknown
    }
  }

  var json: JSONText.Value {
    switch self {
    case .found(let answer, _, _):
      [
        "status": answer.isProven ? "optimal" : "feasible",
        "tiers": .array(answer.tiers.map(\.json)),
        "columns": .integer(answer.columnCount), "rows": .integer(answer.rowCount),
        "nonzero": .integer(answer.table.rows.count),
      ]
    case .infeasible: ["status": "infeasible"]
    case .unknown: ["status": "unknown"]
    }
  }

  func lines(style: Style) -> [String] {
    switch self {
    case .found(let answer, let file, let wasSignalled):
      let limit = wasSignalled ? "stopped" : "a limit was reached"
      let title =
        answer.isProven
        ? style.good("optimal") + ", every tier is proven"
        : style.warning("feasible") + ", \(limit) before every tier was proven"
      var table = TextTable([.left, .right, .left])
      for tier in answer.tiers {
        table.add([tier.objective.name.clipped(to: 40), tier.value.grouped, tier.state])
      }
      return [title, ""] + table.lines()
        + (file.map { ["", "written to \($0.printable)"] } ?? [])
    case .infeasible: return ["\(style.bad("infeasible")): no values keep all rows"]
    case .unknown(let wasSignalled):
      let what = wasSignalled ? "stopped" : "the time limit was reached"
      return [
        "\(style.warning("unknown")): \(what) before any values that keep the rows were found"
      ]
    }
  }
}

extension ModelAnswer.Tier {
  fileprivate var json: JSONText.Value {
    [
      "tier": .string(objective.name), "file": .string(objective.file),
      "sense": .string(objective.isMaximised ? "max" : "min"), "value": .integer(value),
      "bound": .number(bound), "proven": .bool(isProven),
    ]
  }

  fileprivate var state: String {
    if isProven { return "proven" }
    guard let bound else { return "no bound" }
    return "bound \(bound.grouped), gap \(gapText(value: value, bound: bound))"
  }
}
