import Planning
import RoundFiles

/// How a run of `allocate` ended.
enum AllocationReport: Report {
  case written(Results, screen: PlanScreen)
  case infeasible(Clash)
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
    case .infeasible(let clash): clash.json
    case .unknown: ["status": "unknown"]
    }
  }

  func lines(style: Style) -> [String] {
    switch self {
    case .written(_, let screen): screen.lines(style: style)
    case .infeasible(let clash): clash.lines(style: style)
    case .unknown(let wasSignalled):
      [
        "\(style.warning("unknown")): \(wasSignalled ? "stopped" : "the time limit was reached") "
          + "before any plan was found; nothing was written"
      ]
    }
  }
}

extension Clash {
  var json: JSONText.Value {
    [
      "status": "infeasible",
      "minimal": .bool(isMinimal),
      "clash": .array(parts.map { ["rule": .string($0.id), "words": .string($0.words)] }),
    ]
  }

  func lines(style: Style) -> [String] {
    let title = "\(style.bad("infeasible")): no plan keeps the hard rules; nothing was written"
    let about =
      isMinimal
      ? "These clash; leaving any one of them out leaves a plan:"
      : "The search was stopped; what clashes is among these:"
    return [title, "", about]
      + parts.flatMap {
        ["  \($0.id.printable)"] + wrapped($0.words.printable, indent: 4)
      }
  }
}
