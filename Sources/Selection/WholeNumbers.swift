/// Sums and products that stop at the ends of the range, for checks made once before a run so that
/// nothing in it can overflow.
package enum WholeNumbers {
  /// The largest sum that is let through: it leaves the solver room for a difference of two.
  package static let most = 1 << 61

  /// Stops at the ends of the range.
  @inlinable package static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left < 0 ? .min : .max) : sum
  }

  /// Stops at the ends of the range.
  package static func product(_ left: Int, _ right: Int) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? ((left < 0) == (right < 0) ? .max : .min) : product
  }

  /// Stops at the end of the range, where the smallest number has no opposite.
  @inlinable package static func negated(_ value: Int) -> Int { value == .min ? .max : -value }

  /// The size of a number, at most `Int.max`.
  @inlinable package static func size(_ value: Int) -> Int { value < 0 ? negated(value) : value }
}
