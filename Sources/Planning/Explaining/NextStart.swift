import MobilityModel

/// What a count starts from in the year after a plan.
package struct NextStart: Hashable, Sendable {
  /// Index into `Round.limits`.
  package var limit: Int
  /// Of the combination, in the order of the limit's `each`.
  package var values: [String]
  package var amount: Int
}

extension PlanReview {
  /// What the balances of the plan leave for the year after: the counts of all limits on a
  /// difference, with what they have started from.
  ///
  /// Other limits end with their year. A combination that no option reaches keeps its start, since
  /// who does not take part in a year owes the same after it.
  ///
  /// - Returns: all that is not 0, in the order of limits and of values.
  /// - Complexity: linear in the options that limits look at.
  package func nextStarts() -> [NextStart] {
    limits.indices.flatMap { place -> [NextStart] in
      let count = limits[place]
      // Only such a limit takes a start.
      guard count.limit.minus != nil, count.limit.kind != .orNone else { return [] }
      var amounts = count.limit.carried
      for (values, key) in count.combinations { amounts[values] = count.count(key) }
      return amounts.filter { $0.value != 0 }.sorted { $0.key.precede($1.key) }.map {
        NextStart(limit: place, values: $0.key, amount: $0.value)
      }
    }
  }
}
