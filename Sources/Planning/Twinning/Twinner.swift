package import MobilityModel
package import Selection

/// Pairs of schools, with what is proven of them.
package struct Twinning: Hashable, Sendable {
  /// In rising order.
  package let pairs: [SchoolPair]
  /// In the order of ``TwinTier``.
  package private(set) var tiers: [Result]

  /// A tier's value in the twinning, and its bound, in the tier's own sense.
  package struct Result: Hashable, Sendable {
    package let tier: TwinTier
    package let value: Int
    /// What no twinning that equals this one in the tiers before can beat; `nil` if nothing is known.
    package fileprivate(set) var bound: Int?

    package var isMet: Bool { bound == value }
  }

  /// Pairs with their values, of which nothing is proven yet.
  init(_ pairs: [SchoolPair], _ pairing: SchoolPairing) {
    self.pairs = pairs
    tiers = TwinTier.allCases.map {
      Result(tier: $0, value: pairing.value(of: $0, in: pairs), bound: nil)
    }
  }

  mutating func prove(_ tier: TwinTier, bound: Int?) {
    for place in tiers.indices where tiers[place].tier == tier { tiers[place].bound = bound }
  }

  func value(of tier: TwinTier) -> Int { tiers.first { $0.tier == tier }?.value ?? 0 }

  /// Whether no twinning is better, tier by tier.
  package var isProven: Bool { tiers.allSatisfy(\.isMet) }

  /// Whether no twinning is better in a tier among those that are as good in the tiers before.
  func isMet(_ tier: TwinTier) -> Bool { tiers.contains { $0.tier == tier && $0.isMet } }
}

extension SchoolPairing {
  /// What pairs are worth in a tier.
  fileprivate func value(of tier: TwinTier, in pairs: [SchoolPair]) -> Int {
    switch tier {
    case .twinned: Set(pairs.flatMap { [$0.eu, $0.wb] }).count
    case .worstRank: pairs.reduce(0) { max($0, worseRank($1)) }
    case .wishes: pairs.reduce(0) { $0 + wishes($1) }
    case .sectors: pairs.reduce(0) { $0 + sectors($1) }
    case .languages: pairs.reduce(0) { $0 + languages($1) }
    case .km: pairs.reduce(0) { $0 + kilometres($1) }
    case .draw: pairs.reduce(0) { $0 + draw($1) }
    }
  }
}

/// What became of the search for a twinning.
package enum TwinOutcome: Hashable, Sendable {
  case optimal(Twinning)
  /// The search was stopped before everything was proven.
  case feasible(Twinning)
  /// More twins are agreed than some school takes, or, where something was asked of a twinning,
  /// none is like that.
  case infeasible
  /// The search was stopped before it found anything.
  case unknown
}

/// Finds the best twinning of schools, and what else could be.
///
/// The tiers are those of ``TwinTier``, one after the other: most schools with a twin, the best
/// worst rank, wishes, sectors, languages, kilometres, and a lot that tells equal ones apart.
package struct Twinner: Sendable {
  package let pairing: SchoolPairing
  private let possible: [SchoolPair]

  package init(_ schools: [School], _ rules: TwinRules) {
    pairing = SchoolPairing(schools, rules)
    possible = pairing.possiblePairs()
  }

  /// The best twinning with its proof; `options` say when to stop, and whom to tell.
  package func twin(options: SolveOptions = SolveOptions()) -> TwinOutcome {
    TwinSearch(pairing: pairing, possible: possible, demanded: nil, options: options).outcome()
  }

  /// The best twinning in which a pair of the best one is no pair: what its two schools would have
  /// instead.
  package func runnerUp(
    without pair: SchoolPair, options: SolveOptions = SolveOptions()
  ) -> TwinOutcome {
    if pairing.isAgreed(pair) { return .infeasible }
    return TwinSearch(
      pairing: pairing, possible: possible.filter { $0 != pair }, demanded: nil, options: options
    ).outcome()
  }

  /// The best twinning in which a school has a twin.
  package func twinning(
    with school: Int, options: SolveOptions = SolveOptions()
  ) -> TwinOutcome {
    TwinSearch(pairing: pairing, possible: possible, demanded: school, options: options).outcome()
  }
}
