package import MobilityModel

/// Why a round cannot be planned with 64-bit whole numbers.
package enum PlanningError: Error, Hashable, Sendable {
  /// The values of a tier could add up to `sum` or more, up or down.
  case tierOutOfRange(Tier, sum: Int)
  /// The amounts under a limit, or one of its bounds, reach `value` or more, up or down.
  case limitOutOfRange(limit: String, value: Int)
  /// There are more options than are looked for.
  case tooManyOptions(most: Int)

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
    }
  }
}

/// Sums that are checked once, before a run, so that nothing in it can overflow.
enum WholeNumbers {
  /// The largest sum that is let through: it leaves the solver room for a difference of two.
  static let most = 1 << 61

  /// Stops at the end of the range.
  @inline(__always)
  static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left < 0 ? .min : .max) : sum
  }

  /// Stops at the end of the range, where the smallest number has no opposite.
  @inline(__always)
  static func negated(_ value: Int) -> Int { value == .min ? .max : -value }

  /// The size of a number, at most `Int.max`.
  @inline(__always)
  static func size(_ value: Int) -> Int { value < 0 ? negated(value) : value }
}
