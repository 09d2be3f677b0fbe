/// A combination of an objective's bound and rows in whole numbers: `sum of reduced times column <=
/// right`.
///
/// Prices are rounded to fractions with a common denominator, which is the objective's multiplier.
/// What `ExactDual` does in the search is done here in the words of a proof: rows that the columns
/// keep by themselves are left out, and what is left is to be repeated by a checker number by
/// number.
struct ExactCombination {
  /// Indexed by column.
  private(set) var reduced: [Int]
  /// By how much the right side exceeds the least that the left side can be; the combination cannot
  /// be kept if it is negative.
  private(set) var room: Int128
  private(set) var terms: [ProofTerm] = []

  /// From coarse to fine.
  static let denominators = [
    1, 2, 3, 4, 6, 12, 60, 840, 5040, 720_720, 720_720 << 7, 720_720 << 14,
  ]

  /// Combines an objective and rows; `nil` if numbers become too large.
  ///
  /// - Parameters:
  ///   - source: the rows.
  ///   - lower: lower ends of the column ranges.
  ///   - upper: their upper ends.
  ///   - objective: the objective; `nil` for a combination of rows alone.
  ///   - dual: suggested price of each row, positive where its lower bound is used.
  ///   - denominator: by which prices are multiplied.
  init?(
    _ source: borrowing ProofProgram, lower: [Int], upper: [Int], objective: ProofObjective?,
    dual: [Double], denominator: Int
  ) {
    let rows = source.program.rows
    reduced = Array(repeating: 0, count: lower.count)
    var right: Int128 = 0
    if let objective {
      right = Int128(objective.most) * Int128(denominator)
      terms.append(ProofTerm(inequality: 2 * objective.number, multiplier: denominator))
      for column in 0..<reduced.count {
        let (product, isTooLarge) = objective.cost[column].multipliedReportingOverflow(
          by: denominator)
        if isTooLarge { return nil }
        reduced[column] = product
      }
    }
    for row in 0..<rows.count where dual[row] != 0 {
      let scaled = (dual[row] * Double(denominator)).rounded()
      guard scaled.magnitude < Self.mostPrice else { return nil }
      let price = Int(scaled)
      if price == 0 { continue }
      let side = price > 0 ? rows.lower[row] : rows.upper[row]
      if side == .min || side == .max { continue }
      let extreme = rows.extreme(row, isLeast: price > 0, lower, upper)
      if price > 0 ? extreme >= side : extreme <= side { continue }
      right -= Int128(price) * Int128(side)
      terms.append(source.term(row: row, price: price))
      for entry in rows.range(row) {
        let column = Int(rows.column[entry])
        let (product, isTooLarge) = price.multipliedReportingOverflow(by: rows.coefficient[entry])
        let (sum, isBeyond) = reduced[column].subtractingReportingOverflow(product)
        if isTooLarge || isBeyond || sum.magnitude > Self.mostCoefficient { return nil }
        reduced[column] = sum
      }
    }
    room = right
    for column in 0..<reduced.count where reduced[column] != 0 {
      let end = reduced[column] > 0 ? lower[column] : upper[column]
      room -= Int128(reduced[column]) * Int128(end)
    }
  }

  private static let mostPrice = 0x1p60
  private static let mostCoefficient = UInt(1) << 60

  /// The range that the combination leaves to a column.
  func range(_ column: Int, _ lower: Int, _ upper: Int) -> (Int, Int) {
    let price = reduced[column]
    if price == 0 || lower == upper { return (lower, upper) }
    let steps = room / Int128(price.magnitude)
    if steps >= Int128(upper - lower) { return (lower, upper) }
    return price > 0 ? (lower, lower + Int(steps)) : (upper - Int(steps), upper)
  }
}
