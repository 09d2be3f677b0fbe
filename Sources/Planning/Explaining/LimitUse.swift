package import MobilityModel

/// What a plan takes up under one combination of a limit.
package struct LimitUse: Hashable, Sendable {
  /// A key that splits the limit, with the value that is meant.
  package struct Each: Hashable, Sendable {
    package var key: FilterKey
    package var value: String
  }

  /// Index into `Round.limits`.
  package var limit: Int
  /// Empty for a limit that is not split.
  package var each: [Each]
  /// In the limit's measure; with `at_once` the most people on any one day.
  package var count: Int
  /// Of a soft limit: shortfall and excess.
  package var missed: Int
}

extension PlanReview {
  /// Every combination of every limit that exists, in the order of limits and of values.
  ///
  /// - Returns: what each of them holds, empty combinations too.
  /// - Complexity: linear in the options that limits look at.
  package func limitUses() -> [LimitUse] {
    let space = OptionSpace(round, tables.options, ignoring: [])
    return limits.indices.flatMap { place -> [LimitUse] in
      let limit = limits[place].limit
      if !limit.isPlain { return uses(place) }
      let reach = LimitReach(limit, space, tables.facts)
      return reach.combinations.map { combination in
        guard let first = reach.options[combination].first else {
          return LimitUse(
            limit: place, each: [], count: 0, missed: limits[place].missedWhenEmpty)
        }
        let option = tables.options.options[Int(first)]
        let key = limits[place].key(of: option)
        return LimitUse(
          limit: place,
          each: limit.each.map {
            LimitUse.Each(key: $0, value: tables.facts.value(of: $0, for: option))
          },
          count: limits[place].count(key), missed: limits[place].missed(key))
      }
    }
  }

  /// The combinations of a limit that is not plain.
  private func uses(_ place: Int) -> [LimitUse] {
    let count = limits[place]
    return count.combinations.map { values, key in
      LimitUse(
        limit: place,
        each: zip(count.limit.each, values).map { LimitUse.Each(key: $0, value: $1) },
        count: count.count(key), missed: count.missed(key))
    }
  }
}
