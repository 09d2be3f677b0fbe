import MobilityModel
import Planning
import RoundFiles

/// Who could take the places that a country returns.
struct RebalanceReport: Report {
  let result: RebalanceRun.Result
  /// Where the table has been written.
  let output: String?

  var status: ExitStatus {
    switch result {
    case .infeasible: .infeasible
    case .unknown: .unknown
    case .shared(let shared): shared.outcomes.allSatisfy(\.isProven) ? .done : .feasible
    }
  }

  var json: JSONText.Value {
    switch result {
    case .infeasible: return ["status": "infeasible"]
    case .unknown: return ["status": "unknown"]
    case .shared(let shared):
      return [
        "status": status == .done ? "optimal" : "feasible",
        "placed": .integer(shared.placed(shared.plan)),
        "returned": .array(
          shared.returned.map {
            [
              "limit": .string(shared.round.limits[$0.limit].id), "country": .string($0.country),
              "used": .integer($0.used), "returned": .integer($0.unused),
            ]
          }),
        "rules": .array(shared.outcomes.map { json($0, shared) }),
      ]
    }
  }

  private func json(
    _ outcome: RebalanceResult.Outcome, _ shared: RebalanceResult
  ) -> JSONText.Value {
    [
      "rule": .string(outcome.rule.rawValue), "proven": .bool(outcome.isProven),
      "placed": outcome.plan.map { .integer(shared.placed($0)) } ?? .null,
      "shares": .array(
        shared.shares(outcome).map {
          [
            "limit": .string($0.limit), "country": .string($0.country), "quota": .integer($0.most),
            "used": .integer($0.used), "waiting": .integer($0.waiting),
            "offered": .integer($0.offered), "taken": $0.taken.map { .integer($0) } ?? .null,
          ]
        }),
    ]
  }

  func lines(style: Style) -> [String] {
    guard case .shared(let shared) = result else {
      return [
        status == .infeasible
          ? "no plan keeps the rules; vetmatch allocate says which ones clash"
          : "no plan was found in time"
      ]
    }
    let back = shared.returned.map {
      "\($0.country.printable) uses \($0.used.grouped) of \(shared.round.limits[$0.limit].id) and "
        + "returns \($0.unused.grouped)"
    }
    return back + shared.outcomes.flatMap { lines($0, shared, style) }
      + (output.map { ["", "\(style.good("written")): \($0.printable)"] } ?? [])
  }

  private func lines(
    _ outcome: RebalanceResult.Outcome, _ shared: RebalanceResult, _ style: Style
  ) -> [String] {
    let before = shared.placed(shared.plan)
    let gain = outcome.plan.map { shared.placed($0) - before }
    let proof = outcome.isProven ? "proven" : "not proven"
    let heading =
      gain.map {
        "\(outcome.rule.rawValue): \(counted($0, "more participant", "more participants")), \(proof)"
      } ?? "\(outcome.rule.rawValue): no plan was found"
    var table = TextTable([.left, .left] + Array(repeating: .right, count: 5))
    table.add(["limit", "country", "quota", "used", "waiting", "offered", "taken"])
    for share in shared.shares(outcome) {
      table.add(
        [share.limit.clipped(to: 30), share.country.isEmpty ? "-" : share.country]
          + [share.most, share.used, share.waiting, share.offered].map(\.grouped)
          + [share.taken.map(\.grouped) ?? "-"])
    }
    return ["", style.bold(heading)] + table.lines()
  }
}
