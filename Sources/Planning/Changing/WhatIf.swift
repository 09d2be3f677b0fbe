package import MobilityModel

/// Answers what would become of a plan if data of its round were others, by planning the changed
/// round.
package struct WhatIf: Sendable {
  /// What a plan is worth in each tier of its round's objective, or `nil` if it breaks a rule:
  /// counted by code that shares nothing with the search.
  package typealias Audit = @Sendable (Round, Plan) -> [Int]?

  /// What became of a changed round.
  package enum Answer: Hashable, Sendable {
    /// Its best plan, proven.
    case best(Plan, values: [Int])
    /// No plan keeps its rules.
    case infeasible
    /// A limit of time stopped the proof, or its numbers are too large.
    case open
  }

  let review: PlanReview
  /// What the plan is worth.
  package let values: [Int]
  let audit: Audit
  private let finder: LearningFinder
  var round: Round { review.round }

  /// - Parameters:
  ///   - review: a plan that keeps every rule of its round.
  ///   - values: what it is worth in each tier of the objective.
  ///   - audit: counts what other plans are worth.
  ///   - shouldStop: asked often; `true` ends the search with what is known.
  package init(
    _ review: PlanReview, values: [Int], audit: @escaping Audit,
    shouldStop: @escaping @Sendable () -> Bool
  ) {
    self.review = review
    self.values = values
    self.audit = audit
    finder = LearningFinder(PlanFinder(shouldStop: shouldStop))
  }

  /// Plans the round with some data changed.
  package func answer(_ changes: [RoundChange]) -> Answer {
    let changed = round.changing(changes)
    switch finder.answer(changed) {
    case .best(let allocation):
      let values = allocation.tiers.map(\.value)
      guard audit(changed, allocation.plan) == values else { return .open }
      return .best(allocation.plan, values: values)
    case .infeasible: return .infeasible
    case .open, .tooLarge: return .open
    }
  }

  /// Whether `values` are better than those of the plan, tier by tier.
  func isBetter(_ values: [Int]) -> Bool {
    for (tier, pair) in zip(round.settings.objective, zip(values, self.values))
    where pair.0 != pair.1 {
      return tier.isMaximised ? pair.0 > pair.1 : pair.0 < pair.1
    }
    return false
  }
}
