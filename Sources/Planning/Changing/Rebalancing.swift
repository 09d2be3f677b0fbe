package import MobilityModel
import Selection

/// How places that a country leaves unused are offered to the others.
package enum SharingRule: String, Hashable, Sendable, CaseIterable {
  /// Each of the others may take as many, or one more.
  case equal
  /// In proportion to those of a country who could go and have no place.
  case waiting
  /// The round's objective decides: together no more are taken than were returned.
  case open
}

/// A limit on the people of a country, with what a plan uses of it.
package struct CountryQuota: Hashable, Sendable {
  /// Index into `Round.limits`.
  package var limit: Int
  package var country: String
  package var most: Int
  package var used: Int
  /// Applications of the country under the limit that have an option and no placement.
  package var waiting: Int

  package var unused: Int { max(0, most - used) }
}

/// Takes back places that one country does not use, and lets others have them.
package struct Rebalancing: Sendable {
  private let review: PlanReview
  private var round: Round { review.round }
  /// By limit, then by country.
  package let quotas: [CountryQuota]

  /// - Parameter review: a plan that keeps every rule of its round.
  package init(_ review: PlanReview) {
    self.review = review
    quotas = review.countryQuotas
  }

  /// A limit that is a quota: it bounds the people of one country, or of each country.
  package static func isQuota(_ limit: Limit) -> Bool {
    guard limit.measure == .people, limit.max != nil else { return false }
    return limit.each == [.country]
      || (limit.each.isEmpty && limit.who.conditions.contains { $0.isOneCountry })
  }

  /// What a country would return: of each of its quotas what it does not use, at most `most`.
  package func returned(by country: String, most: Int? = nil) -> [CountryQuota] {
    quotas.filter { $0.country == country && $0.unused > 0 }.map { quota in
      var quota = quota
      quota.most = quota.used + min(quota.unused, most ?? quota.unused)
      return quota
    }
  }

  /// How many of the returned places of one limit each other country may take.
  ///
  /// - Returns: shares in the order of countries; of `open` everybody's is the whole.
  package func shares(of returned: CountryQuota, by rule: SharingRule) -> [(
    country: String, share: Int
  )] {
    let others = quotas.filter {
      areAlike($0, returned) && $0.country != returned.country
    }
    let weights =
      switch rule {
      case .open: [Int]()
      case .equal: others.map { _ in 1 }
      case .waiting: others.map(\.waiting)
      }
    let shares =
      rule == .open
      ? others.map { _ in returned.unused } : Self.divided(returned.unused, by: weights)
    return zip(others, shares).map { ($0.country, $1) }
  }

  /// Quotas of one table row, or rows that differ in nothing but the country.
  package func areAlike(_ one: CountryQuota, _ other: CountryQuota) -> Bool {
    one.limit == other.limit
      || round.limits[one.limit].withoutCountry == round.limits[other.limit].withoutCountry
  }

  /// A whole number divided in proportion to weights: whole parts, then one more for the largest
  /// remainders, the first of equal ones.
  static func divided(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { total * $0 / sum }
    let order = weights.indices.sorted {
      (total * weights[$1] % sum, $0) < (total * weights[$0] % sum, $1)
    }
    for place in order.prefix(total - parts.reduce(0, +)) { parts[place] += 1 }
    return parts
  }

  /// The round in which a country has returned places and the others may take them: nobody who has a
  /// place loses it for that, then the round's own objective decides.
  package func round(returning returned: [CountryQuota], by rule: SharingRule) -> Round {
    let replanning = Replanning(withdrawn: [], asOf: Day(number: .min / 2))
    var changed = replanning.round(after: round, review.plan).round
    var limits: [Limit] = []
    for (place, limit) in round.limits.enumerated() {
      let own = quotas.filter { $0.limit == place }
      let touched = returned.filter { back in own.contains { areAlike($0, back) } }
      guard let back = touched.first else {
        limits.append(limit)
        continue
      }
      let shares = Dictionary(
        uniqueKeysWithValues: self.shares(of: back, by: rule).map { ($0.country, $0.share) })
      limits += own.map { quota in
        var single = limit.of(quota.country)
        if quota.country == back.country {
          single.max = back.most
        } else {
          single.max = quota.most + (shares[quota.country] ?? 0)
        }
        single.min = single.min.map { min($0, single.max ?? $0) }
        return single
      }
      if rule == .open, back.limit == place { limits.append(total(limit, back)) }
    }
    changed.limits = limits.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return changed
  }

  /// All countries together take no more than before: what one has returned is there once.
  private func total(_ limit: Limit, _ returned: CountryQuota) -> Limit {
    let own = quotas.filter { areAlike($0, returned) }
    var total = limit.withoutCountry
    total.id = limit.id + ".all"
    total.who.conditions.append(
      Filter.Condition(key: .country, values: Set(own.map(\.country))))
    total.min = nil
    total.max = max(own.reduce(0) { $0 + $1.most }, own.reduce(0) { $0 + $1.used })
    total.kind = .hard
    return total
  }
}

extension Filter.Condition {
  fileprivate var isOneCountry: Bool { key == .country && values.count == 1 }
}

extension Limit {
  /// What remains of a quota without the country that it is for, and without what names it.
  fileprivate var withoutCountry: Limit {
    var limit = self
    (limit.id, limit.min, limit.max, limit.reason) = ("", nil, nil, "")
    limit.each = []
    limit.who.conditions.removeAll(where: \.isOneCountry)
    return limit
  }

  /// The quota of one country.
  fileprivate func of(_ country: String) -> Limit {
    guard !each.isEmpty else { return self }
    var limit = self
    limit.id = "\(id).\(country)"
    limit.each = []
    limit.who.conditions.append(Filter.Condition(key: .country, values: [country]))
    return limit
  }
}

extension PlanReview {
  /// Every quota of every country that could use it.
  fileprivate var countryQuotas: [CountryQuota] {
    limits.indices.flatMap { place -> [CountryQuota] in
      let limit = limits[place].limit
      guard Rebalancing.isQuota(limit), let most = limit.max else { return [] }
      var (used, waiting) = ([String: Int](), [String: Set<Int32>]())
      for option in tables.options.options where limits[place].reaches(option) {
        let country = tables.facts.value(of: .country, for: option)
        used[country, default: 0] += 0
        if state.placement[option.application] == option {
          used[country, default: 0] += 1
        } else if state.placement[option.application] == nil {
          waiting[country, default: []].insert(option.application)
        }
      }
      return used.keys.sorted().map { country in
        CountryQuota(
          limit: place, country: country, most: most, used: used[country] ?? 0,
          waiting: waiting[country]?.count ?? 0)
      }
    }
  }
}
