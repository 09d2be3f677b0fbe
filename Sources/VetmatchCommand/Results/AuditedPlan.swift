import Audit
import MobilityModel
import Planning

/// A plan that the audit has accepted, with the tier values that the audit has counted.
///
/// Results can only be written from one of these.
struct AuditedPlan {
  let round: Round
  let plan: Plan
  let tiers: [TierResult]
  /// What the plan's mechanism has asked for before the tiers.
  let steps: [MechanismStep]

  /// Has an allocation audited.
  ///
  /// A run that was stopped may know a plan by a shortfall that is larger than it has to be; then
  /// the audit's count is the plan's. Where a tier is proven the two must be the same.
  ///
  /// - Throws: `Ending.fault` where the audit does not accept the plan or what is claimed of it.
  init(_ allocation: Allocation, of round: Round, by mechanism: Mechanism = .best) throws(Ending) {
    let counted: [TierValue]
    switch Auditor(round: round).audit(allocation.plan.placements) {
    case .broken(let violations):
      throw .fault(violations.map { "\($0.rule.rawValue): \($0.message)" })
    case .sound(let values): counted = values
    }
    let wrong = zip(counted, allocation.tiers).filter { !$0.agrees(with: $1) }
    guard wrong.isEmpty, counted.count == allocation.tiers.count else {
      throw .fault(wrong.map { "\($1.tier.rawValue): \($1.claim), the audit counts \($0.value)" })
    }
    if !allocation.steps.isEmpty {
      let check = StepCheck(allocation.plan, of: round, by: mechanism)
      let faults = check.faults(in: allocation.steps)
      guard faults.isEmpty else { throw .fault(faults) }
    }
    self.round = round
    plan = allocation.plan
    steps = allocation.steps
    tiers = Self.results(counted, allocation.tiers, isProven: steps.allSatisfy(\.isProven))
  }

  var isProven: Bool { steps.allSatisfy(\.isProven) && tiers.allSatisfy(\.isProven) }

  /// The claims with the values that were counted; one that meets its bound is proven by that.
  private static func results(
    _ counted: [TierValue], _ claimed: [TierResult], isProven: Bool
  ) -> [TierResult] {
    var isProven = isProven
    return zip(counted, claimed).map { counted, claimed in
      var result = claimed
      result.value = counted.value
      isProven = isProven && counted.value == claimed.bound
      result.isProven = isProven
      return result
    }
  }
}

extension TierValue {
  /// Whether what was counted is what is claimed, or better where nothing is proven, and never
  /// better than the bound.
  fileprivate func agrees(with claim: TierResult) -> Bool {
    guard tier == claim.tier, !claim.isProven || value == claim.value else { return false }
    let isWorse = tier.isMaximised ? value < claim.value : value > claim.value
    guard let bound = claim.bound else { return !isWorse }
    return !isWorse && (tier.isMaximised ? value <= bound : value >= bound)
  }
}

extension TierResult {
  fileprivate var claim: String {
    "the solver says \(value)" + (bound.map { " with the bound \($0)" } ?? "")
  }
}
