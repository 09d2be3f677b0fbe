import Audit
import MobilityModel
import Planning

/// Looks for the best plan of a bundle's round, to tell what is known of the bundle's own.
struct BundleSearch {
  let input: RoundInput
  /// Seconds; `nil` is no limit.
  let timeLimit: Double?
  let progress: ProgressLine

  enum Found {
    /// A plan that the audit accepts, with what is proven of it.
    case plan([TierResult])
    case impossible
    /// The search was stopped before it found a plan.
    case nothing
  }

  /// - Throws: `Ending.fault` or `Ending.tooLarge`.
  func found() throws(Ending) -> Found {
    let run = AllocationRun(input: input, gap: 0, timeLimit: timeLimit, progress: progress)
    let interruption = Interruption(timeLimit: timeLimit.map { .seconds($0) })
    switch try run.allocate(until: interruption) {
    case .optimal(let allocation), .feasible(let allocation):
      return .plan(try AuditedPlan(allocation, of: input.round).tiers)
    case .infeasible: return .impossible
    case .unknown: return .nothing
    }
  }
}

extension BundleContent {
  /// What a plan is worth by the audit's count; empty where it breaks a rule.
  static func values(of plan: Plan, in round: Round) -> [Int] {
    guard case .sound(let values) = Auditor(round: round).audit(plan.placements) else { return [] }
    return values.map(\.value)
  }
}
