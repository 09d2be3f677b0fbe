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
  /// Multiplier of each row times the denominator; positive where the row's lower bound is used.
  private(set) var multiplier: [Int]
  /// Bound times the denominator; a sum over all columns, hence wide.
  private(set) var numerator: Int128 = 0

  /// The bound as it is, but for rounding: nothing is claimed by it.
  var value: Double { Double(numerator) / Double(denominator) }

  /// The bound rounded up, since values are whole numbers.
  var bound: Int {
    let whole = numerator / Int128(denominator)
    let isExact = numerator % Int128(denominator) == 0
    return Int(clamping: numerator > 0 && !isExact ? whole + 1 : whole)
  }

  /// How many units of a price, in this denominator, fit between the bound and `value`.
  func steps(to value: Int, price: Int) -> Int {
    let room = Int128(value) * Int128(denominator) - numerator
    return room < 0 ? 0 : Int(clamping: room / Int128(abs(price)))
  }

  /// Divisible by all of 1 to 16, so that prices which are such fractions are kept exactly.
  private static let base = 720_720
  private static let finestShift = 14
  private static let coarser = [5040, 840, 60, 12, 1]

  /// Derives the bound; `nil` if the numbers are too large to be added up safely.
  ///
  /// - Parameters:
  ///   - rows: the rows that prices are for.
  ///   - columnEntries: most rows that any column is in.
  ///   - lower: lower ends of the column ranges.
  ///   - upper: their upper ends.
  ///   - cost: whole-number cost of each column; empty for a bound on feasibility alone.
  ///   - dual: suggested price of each row.
  init?(
    rows: borrowing IntegerRows, columnEntries: Int, lower: [Int], upper: [Int], cost: [Int],
    dual: [Double]
  ) {
    guard
      let denominator = Self.denominator(rows, cost, dual, columnEntries: columnEntries)
    else { return nil }
    self.denominator = denominator
    reduced = cost.isEmpty ? Array(repeating: 0, count: lower.count) : cost
    if denominator != 1 { for column in 0..<reduced.count { reduced[column] *= denominator } }
    multiplier = Array(repeating: 0, count: rows.count)
    for row in 0..<rows.count where dual[row] != 0 {
      let price = Int((dual[row] * Double(denominator)).rounded())
      if price == 0 { continue }
      var side = price > 0 ? rows.lower[row] : rows.upper[row]
      // The relaxation ranges every row by what the columns allow, and so may we.
      let extreme = rows.extreme(row, isLeast: price > 0, lower, upper)
      if price > 0 ? extreme > side : extreme < side {
        side = extreme
      } else {
        multiplier[row] = price
      }
      numerator += Int128(price) * Int128(side)
      for entry in rows.range(row) {
        reduced[Int(rows.column[entry])] -= price * rows.coefficient[entry]
      }
    }
    for column in 0..<reduced.count {
      let end = reduced[column] > 0 ? lower[column] : upper[column]
      if end != 0 { numerator += Int128(reduced[column]) * Int128(end) }
    }
  }

  /// The finest denominator for which no reduced cost can leave 62 bits.
  ///
  /// - Parameters:
  ///   - rows: the rows that prices are for.
  ///   - cost: cost of each column.
  ///   - dual: suggested price of each row.
  ///   - columnEntries: most rows that any column is in.
  /// - Returns: `nil` if there is none.
  private static func denominator(
    _ rows: borrowing IntegerRows, _ cost: [Int], _ dual: [Double], columnEntries: Int
  ) -> Int? {
    var largestCost = 1
    for value in cost { largestCost = max(largestCost, abs(value)) }
    var largestTerm = 0.0
    for row in 0..<rows.count where dual[row] != 0 {
      guard dual[row].isFinite else { return nil }
      largestTerm = max(largestTerm, (abs(dual[row]) + 1) * Double(rows.largest[row]))
    }
    let size = Double(largestCost) + largestTerm * Double(columnEntries)
    let most = Double(sign: .plus, exponent: 62, significand: 1)
    for shift in stride(from: finestShift, through: 0, by: -1)
    where size * Double(base << shift) < most {
      return base << shift
    }
    return coarser.first { size * Double($0) < most }
  }
}

extension Int {
  func saturatingSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

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
