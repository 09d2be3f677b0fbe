import Audit
import MobilityModel
import Planning

/// A plan that the audit has accepted, and whose worth it has counted to be what the solver says.
///
/// Results can only be written from one of these.
struct AuditedPlan {
  let round: Round
  let plan: Plan
  let tiers: [TierResult]

  /// Has an allocation audited.
  ///
  /// - Throws: `Ending.fault` where the audit does not accept it.
  init(_ allocation: Allocation, of round: Round) throws(Ending) {
    switch Auditor(round: round).audit(allocation.plan.placements) {
    case .broken(let violations):
      throw .fault(violations.map { "\($0.rule.rawValue): \($0.message)" })
    case .sound(let values):
      let claimed = allocation.tiers.map { TierValue(tier: $0.tier, value: $0.value) }
      guard values == claimed else { throw .fault(Self.differences(values, claimed)) }
    }
    self.round = round
    plan = allocation.plan
    tiers = allocation.tiers
  }

  var isProven: Bool { tiers.allSatisfy(\.isProven) }

  private static func differences(_ counted: [TierValue], _ claimed: [TierValue]) -> [String] {
    zip(counted, claimed).filter { $0 != $1 }.map { counted, claimed in
      "\(claimed.tier.rawValue): the solver says \(claimed.value), the audit \(counted.value)"
    }
  }
}
