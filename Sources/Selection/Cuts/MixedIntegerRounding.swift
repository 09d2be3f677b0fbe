/// Rounds combinations of rows to inequalities that every whole-number point keeps.
///
/// A combination is `sum(multiplier[i] * (row[i] x + slack[i])) = 0` in whole numbers, with slacks
/// that are whole numbers in `[-upper, -lower]` of their rows. Shifted to the nearest ends of all
/// ranges it reads `sum(c z) = b` with `z >= 0`; for a divisor `q` and `f = b mod q > 0`,
/// `sum(((q - f) floor(c / q) + max(0, c mod q - f)) z) <= (q - f) floor(b / q)` holds.
/// No floating point is used but for choosing the ends.
///
/// Source: Marchand and Wolsey 2001, for the case without continuous columns.
struct MixedIntegerRounding {
  let rows: IntegerRows
  let lower: [Int]
  let upper: [Int]
  /// Range of row activities, no wider than the columns allow.
  private(set) var least: [Int] = []
  private(set) var most: [Int] = []

  private var sum: [Int]
  private var touched: [Int32] = []
  private var isTouched: [Bool]

  /// Coefficients beyond this are not worth their numerical trouble, but in small programs, where
  /// sums of money may be all there is to cut.
  private var largestCoefficient: Int { lower.count < TableauCuts.smallProgram ? 200_000 : 5_000 }

  init(rows: IntegerRows, lower: [Int], upper: [Int]) {
    self.rows = rows
    self.lower = lower
    self.upper = upper
    sum = Array(repeating: 0, count: lower.count)
    isTouched = Array(repeating: false, count: lower.count)
    for row in 0..<rows.count {
      var low = 0
      var high = 0
      for entry in rows.range(row) {
        let column = Int(rows.column[entry])
        let factor = rows.coefficient[entry]
        low += factor > 0 ? factor * lower[column] : factor * upper[column]
        high += factor > 0 ? factor * upper[column] : factor * lower[column]
      }
      least.append(max(low, rows.lower[row]))
      most.append(min(high, rows.upper[row]))
    }
  }

  /// The two roundings (of `<=` and of `>=`) of one combination that cut off `value`.
  ///
  /// - Parameters:
  ///   - multipliers: rows with their whole-number multipliers, none of them 0.
  ///   - divisor: `q` above.
  ///   - value: the point, indexed by column.
  /// - Returns: at most two cuts.
  mutating func cuts(
    multipliers: [(row: Int, multiplier: Int)], divisor: Int, value: [Double]
  ) -> [Cut] {
    guard combine(multipliers) else {
      clear()
      return []
    }
    defer { clear() }
    let slackValue = multipliers.map { activity($0.row, value) }
    return [1, -1].compactMap { sign in
      round(multipliers, slackValue, sign: sign, divisor: divisor, value)
    }
  }

  private func activity(_ row: Int, _ value: [Double]) -> Double {
    var total = 0.0
    for entry in rows.range(row) {
      total += Double(rows.coefficient[entry]) * value[Int(rows.column[entry])]
    }
    return total
  }

  private mutating func combine(_ multipliers: [(row: Int, multiplier: Int)]) -> Bool {
    for (row, multiplier) in multipliers {
      for entry in rows.range(row) {
        let column = Int(rows.column[entry])
        if !isTouched[column] {
          isTouched[column] = true
          touched.append(Int32(column))
        }
        let (product, overflow) = multiplier.multipliedReportingOverflow(
          by: rows.coefficient[entry])
        if overflow || abs(product) > 1 << 30 { return false }
        sum[column] += product
      }
    }
    return true
  }

  private mutating func clear() {
    for column in touched {
      sum[Int(column)] = 0
      isTouched[Int(column)] = false
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func round(
    _ multipliers: [(row: Int, multiplier: Int)], _ activity: [Double], sign: Int, divisor: Int,
    _ value: [Double]
  ) -> Cut? {
    var right = 0
    var atUpper: [Bool] = []
    atUpper.reserveCapacity(touched.count)
    for column in touched.map({ Int($0) }) {
      let isNearUpper =
        value[column] - Double(lower[column]) > Double(upper[column]) - value[column]
      atUpper.append(isNearUpper)
      right -= sign * sum[column] * (isNearUpper ? upper[column] : lower[column])
    }
    // A slack is at its upper end where the row is at its lower.
    var slackAtUpper: [Bool] = []
    for (index, (row, multiplier)) in multipliers.enumerated() {
      let isLow = activity[index] - Double(least[row]) < Double(most[row]) - activity[index]
      slackAtUpper.append(isLow)
      right -= sign * multiplier * (isLow ? -least[row] : -most[row])
    }
    let fraction = right.flooredRemainder(by: divisor)
    if fraction == 0 { return nil }
    let rounding = Rounding(divisor: divisor, fraction: fraction)
    var cutRight = (divisor - fraction) * right.flooredQuotient(by: divisor)
    var cut: [Int32: Int] = [:]
    for (index, column) in touched.enumerated() {
      let place = Int(column)
      if sum[place] == 0 || lower[place] == upper[place] { continue }
      let factor = rounding.apply(sign * (atUpper[index] ? -sum[place] : sum[place]))
      cut[column] = atUpper[index] ? -factor : factor
      cutRight += atUpper[index] ? -factor * upper[place] : factor * lower[place]
    }
    for (index, (row, multiplier)) in multipliers.enumerated() where least[row] != most[row] {
      let factor = rounding.apply(sign * (slackAtUpper[index] ? -multiplier : multiplier))
      if factor == 0 { continue }
      // Slack end minus slack, or slack minus slack end, written in columns.
      let side = slackAtUpper[index] ? factor : -factor
      cutRight += slackAtUpper[index] ? factor * least[row] : -factor * most[row]
      for entry in rows.range(row) {
        cut[rows.column[entry], default: 0] += side * rows.coefficient[entry]
      }
    }
    return finish(cut, cutRight)
  }

  private func finish(_ terms: [Int32: Int], _ right: Int) -> Cut? {
    var upperBound = right
    var kept: [(Int32, Int)] = []
    for (column, factor) in terms where factor != 0 {
      let place = Int(column)
      if lower[place] == upper[place] {
        upperBound -= factor * lower[place]
      } else {
        kept.append((column, factor))
      }
    }
    if kept.isEmpty || kept.contains(where: { abs($0.1) > largestCoefficient }) { return nil }
    kept.sort { $0.0 < $1.0 }
    var cut = Cut(columns: kept.map(\.0), coefficients: kept.map(\.1), upper: upperBound)
    cut.reduce()
    return cut
  }

  /// The function that rounds the coefficients of a combination of rows.
  struct Rounding {
    let divisor: Int
    let fraction: Int

    func apply(_ coefficient: Int) -> Int {
      let rest = coefficient.flooredRemainder(by: divisor)
      return (divisor - fraction) * coefficient.flooredQuotient(by: divisor)
        + max(0, rest - fraction)
    }
  }
}
