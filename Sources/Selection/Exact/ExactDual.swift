/// A lower bound in whole numbers, from prices that floating point suggested.
///
/// For any multipliers of the rows, the least value of `cost x - multiplier (rows x)` over the
/// column ranges plus what the rows' bounds give for the multipliers is a bound (weak duality).
/// The suggested prices are rounded to fractions with one common denominator, so that nothing
/// after the rounding can be inexact: a poor suggestion gives a weak bound, never a wrong one.
///
/// Source: Neumaier and Shcherbina 2004, with whole numbers in place of directed rounding.
struct ExactDual {
  /// Common denominator of all values here.
  let denominator: Int
  /// Reduced cost times the denominator, indexed by column.
  private(set) var reduced: [Int]
  /// Bound times the denominator.
  private(set) var numerator = 0

  /// The bound rounded up, since values are whole numbers.
  var bound: Int { -((-numerator).flooredQuotient(by: denominator)) }

  /// Divisible by all of 1 to 16, so that prices which are such fractions are kept exactly.
  private static let finest = 720_720 * 16
  private static let coarser = [720_720, 5040, 840, 60, 12, 1]

  /// - Parameters:
  ///   - cost: whole-number cost of each column; empty for a bound on feasibility alone.
  ///   - dual: suggested price of each row.
  /// - Returns: `nil` if the numbers are too large to be added up safely.
  init?(
    rows: borrowing IntegerRows, lower: [Int], upper: [Int], cost: [Int], dual: [Double]
  ) {
    guard let denominator = Self.denominator(rows, lower, upper, cost, dual) else { return nil }
    self.denominator = denominator
    reduced = cost.isEmpty ? Array(repeating: 0, count: lower.count) : cost
    if denominator != 1 { for column in 0..<reduced.count { reduced[column] *= denominator } }
    for row in 0..<rows.count where dual[row] != 0 {
      let multiplier = Int((dual[row] * Double(denominator)).rounded())
      let side = multiplier > 0 ? rows.lower[row] : rows.upper[row]
      if multiplier == 0 || side == .min || side == .max { continue }
      numerator += multiplier * side
      for entry in rows.range(row) {
        reduced[Int(rows.column[entry])] -= multiplier * rows.coefficient[entry]
      }
    }
    for column in 0..<reduced.count {
      numerator += reduced[column] * (reduced[column] > 0 ? lower[column] : upper[column])
    }
  }

  /// The finest denominator for which every sum stays below 2^61.
  private static func denominator(
    _ rows: borrowing IntegerRows, _ lower: [Int], _ upper: [Int], _ cost: [Int], _ dual: [Double]
  ) -> Int? {
    var size = 0.0
    for column in 0..<cost.count where cost[column] != 0 {
      size += abs(Double(cost[column])) * reach(lower[column], upper[column])
    }
    for row in 0..<rows.count where dual[row] != 0 {
      guard dual[row].isFinite else { return nil }
      var sum = 1.0
      for entry in rows.range(row) {
        let column = Int(rows.column[entry])
        sum += abs(Double(rows.coefficient[entry])) * reach(lower[column], upper[column])
      }
      size += (abs(dual[row]) + 1e-6) * sum * 2
    }
    let most = Double(sign: .plus, exponent: 61, significand: 1)
    if size * Double(finest) < most { return finest }
    return coarser.first { size * Double($0) < most }
  }

  private static func reach(_ lower: Int, _ upper: Int) -> Double {
    Double(max(1, max(abs(lower), abs(upper))))
  }
}

extension Int {
  /// The quotient rounded towards minus infinity; `divisor` is positive.
  func flooredQuotient(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// The remainder in `0..<divisor`; `divisor` is positive.
  func flooredRemainder(by divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
