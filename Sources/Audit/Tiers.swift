import MobilityModel

extension Auditor {
  /// The value of every tier of the objective; `plan` is sorted and keeps every rule.
  func tierValues(of plan: [Option], limits: LimitCheck) -> [TierValue] {
    round.settings.objective.map { tier in
      TierValue(tier: tier, value: value(of: tier, for: plan, limits))
    }
  }

  private func value(of tier: Tier, for plan: [Option], _ limits: LimitCheck) -> Int {
    switch tier {
    case .filled: total(plan, valuation.weight)
    case .targets: limits.missedTargets()
    case .points: total(plan, valuation.points)
    case .fit: total(plan, valuation.fit)
    case .changes: changes(in: plan)
    case .travel: total(plan, valuation.km)
    case .euros: total(plan, valuation.euros)
    case .draw: total(plan, valuation.draw)
    }
  }

  private func total(_ plan: [Option], _ value: (Option) -> Int) -> Int {
    plan.reduce(0) { $0.addingClamped(value($1)) }
  }

  /// Published placements whose application is in another session now, or in none.
  private func changes(in plan: [Option]) -> Int {
    var session: [Int: Int] = [:]
    for placement in plan { session[Int(placement.application)] = Int(placement.session) }
    return round.published.count { session[$0.application] != $0.session }
  }
}

extension Int {
  /// The sum, or the nearest number there is: an audit must not trap on hostile tables.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    guard overflow else { return sum }
    return other > 0 ? Int.max : Int.min
  }
}
