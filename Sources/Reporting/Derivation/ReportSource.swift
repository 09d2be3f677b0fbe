package import MobilityModel
package import Planning

/// What a report is made from: a plan that keeps every rule of its round, and what is known of it.
package struct ReportSource: Sendable {
  /// What is known of how good the plan is.
  package enum Proof: Hashable, Sendable {
    /// No plan is better.
    case proven
    /// A better one may exist; the tiers have their bounds.
    case gap
    /// Nothing is recorded beside the plan.
    case unknown
  }

  /// A plan to compare with, of the same round.
  package struct Other: Sendable {
    package var label: String
    package var plan: Plan
    package var tiers: [TierResult]

    package init(label: String, plan: Plan, tiers: [TierResult]) {
      (self.label, self.plan, self.tiers) = (label, plan, tiers)
    }
  }

  package var round: Round
  /// The round as it is shown; everything has the same place as in `round`.
  package var shown: Round
  package var title: String
  package var plan: Plan
  /// In the order of the objective, as the audit counts them.
  package var tiers: [TierResult]
  package var proof = Proof.unknown
  /// File names and SHA-256 of all inputs.
  package var inputs: [(file: String, sha256: String)] = []
  /// Name and version of the program.
  package var program = ""
  package var isPseudonymous = false
  package var other: Other?

  package init(round: Round, shown: Round, title: String, plan: Plan, tiers: [TierResult]) {
    (self.round, self.shown, self.title) = (round, shown, title)
    (self.plan, self.tiers) = (plan, tiers)
  }
}
