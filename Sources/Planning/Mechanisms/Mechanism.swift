package import MobilityModel

/// By what a plan is chosen among those that keep every rule; `docs/mechanisms.md` has the definitions.
///
/// What a mechanism leaves open, the round's own tiers decide.
package enum Mechanism: Hashable, Sendable {
  /// The tiers of the round's objective, and nothing else.
  case best
  /// Whoever has more points chooses first.
  case merit
  /// Most first choices, then most second ones, and so on.
  case rank
  /// The applicants who share a value of a key are placed in shares that are as even as can be: the
  /// smallest share as large as can be, then the second smallest, and so on.
  case equal(over: FilterKey)

  /// As command lines and results write it.
  package var name: String {
    switch self {
    case .best: "best"
    case .merit: "merit"
    case .rank: "rank"
    case .equal: "equal"
    }
  }

  package static let names = ["best", "merit", "rank", "equal"]
}

/// One thing that a mechanism asks for before the round's own tiers.
package struct MechanismStep: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Of `merit`: turns that have been taken, with a proof that no better offer was left.
    case turns
    /// Of `rank`: placements at a place of the applicant's list, counted from 1.
    case choice(Int)
    /// Of `rank`: placements that the applicant did not list.
    case unlisted
    /// Of `equal`: values of the key whose applicants are placed in a smaller share than this.
    case below(PlacedShare)

    /// As results write it: `choice-1`, `below-3/7`.
    package var name: String {
      switch self {
      case .turns: "turns"
      case .choice(let rank): "choice-\(rank)"
      case .unlisted: "unlisted"
      case .below(let share): "below-\(share.text)"
      }
    }
  }

  package var kind: Kind
  package var value: Int
  /// What no plan can beat that equals this one in the steps before; `nil` if nothing is known.
  package var bound: Int?
  /// Whether no plan beats it among those that are best in the steps before.
  package var isProven: Bool

  package var isMaximised: Bool {
    if case .below = kind { false } else { true }
  }
}

/// How many of those who have an option at all have a placement.
package struct PlacedShare: Hashable, Comparable, Sendable {
  package var placed: Int
  /// At least 1.
  package var eligible: Int

  package init(placed: Int, eligible: Int) {
    self.placed = placed
    self.eligible = eligible
  }

  // Both numbers are of applications, so their products are far from the end of the range.

  package static func < (left: PlacedShare, right: PlacedShare) -> Bool {
    left.placed * right.eligible < right.placed * left.eligible
  }

  package static func == (left: PlacedShare, right: PlacedShare) -> Bool {
    left.placed * right.eligible == right.placed * left.eligible
  }

  package func hash(into hasher: inout Hasher) {
    let reduced = reduced
    hasher.combine(reduced.placed)
    hasher.combine(reduced.eligible)
  }

  /// The same share in the smallest numbers.
  var reduced: PlacedShare {
    let divisor = greatestCommonDivisor(placed, eligible)
    return PlacedShare(placed: placed / divisor, eligible: eligible / divisor)
  }

  package var text: String { "\(placed)/\(eligible)" }

  /// The fewest placements with which so many applicants reach the share.
  func placements(of eligible: Int) -> Int {
    (placed * eligible + self.eligible - 1) / self.eligible
  }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
  var (large, small) = (one, other)
  while small != 0 { (large, small) = (small, large % small) }
  return max(large, 1)
}
