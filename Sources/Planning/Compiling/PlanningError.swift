package import MobilityModel
import Selection

/// Why a round cannot be planned with 64-bit whole numbers.
package enum PlanningError: Error, Hashable, Sendable {
  /// The values of a tier could add up to `sum` or more, up or down.
  case tierOutOfRange(Tier, sum: Int)
  /// The amounts under a limit, or one of its bounds, reach `value` or more, up or down.
  case limitOutOfRange(limit: String, value: Int)
  /// There are more options than are looked for.
  case tooManyOptions(most: Int)
  /// The tiers, from the last one up to the named one, cannot be put into one exact sum.
  case weightsOutOfRange(String)

  /// What is wrong, in words.
  package var message: String {
    switch self {
    case .tierOutOfRange(let tier, let sum):
      "the values of the tier \(tier.rawValue) could add up to \(sum) or more; "
        + "at most \(WholeNumbers.most) can be counted exactly"
    case .limitOutOfRange(let limit, let value):
      "the limit \(limit) reaches \(value) or more; "
        + "at most \(WholeNumbers.most) can be counted exactly"
    case .tooManyOptions(let most):
      "the round has more than \(most) options (ways to place an application)"
    case .weightsOutOfRange(let tier):
      "one sum of the tiers from \(tier) to the last needs numbers beyond \(1 << 53) to be "
        + "exact; write each tier to a file of its own"
    }
  }
}
