/// Rounds combinations of rows as `MixedIntegerRounding` does, and notes how a checker can repeat it.
///
/// Every inequality `g x <= h` gets the slack `h - g x`, a whole number that is not negative, so
/// that a combination is an equation. With columns measured from one of their ends it reads
/// `sum(c z) = b` with all `z >= 0`; rounded for a divisor `q` as Marchand and Wolsey (2001) do, and
/// with slacks written in columns once more, it is a new inequality. The slack of an equation is 0
/// and left out.
struct RoundedCombination {
  private let source: ProofProgram
  private var sum: SparseVector<Int>

  private static let largestCoefficient = 100_000

  /// A new row with its derivation.
  struct Derived: Hashable {
    var cut: Cut
    var step: Step
  }

  /// How a row was rounded.
  struct Step: Hashable {
    var divisor: Int
    /// Columns measured from their upper ends, by their numbers in the proof.
    var atUpper: [Int]
    var terms: [ProofTerm]
  }

  init(_ source: ProofProgram) {
    self.source = source
    sum = SparseVector(count: source.program.columnCount)
  }

  /// The roundings of a combination and of its negative that cut off `value`.
  mutating func cuts(
    multipliers: [(row: Int, multiplier: Int)], divisor: Int, value: [Double]
  ) -> [Derived] {
    [1, -1].compactMap { sign in
      let signed = multipliers.map { ($0.row, sign * $0.multiplier) }
      return round(signed, divisor, value)
    }
  }

  /// An inequality of the combination: `side` is 1 for "at most upper", -1 for "at least lower".
  private struct Part {
    var row: Int
    var side: Int
    var multiplier: Int
    var isEquation: Bool
  }

  private mutating func round(
    _ multipliers: [(Int, Int)], _ divisor: Int, _ value: [Double]
  ) -> Derived? {
    let (lower, upper) = (source.program.lower, source.program.upper)
    let rows = source.program.rows
    defer { sum.removeAll() }
    var parts: [Part] = []
    var right = 0
    for (row, multiplier) in multipliers {
      guard let part = part(row, multiplier, value),
        sum.addChecked(row, of: rows, times: multiplier)
      else { return nil }
      parts.append(part)
      right += multiplier * (part.side > 0 ? rows.upper[row] : rows.lower[row])
    }
    var atUpper: Set<Int> = []
    for column in sum.places.lazy.map({ Int($0) }) where sum[column] != 0 {
      let isNearUpper =
        lower[column] < upper[column]
        && value[column] - Double(lower[column]) > Double(upper[column]) - value[column]
      if isNearUpper { atUpper.insert(column) }
      right -= sum[column] * (isNearUpper ? upper[column] : lower[column])
    }
    let fraction = right.flooredRemainder(by: divisor)
    if fraction == 0 { return nil }
    let rounding = MixedIntegerRounding.Rounding(divisor: divisor, fraction: fraction)
    var cutRight = (divisor - fraction) * right.flooredQuotient(by: divisor)
    var terms: [Int: Int] = [:]
    for column in sum.places.lazy.map({ Int($0) })
    where sum[column] != 0 && lower[column] < upper[column] {
      let isUpper = atUpper.contains(column)
      let factor = rounding.apply(isUpper ? -sum[column] : sum[column])
      terms[column] = isUpper ? -factor : factor
      cutRight += isUpper ? -factor * upper[column] : factor * lower[column]
    }
    for part in parts where !part.isEquation {
      let factor = rounding.apply(part.multiplier)
      if factor == 0 { continue }
      cutRight -= factor * (part.side > 0 ? rows.upper[part.row] : -rows.lower[part.row])
      for entry in rows.range(part.row) {
        terms[Int(rows.column[entry]), default: 0] -= factor * part.side * rows.coefficient[entry]
      }
    }
    guard let cut = finish(terms, cutRight) else { return nil }
    let step = Step(
      divisor: divisor, atUpper: atUpper.map { source.columnNumber[$0] }.sorted(),
      terms: parts.map {
        ProofTerm(
          inequality: 2 * source.rowNumber[$0.row] + ($0.side > 0 ? 0 : 1),
          multiplier: $0.multiplier)
      })
    return Derived(cut: cut, step: step)
  }

  /// The side of a row that is nearer to the point, of those that have a bound.
  private func part(_ row: Int, _ multiplier: Int, _ value: [Double]) -> Part? {
    let rows = source.program.rows
    let (low, high) = (rows.lower[row], rows.upper[row])
    if low == high { return Part(row: row, side: 1, multiplier: multiplier, isEquation: true) }
    if low == .min && high == .max { return nil }
    var isUpper = low == .min
    if low != .min && high != .max {
      var activity = 0.0
      for entry in rows.range(row) {
        activity += Double(rows.coefficient[entry]) * value[Int(rows.column[entry])]
      }
      isUpper = Double(high) - activity < activity - Double(low)
    }
    return Part(
      row: row, side: isUpper ? 1 : -1, multiplier: isUpper ? multiplier : -multiplier,
      isEquation: false)
  }

  private func finish(_ terms: [Int: Int], _ right: Int) -> Cut? {
    let (lower, upper) = (source.program.lower, source.program.upper)
    var right = right
    var kept: [(key: Int, value: Int)] = []
    for (column, factor) in terms where factor != 0 {
      if lower[column] == upper[column] {
        right -= factor * lower[column]
      } else {
        kept.append((column, factor))
      }
    }
    kept.sort { $0.key < $1.key }
    if kept.isEmpty || kept.contains(where: { abs($0.value) > Self.largestCoefficient }) {
      return nil
    }
    var cut = Cut(
      columns: kept.map { Int32($0.key) }, coefficients: kept.map(\.value), upper: right)
    cut.reduce()
    return cut
  }
}
