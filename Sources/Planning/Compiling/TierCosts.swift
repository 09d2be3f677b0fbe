import MobilityModel
import Selection

/// What an option costs in each tier, all of them minimised.
///
/// This is the one place where what is maximised changes its sign.
struct TierCosts: Sendable {
  let tiers: [Tier]
  private let valuation: Valuation
  /// Session of the published placement or -1, indexed by application.
  private let published: [Int32]
  /// Number of published placements; what `changes` would be if nobody were placed.
  let publishedCount: Int

  init(_ round: Round, _ valuation: Valuation, tiers: [Tier]) {
    self.tiers = tiers
    self.valuation = valuation
    var published = [Int32](repeating: -1, count: round.applications.count)
    for placement in round.published { published[placement.application] = Int32(placement.session) }
    self.published = published
    publishedCount = round.published.count
  }

  /// Adds an option's costs to `sums`, indexed by tier; sums stop at the ends of the range.
  @inline(__always)
  func add(_ option: Option, to sums: inout [Int]) {
    for (place, tier) in tiers.enumerated() {
      sums[place] = WholeNumbers.sum(sums[place], cost(of: option, in: tier))
    }
  }

  private func cost(of option: Option, in tier: Tier) -> Int {
    switch tier {
    case .filled: WholeNumbers.negated(valuation.weight(option))
    case .targets: 0
    case .points: WholeNumbers.negated(valuation.points(option))
    case .fit: WholeNumbers.negated(valuation.fit(option))
    case .changes: published[Int(option.application)] == option.session ? -1 : 0
    case .travel: valuation.km(option)
    case .euros: valuation.euros(option)
    case .draw: WholeNumbers.negated(valuation.draw(option))
    }
  }

  /// What one unit of a soft limit's shortfall or excess costs.
  var targetCost: [Int] { tiers.map { $0 == .targets ? 1 : 0 } }

  var zero: [Int] { Array(repeating: 0, count: tiers.count) }

  /// The tier's value in the contract's own sense, for a sum of costs.
  func value(of tier: Tier, cost: Int) -> Int {
    if tier.isMaximised { return WholeNumbers.negated(cost) }
    return tier == .changes ? WholeNumbers.sum(cost, publishedCount) : cost
  }
}
