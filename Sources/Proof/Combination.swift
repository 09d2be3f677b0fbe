/// A sum of inequalities `sum * x <= right` that is being put together.
///
/// Every operation answers `false` or `nil` where a number would leave its range.
struct Combination {
  /// Indexed by column.
  private(set) var sum: [Int]
  private(set) var touched: [Int] = []
  private var isTouched: [Bool]
  private var right: Int128 = 0

  init(columns: Int) {
    sum = Array(repeating: 0, count: columns)
    isTouched = Array(repeating: false, count: columns)
  }

  mutating func addColumn() {
    sum.append(0)
    isTouched.append(false)
  }

  mutating func clear() {
    for column in touched { (sum[column], isTouched[column]) = (0, false) }
    touched.removeAll(keepingCapacity: true)
    right = 0
  }

  /// Adds a row's terms.
  mutating func add(_ rows: ProofRows, _ row: Int, _ multiplier: Int) -> Bool {
    for entry in rows.range(row) {
      let column = Int(rows.column[entry])
      let (product, isTooLarge) = multiplier.multipliedReportingOverflow(
        by: rows.coefficient[entry])
      let (total, isBeyond) = sum[column].addingReportingOverflow(product)
      if isTooLarge || isBeyond || total == .min { return false }
      if !isTouched[column] {
        isTouched[column] = true
        touched.append(column)
      }
      sum[column] = total
    }
    return true
  }

  mutating func addRight(_ multiplier: Int, _ bound: Int) -> Bool {
    let (total, isTooLarge) = right.addingReportingOverflow(Int128(multiplier) * Int128(bound))
    right = total
    return !isTooLarge && total.magnitude <= Self.most
  }

  /// Half of what 128 bits hold, so that two such numbers can be added.
  static let most = UInt128(1) << 126

  /// By how much the right side exceeds the least that the left side can be.
  func room(_ lower: [Int], _ upper: [Int]) -> Int128? {
    var room = right
    for column in touched where sum[column] != 0 {
      let end = sum[column] > 0 ? lower[column] : upper[column]
      let (next, isTooLarge) = room.subtractingReportingOverflow(Int128(sum[column]) * Int128(end))
      if isTooLarge { return nil }
      room = next
    }
    return room.magnitude <= Self.most ? room : nil
  }

  /// Writes the values of fixed columns in their place.
  mutating func takeOutFixed(_ lower: [Int], _ upper: [Int]) -> Bool {
    for column in touched where lower[column] == upper[column] && sum[column] != 0 {
      if !addRight(-sum[column], lower[column]) { return false }
      sum[column] = 0
    }
    return true
  }

  /// Divides by what the coefficients share; the right side is rounded down, as the left side is
  /// whole.
  mutating func divide() {
    var shared = 0
    for column in touched {
      var (larger, smaller) = (shared, abs(sum[column]))
      while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
      shared = larger
    }
    if shared <= 1 { return }
    for column in touched { sum[column] /= shared }
    right = floored(right, by: Int128(shared))
  }

  /// Rounds the combination, read as an equation with slacks that are no less than 0, for columns
  /// measured from their ends.
  ///
  /// - Returns: how multipliers of slacks are rounded; their terms are still to be added.
  mutating func round(
    divisor: Int, _ lower: [Int], _ upper: [Int], atUpper: Set<Int>
  ) -> Rounding? {
    for column in touched where sum[column] != 0 {
      let end = atUpper.contains(column) ? upper[column] : lower[column]
      if !addRight(-sum[column], end) { return nil }
    }
    let quotient = floored(right, by: Int128(divisor))
    let fraction = Int(right - quotient * Int128(divisor))
    let rounding = Rounding(divisor: divisor, fraction: fraction)
    let (total, isTooLarge) = quotient.multipliedReportingOverflow(by: Int128(divisor - fraction))
    if isTooLarge || total.magnitude > Self.most { return nil }
    right = total
    for column in touched where sum[column] != 0 {
      let isUpper = atUpper.contains(column)
      guard let factor = rounding.apply(isUpper ? -sum[column] : sum[column]) else { return nil }
      sum[column] = isUpper ? -factor : factor
      if !addRight(sum[column], isUpper ? upper[column] : lower[column]) { return nil }
    }
    return rounding
  }

  /// The right side as a bound of a row.
  var smallRight: Int? {
    Int(exactly: right).flatMap { $0.magnitude <= ProofScanner.most ? $0 : nil }
  }

  /// The terms as those of a row, in rising order of column.
  var smallTerms: [(Int32, Int)]? {
    var terms: [(Int32, Int)] = []
    for column in touched.sorted() where sum[column] != 0 {
      if sum[column].magnitude > ProofScanner.most { return nil }
      terms.append((Int32(column), sum[column]))
    }
    return terms
  }
}

/// The function by which a combination's coefficients are rounded.
struct Rounding {
  let divisor: Int
  let fraction: Int

  func apply(_ coefficient: Int) -> Int? {
    let quotient = floored(Int128(coefficient), by: Int128(divisor))
    let rest = Int128(coefficient) - quotient * Int128(divisor)
    let value = Int128(divisor - fraction) * quotient + max(0, rest - Int128(fraction))
    return Int(exactly: value).flatMap { $0.magnitude <= ProofScanner.most ? $0 : nil }
  }
}

/// The quotient rounded down; `divisor` is positive.
func floored(_ value: Int128, by divisor: Int128) -> Int128 {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}

extension ProofRows {
  /// The least and the most that a row can be within ranges.
  func extent(_ row: Int, _ lower: [Int], _ upper: [Int]) -> (least: Int128, most: Int128)? {
    var (least, most): (Int128, Int128) = (0, 0)
    for entry in range(row) {
      let (place, factor) = (Int(column[entry]), Int128(coefficient[entry]))
      let (low, high) = (factor * Int128(lower[place]), factor * Int128(upper[place]))
      let (nextLeast, isTooLow) = least.addingReportingOverflow(min(low, high))
      let (nextMost, isTooHigh) = most.addingReportingOverflow(max(low, high))
      if isTooLow || isTooHigh { return nil }
      (least, most) = (nextLeast, nextMost)
    }
    if max(least.magnitude, most.magnitude) > Combination.most { return nil }
    return (least, most)
  }
}
