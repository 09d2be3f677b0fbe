/// A bound on a tier in whole numbers, from prices that floating point suggested.
///
/// For any price of each row and of each earlier tier held at its value, every slot and count
/// decided alone gives a bound (weak duality). Prices are rounded to fractions with one common
/// denominator and everything after is added up in whole numbers: poor prices give a weak bound, never a
/// wrong one.
struct PriceBound {
  /// At least this is the tier's cost in every selection that has the earlier tiers' values.
  let value: Int

  /// Derives the bound; `nil` where numbers are too large to be added up safely.
  ///
  /// - Parameters:
  ///   - problem: slots, sums and rows.
  ///   - cost: of the tier, by column.
  ///   - held: costs of earlier tiers by column, the value of each, and its suggested price.
  ///   - price: suggested price of each row.
  init?(
    _ problem: CoupledProblem, cost: [Int], held: [(cost: [Int], value: Int, price: Double)],
    price: [Double]
  ) {
    guard let shift = Self.shift(problem, cost, held, price) else { return nil }
    let scale = Double(sign: .plus, exponent: shift, significand: 1)
    let tierPrices = held.map { Int(($0.price * scale).rounded()) }
    let prices = Self.signed(price, scale, problem)
    var sumPrice = [Int](repeating: 0, count: problem.sumCount)
    var countReduced = problem.countColumn.map { cost[Int($0)] << shift }
    for tier in held.indices {
      for (count, column) in problem.countColumn.enumerated() {
        countReduced[count] -= tierPrices[tier] * held[tier].cost[Int(column)]
      }
    }
    var total: Int128 = 0
    for (place, row) in problem.rows.enumerated() where prices[place] != 0 {
      total += Int128(prices[place]) * Int128(prices[place] > 0 ? row.lower : row.upper)
      if row.sum >= 0 { sumPrice[Int(row.sum)] += prices[place] }
      for term in problem.counts(of: row) {
        countReduced[Int(term.count)] -= prices[place] * term.coefficient
      }
    }
    for (tier, price) in zip(held, tierPrices) { total += Int128(price) * Int128(tier.value) }
    for (count, column) in problem.countColumn.enumerated() {
      let end =
        countReduced[count] > 0 ? problem.lower[Int(column)] : problem.upper[Int(column)]
      total += Int128(countReduced[count]) * Int128(end)
    }
    for slot in 0..<problem.slotCount {
      var least = problem.isRequired[slot] ? Int.max : 0
      for option in problem.options(of: slot) {
        let column = Int(problem.column[option])
        var reduced = cost[column] << shift
        for tier in held.indices { reduced -= tierPrices[tier] * held[tier].cost[column] }
        for entry in problem.entries(of: option) {
          reduced -= Int(problem.entryCoefficient[entry]) * sumPrice[Int(problem.entrySum[entry])]
        }
        least = min(least, reduced)
      }
      total += Int128(least)
    }
    // Values are whole, so a fraction counts as one more.
    let unit = Int128(1) << Int128(shift)
    let quotient = total >> Int128(shift)
    value = Int(clamping: total - quotient * unit > 0 ? quotient + 1 : quotient)
  }

  /// Prices as whole numbers; one on a side where a row has no bound is none.
  private static func signed(
    _ price: [Double], _ scale: Double, _ problem: CoupledProblem
  ) -> [Int] {
    price.indices.map { row in
      let whole = Int((price[row] * scale).rounded())
      if whole > 0 && problem.rows[row].lower == .min { return 0 }
      if whole < 0 && problem.rows[row].upper == .max { return 0 }
      return whole
    }
  }

  /// The finest denominator, as a power of two, for which no reduced cost can leave 62 bits.
  private static func shift(
    _ problem: CoupledProblem, _ cost: [Int],
    _ held: [(cost: [Int], value: Int, price: Double)], _ price: [Double]
  ) -> Int? {
    guard price.allSatisfy(\.isFinite), held.allSatisfy(\.price.isFinite) else { return nil }
    var sumSize = [Double](repeating: 0, count: problem.sumCount)
    var countSize = [Double](repeating: 0, count: problem.countCount)
    for (place, row) in problem.rows.enumerated() {
      if row.sum >= 0 { sumSize[Int(row.sum)] += abs(price[place]) + 1 }
      for term in problem.counts(of: row) {
        countSize[Int(term.count)] += (abs(price[place]) + 1) * abs(Double(term.coefficient))
      }
    }
    var largest = countSize.max() ?? 0
    for option in 0..<problem.optionCount {
      var size = 0.0
      for entry in problem.entries(of: option) {
        size +=
          sumSize[Int(problem.entrySum[entry])] * abs(Double(problem.entryCoefficient[entry]))
      }
      largest = max(largest, size)
    }
    largest += cost.reduce(0.0) { max($0, abs(Double($1))) }
    for tier in held {
      largest += (abs(tier.price) + 1) * tier.cost.reduce(1.0) { max($0, abs(Double($1))) }
    }
    // Prices are whole numbers themselves, also where nothing that they are for costs anything.
    largest = price.reduce(largest) { max($0, abs($1) + 1) }
    let most = Double(sign: .plus, exponent: 61, significand: 1)
    return stride(from: 40, through: 0, by: -1).first {
      largest * Double(sign: .plus, exponent: $0, significand: 1) < most
    }
  }
}
