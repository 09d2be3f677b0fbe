package import MobilityModel

/// What an audit of a plan found.
package enum Verdict: Hashable, Sendable {
  /// The plan keeps every rule; the values of the round's tiers, in the order of its objective.
  case sound([TierValue])
  /// The plan breaks rules: every one that it breaks, in a fixed order.
  case broken([Violation])
}

/// What a plan is worth in one tier, in the tier's own sense: a maximised one is not negated.
package struct TierValue: Hashable, Sendable {
  package var tier: Tier
  package var value: Int

  package init(tier: Tier, value: Int) {
    self.tier = tier
    self.value = value
  }
}
