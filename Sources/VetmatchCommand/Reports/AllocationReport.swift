import Planning
import RoundFiles

/// How a run of `allocate` ended.
enum AllocationReport: Report {
  case written(Results, screen: PlanScreen)
  case infeasible(ClashReport)
  case unknown(wasSignalled: Bool)

  var status: ExitStatus {
    switch self {
    case .written(let results, let screen):
      results.plan.isProven && screen.proof != .missing ? .done : .feasible
    case .infeasible: .infeasible
    case .unknown: .unknown
    }
  }

  var json: JSONText.Value {
    switch self {
    case .written(let results, _): results.summary
    case .infeasible(let report): report.json
    case .unknown: ["status": "unknown"]
    }
  }

  func lines(style: Style) -> [String] {
    switch self {
    case .written(_, let screen): screen.lines(style: style)
    case .infeasible(let report): report.lines(style: style)
    case .unknown(let wasSignalled):
      [
        "\(style.warning("unknown")): \(wasSignalled ? "stopped" : "the time limit was reached") "
          + "before any plan was found; nothing was written"
      ]
    }
  }
}
