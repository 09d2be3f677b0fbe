package import MobilityModel

/// A plan that keeps every rule, with what is proven of it.
package struct Allocation: Hashable, Sendable {
  package var plan: Plan
  /// In the order of the objective.
  package var tiers: [TierResult]
  /// What a mechanism asks for before the tiers; empty for that of the tiers alone.
  package var steps: [MechanismStep]
  /// The values of the problem's columns; empty where no problem was solved for the plan.
  package var selection: [Int]

  package init(
    plan: Plan, tiers: [TierResult], steps: [MechanismStep] = [], selection: [Int] = []
  ) {
    self.plan = plan
    self.tiers = tiers
    self.steps = steps
    self.selection = selection
  }
}

/// A tier's value in a plan, and its bound.
package struct TierResult: Hashable, Sendable {
  package var tier: Tier
  /// In the tier's own sense: what is maximised counts up.
  package var value: Int
  /// What no plan that equals this one in the steps and tiers before can beat; `nil` if nothing is known.
  package var bound: Int?
  /// Whether no plan is better in this tier among those that are best in the steps and tiers before.
  package var isProven: Bool

  package init(tier: Tier, value: Int, bound: Int?, isProven: Bool) {
    (self.tier, self.value, self.bound, self.isProven) = (tier, value, bound, isProven)
  }
}

/// Whether a round has any plan.
package enum Feasibility: Hashable, Sendable {
  /// A plan keeps every hard rule.
  case feasible
  case infeasible(Infeasibility)
  /// The search was stopped before either was known.
  case unknown
}

/// What became of a round.
package enum AllocationOutcome: Hashable, Sendable {
  /// No plan is better, tier by tier.
  case optimal(Allocation)
  /// A limit of time or gap stopped the proof.
  case feasible(Allocation)
  /// No plan keeps the hard rules.
  case infeasible(Infeasibility)
  /// The search was stopped before it found a plan.
  case unknown
}
