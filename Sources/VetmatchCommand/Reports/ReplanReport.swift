import MobilityModel
import Planning
import RoundFiles

/// How a run of `replan` ended.
struct ReplanReport: Report {
  /// What a new plan changes.
  struct Outcome {
    /// The round before anybody withdrew, as it is shown.
    let round: Round
    let difference: PlanDifference
    let warnings: [String]
  }

  let allocation: AllocationReport
  /// `nil` where there is no new plan.
  let outcome: Outcome?

  /// Changes that a screen lists at most; `changes.csv` has all.
  private static let mostChanges = 20

  var status: ExitStatus { allocation.status }

  var json: JSONText.Value {
    guard let outcome else { return allocation.json }
    return [
      "status": .string(status == .done ? "optimal" : "feasible"),
      "counts": .object(
        PlanDifference.Kind.allCases.map { kind in
          (key: kind.rawValue, value: .integer(outcome.count(kind)))
        }),
      "changes": .array(outcome.difference.changes.map(outcome.json)),
      "warnings": .array(outcome.warnings.map { .string($0) }),
      "summary": allocation.json,
    ]
  }

  func lines(style: Style) -> [String] {
    guard let outcome else { return allocation.lines(style: style) }
    let changes = outcome.difference.changes
    let rest = changes.count - Self.mostChanges
    let counts = PlanDifference.Kind.allCases.filter { outcome.count($0) > 0 }.map { kind in
      "\(outcome.count(kind).grouped) \(kind.words)"
    }
    return allocation.lines(style: style)
      + ["", style.bold(counts.isEmpty ? "nothing changes" : counts.joined(separator: ", "))]
      + changes.prefix(Self.mostChanges).flatMap { wrapped(outcome.words($0).printable, indent: 2) }
      + (rest > 0 ? ["  and \(rest.grouped) more"] : [])
      + outcome.warnings.flatMap { warning in
        wrapped("warning: \(warning)".printable, indent: 0).map(style.warning)
      }
  }
}

extension PlanDifference.Kind {
  var words: String { self == .sector ? "in another place sector" : rawValue }
}

extension ReplanReport.Outcome {
  fileprivate func count(_ kind: PlanDifference.Kind) -> Int {
    difference.changes.count { $0.kind == kind }
  }

  fileprivate func words(_ change: PlanDifference.Change) -> String {
    let ways = [
      change.from.map { "from \(round.words($0))" }, change.to.map { "to \(round.words($0))" },
    ]
    let reason = change.reason.isEmpty ? "" : ": \(change.reason)"
    return "\(change.kind.rawValue) \(round.applications[change.application].id) "
      + ways.compactMap { $0 }.joined(separator: " ") + reason
  }

  fileprivate func json(_ change: PlanDifference.Change) -> JSONText.Value {
    let text = ExplanationText(round: round, values: [])
    return [
      "change": .string(change.kind.rawValue),
      "application": .string(round.applications[change.application].id),
      "from": change.from.map { $0.json(text) } ?? .null,
      "to": change.to.map { $0.json(text) } ?? .null, "reason": .string(change.reason),
    ]
  }
}
