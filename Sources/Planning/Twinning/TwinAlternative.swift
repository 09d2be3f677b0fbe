package import MobilityModel

/// Another twinning than the best one, and the first tier in which it is worse.
package struct TwinAlternative: Hashable, Sendable {
  package let pairs: [SchoolPair]
  /// `nil` where the two are alike in every tier.
  package let loss: Loss?
  /// Whether no better one of its kind exists.
  package let isProven: Bool

  /// A tier's value in the best twinning and in the other one.
  package struct Loss: Hashable, Sendable {
    package let tier: TwinTier
    package let from: Int
    package let to: Int
  }

  /// The other twinning that an outcome has; `nil` where it has none.
  package init?(_ outcome: TwinOutcome, besides best: Twinning) {
    let other: Twinning
    switch outcome {
    case .optimal(let twinning), .feasible(let twinning): other = twinning
    case .infeasible, .unknown: return nil
    }
    pairs = other.pairs
    isProven = other.isProven
    let worse = zip(best.tiers, other.tiers).first { $0.value != $1.value }
    loss = worse.map { Loss(tier: $0.tier, from: $0.value, to: $1.value) }
  }

  /// The twins that a school has in it, in rising order.
  package func twins(of school: Int) -> [Int] { pairs.twins(of: school) }
}

extension [SchoolPair] {
  /// The twins of a school, in rising order.
  package func twins(of school: Int) -> [Int] {
    filter { $0.has(school) }.map { $0.twin(of: school) }.sorted()
  }
}
