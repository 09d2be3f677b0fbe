package import MobilityModel

/// Placements that go and placements that come, all at once.
package struct PlanChange: Hashable, Sendable {
  package var leaving: [Option]
  package var arriving: [Option]
  /// Whether those who leave have withdrawn: no lock and no group binds them any more.
  package var isWithdrawal: Bool

  package init(leaving: [Option] = [], arriving: [Option] = [], isWithdrawal: Bool = false) {
    self.leaving = leaving
    self.arriving = arriving
    self.isWithdrawal = isWithdrawal
  }

  /// The sessions that people leave or enter, in rising order.
  var sessions: [Int] { Set((leaving + arriving).map { Int($0.session) }).sorted() }
}

extension PlanReview {
  /// Whether the plan keeps every rule once it is changed, given that it keeps them now.
  ///
  /// Those who arrive have no placement, or leave it in the same change.
  ///
  /// - Complexity: O(*c* *l*) for *c* placements that change and *l* limits.
  package func allows(_ change: PlanChange) -> Bool { Obstacles(self, change).ruleCount == 0 }
}
