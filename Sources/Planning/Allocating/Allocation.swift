package import MobilityModel

/// A plan that keeps every rule, with what is proven of it.
package struct Allocation: Hashable, Sendable {
  package var plan: Plan
  /// In the order of the objective.
  package var tiers: [TierResult]
  /// The values of the problem's columns.
  package var selection: [Int]
}

/// A tier's value in a plan, and its bound.
package struct TierResult: Hashable, Sendable {
  package var tier: Tier
  /// In the tier's own sense: what is maximised counts up.
  package var value: Int
  /// What no plan that equals this one in the tiers before can beat; `nil` if nothing is known.
  package var bound: Int?
  /// Whether no plan is better in this tier among those that are best in the tiers before.
  package var isProven: Bool
}

/// What became of a round.
package enum AllocationOutcome: Hashable, Sendable {
  /// No plan is better, tier by tier.
  case optimal(Allocation)
  /// A limit of time or gap stopped the proof.
  case feasible(Allocation)
  /// No plan keeps the hard rules.
  case infeasible(Clash)
  /// The search was stopped before it found a plan.
  case unknown
}
