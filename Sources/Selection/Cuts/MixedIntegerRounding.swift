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

  /// The point that is to be cut off, indexed by column, and the rows' activities there.
  private let value: [Double]
  private var activity: [Double] = []

  private var sum: SparseVector<Int>
  private var cut: SparseVector<Int>

  /// Coefficients beyond this are not worth their numerical trouble, but in small programs, where
  /// sums of money may be all there is to cut.
  private var largestCoefficient: Int { lower.count < TableauCuts.smallProgram ? 200_000 : 5_000 }

  /// - Parameters:
  ///   - rows: what may be combined.
  ///   - lower: least value of each column.
  ///   - upper: largest value of each column.
  ///   - value: the point that is to be cut off, indexed by column.
  init(rows: IntegerRows, lower: [Int], upper: [Int], value: [Double]) {
    self.rows = rows
    self.lower = lower
    self.upper = upper
    self.value = value
    sum = SparseVector(count: lower.count)
    cut = sum
    for row in 0..<rows.count {
      var low = 0
      var high = 0
      var total = 0.0
      for entry in rows.range(row) {
        let column = Int(rows.column[entry])
        let factor = rows.coefficient[entry]
        low += factor > 0 ? factor * lower[column] : factor * upper[column]
        high += factor > 0 ? factor * upper[column] : factor * lower[column]
        total += Double(factor) * value[column]
      }
      activity.append(total)
      least.append(max(low, rows.lower[row]))
      most.append(min(high, rows.upper[row]))
    }
  }

  /// The two roundings (of `<=` and of `>=`) of one combination that may cut off the point.
  ///
  /// - Parameters:
  ///   - multipliers: rows with their whole-number multipliers, none of them 0.
  ///   - divisor: `q` above.
  /// - Returns: at most two cuts.
  mutating func cuts(multipliers: [(row: Int, multiplier: Int)], divisor: Int) -> [Cut] {
    defer { sum.removeAll() }
    for (row, multiplier) in multipliers where !sum.add(row, of: rows, times: multiplier) {
      return []
    }
    return [1, -1].compactMap { sign in round(multipliers, sign: sign, divisor: divisor) }
  }

  private mutating func round(
    _ multipliers: [(row: Int, multiplier: Int)], sign: Int, divisor: Int
  ) -> Cut? {
    var right = 0
    var atUpper: [Bool] = []
    atUpper.reserveCapacity(sum.places.count)
    for column in sum.places.lazy.map({ Int($0) }) {
      let isNearUpper =
        value[column] - Double(lower[column]) > Double(upper[column]) - value[column]
      atUpper.append(isNearUpper)
      right -= sign * sum[column] * (isNearUpper ? upper[column] : lower[column])
    }
    // A slack is at its upper end where the row is at its lower.
    var slackAtUpper: [Bool] = []
    for (row, multiplier) in multipliers {
      let isLow = activity[row] - Double(least[row]) < Double(most[row]) - activity[row]
      slackAtUpper.append(isLow)
      right -= sign * multiplier * (isLow ? -least[row] : -most[row])
    }
    let fraction = right.flooredRemainder(by: divisor)
    if fraction == 0 { return nil }
    let rounding = Rounding(divisor: divisor, fraction: fraction)
    var cutRight = (divisor - fraction) * right.flooredQuotient(by: divisor)
    defer { cut.removeAll() }
    for (index, column) in sum.places.enumerated() {
      let place = Int(column)
      if sum[place] == 0 || lower[place] == upper[place] { continue }
      let factor = rounding.apply(sign * (atUpper[index] ? -sum[place] : sum[place]))
      cut.set(place, atUpper[index] ? -factor : factor)
      cutRight += atUpper[index] ? -factor * upper[place] : factor * lower[place]
    }
    for (index, (row, multiplier)) in multipliers.enumerated() where least[row] != most[row] {
      let factor = rounding.apply(sign * (slackAtUpper[index] ? -multiplier : multiplier))
      if factor == 0 { continue }
      // Slack end minus slack, or slack minus slack end, written in columns.
      let side = slackAtUpper[index] ? factor : -factor
      cutRight += slackAtUpper[index] ? factor * least[row] : -factor * most[row]
      for entry in rows.range(row) {
        cut.add(side * rows.coefficient[entry], at: Int(rows.column[entry]))
      }
    }
    return finished(upper: cutRight)
  }

  /// The cut that has been summed up, without the columns that are fixed.
  private func finished(upper right: Int) -> Cut? {
    var result = Cut(columns: [], coefficients: [], upper: right)
    for (column, factor) in cut.entries {
      let place = Int(column)
      if lower[place] == upper[place] {
        result.upper -= factor * lower[place]
        continue
      }
      if abs(factor) > largestCoefficient { return nil }
      result.columns.append(column)
      result.coefficients.append(factor)
    }
    if result.columns.isEmpty { return nil }
    result.reduce()
    return result
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
