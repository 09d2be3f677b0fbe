/// Cuts from rows of the tableau in which a whole-number variable is fractional.
///
/// A row of the inverse is a combination of rows; the bases of selection problems are nearly
/// unimodular, so its multipliers are fractions with a small common denominator. That denominator
/// makes the combination whole, and `MixedIntegerRounding` rounds it exactly: these are Gomory's
/// cuts, with zero-half cuts as the case of denominator 2.
struct TableauCuts {
  /// Programs of fewer columns may have cuts of large numbers.
  static let smallProgram = 1_000
  private static let mostSources = 150

  static func separate(
    _ simplex: inout Simplex, _ rounding: MixedIntegerRounding, _ crew: any Crew
  ) -> [Cut] {
    var found: [Combination] = []
    combinations(&simplex) { found.append(Combination(multipliers: $0, divisor: $1)) }
    let middle = found.count / 2
    let halves = [found[..<middle], found[middle...]].map { half in
      { @Sendable in
        var own = rounding
        return half.flatMap { own.cuts(multipliers: $0.multipliers, divisor: $0.divisor) }
      }
    }
    return crew.results(of: halves).flatMap(\.self)
  }

  /// Rows to be added up, and what to round the sum by.
  private struct Combination: Sendable {
    var multipliers: [(row: Int, multiplier: Int)]
    var divisor: Int
  }

  /// The combinations of rows, with the divisors to round them by, that may cut off the vertex.
  static func combinations(
    _ simplex: inout Simplex, _ body: ([(row: Int, multiplier: Int)], Int) -> Void
  ) {
    for slot in sources(simplex) {
      simplex.computeInverseRow(slot: slot)
      guard let combination = wholeCombination(simplex) else { continue }
      body(combination.multipliers, combination.divisor)
    }
  }

  /// Slots of fractional variables, the most fractional first.
  private static func sources(_ simplex: Simplex) -> [Int] {
    var found: [(slot: Int, distance: Double)] = []
    for slot in 0..<simplex.rowCount {
      let variable = Int(simplex.basic[slot])
      var value = simplex.value[variable]
      if variable >= simplex.columnCount {
        value /= simplex.program.scale[variable - simplex.columnCount]
      }
      let distance = abs(value - value.rounded())
      if distance > 0.02 { found.append((slot, distance)) }
    }
    found.sort { ($1.distance, $0.slot) < ($0.distance, $1.slot) }
    return found.prefix(mostSources).map(\.slot)
  }

  private static func wholeCombination(
    _ simplex: Simplex
  ) -> (multipliers: [(row: Int, multiplier: Int)], divisor: Int)? {
    let largestDenominator = simplex.columnCount < smallProgram ? 5_000 : 240
    var divisor = 1
    var rows: [(Int, Double)] = []
    var largest = 0.0
    for place in simplex.rho.places.sorted() where abs(simplex.rho[Int(place)]) > 1e-9 {
      let row = Int(place)
      let factor = simplex.rho[row] * simplex.program.scale[row]
      rows.append((row, factor))
      largest = max(largest, abs(factor))
    }
    for (_, factor) in rows {
      let scaled = factor * Double(divisor)
      guard
        let extra = (1...largestDenominator).first(where: {
          let product = scaled * Double($0)
          return abs(product - product.rounded()) < 1e-6 * Double($0)
        }), divisor * extra <= largestDenominator
      else { return nil }
      divisor *= extra
    }
    if largest * Double(divisor) > 1e6 { return nil }
    let whole = rows.compactMap { row, factor -> (row: Int, multiplier: Int)? in
      let multiplier = Int((factor * Double(divisor)).rounded())
      return multiplier == 0 ? nil : (row, multiplier)
    }
    return (whole, divisor)
  }
}
