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
  private(set) var rows: IntegerRows
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

  /// What columns are known by elsewhere.
  private let names: ColumnNames?
  /// Further keys of a column.
  private var otherKeys: [Int32: [Key]] = [:]

  /// - Parameters:
  ///   - program: what may be combined, and the range of each column.
  ///   - value: the point that is to be cut off, indexed by column.
  init(_ program: IntegerProgram, value: [Double]) {
    rows = program.rows
    lower = program.lower
    upper = program.upper
    names = program.names
    for (key, column) in names?.others ?? [] { otherKeys[column, default: []].append(key) }
    self.value = value
    sum = SparseVector(count: lower.count)
    cut = sum
    for row in 0..<rows.count { addRange(of: row) }
  }

  private mutating func addRange(of row: Int) {
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

  /// The two roundings (of `<=` and of `>=`) of one combination, as far as they cut off the point.
  ///
  /// - Parameters:
  ///   - multipliers: rows with their whole-number multipliers, none of them 0.
  ///   - divisor: `q` above.
  /// - Returns: at most two cuts.
  mutating func cuts(multipliers: [(row: Int, multiplier: Int)], divisor: Int) -> [Cut] {
    defer { sum.removeAll() }
    guard add(multipliers) else { return [] }
    let ends = nearestEnds(multipliers)
    let most = CutSelection.mostTerms(columns: lower.count)
    return [1, -1].compactMap { sign in
      guard var cut = round(multipliers, sign: sign, divisor: divisor, ends, mostTerms: most),
        cut.efficacy(value) > CutSelection.leastEfficacy
      else { return nil }
      cut.derivation = derivation(multipliers, sign: sign, divisor: divisor, ends)
      return cut
    }
  }

  /// Sums up a combination; `false` if its numbers are too large.
  private mutating func add(_ multipliers: [(row: Int, multiplier: Int)]) -> Bool {
    multipliers.allSatisfy { sum.addChecked($0.row, of: rows, times: $0.multiplier) }
  }

  /// The ends of their ranges that columns, in the order of `sum.places`, and slacks are measured
  /// from.
  private struct Ends {
    var atUpper: [Bool]
    var slackAtUpper: [Bool]
  }

  private func nearestEnds(_ multipliers: [(row: Int, multiplier: Int)]) -> Ends {
    Ends(
      atUpper: sum.places.map { place in
        let column = Int(place)
        return value[column] - Double(lower[column]) > Double(upper[column]) - value[column]
      },
      slackAtUpper: multipliers.map { row, _ in
        activity[row] - Double(least[row]) < Double(most[row]) - activity[row]
      })
  }

  private mutating func round(
    _ multipliers: [(row: Int, multiplier: Int)], sign: Int, divisor: Int, _ ends: Ends,
    mostTerms: Int = .max
  ) -> Cut? {
    var right = 0
    for (index, place) in sum.places.enumerated() {
      let column = Int(place)
      right -= sign * sum[column] * (ends.atUpper[index] ? upper[column] : lower[column])
    }
    for (index, (row, multiplier)) in multipliers.enumerated() {
      right -= sign * multiplier * (ends.slackAtUpper[index] ? -least[row] : -most[row])
    }
    let fraction = right.flooredRemainder(by: divisor)
    if fraction == 0 { return nil }
    let rounding = Rounding(divisor: divisor, fraction: fraction)
    var cutRight = (divisor - fraction) * right.flooredQuotient(by: divisor)
    defer { cut.removeAll() }
    for (index, column) in sum.places.enumerated() {
      let place = Int(column)
      if sum[place] == 0 || lower[place] == upper[place] { continue }
      let atUpper = ends.atUpper[index]
      let factor = rounding.apply(sign * (atUpper ? -sum[place] : sum[place]))
      if factor == 0 { continue }
      cut.set(place, atUpper ? -factor : factor)
      cutRight += atUpper ? -factor * upper[place] : factor * lower[place]
    }
    for (index, (row, multiplier)) in multipliers.enumerated() where least[row] != most[row] {
      let atUpper = ends.slackAtUpper[index]
      let factor = rounding.apply(sign * (atUpper ? -multiplier : multiplier))
      if factor == 0 { continue }
      // Slack end minus slack, or slack minus slack end, written in columns.
      let side = atUpper ? factor : -factor
      cutRight += atUpper ? factor * least[row] : -factor * most[row]
      cut.add(row, of: rows, times: side)
    }
    return hasMoreTerms(than: mostTerms) ? nil : finished(upper: cutRight)
  }

  // MARK: Across programs

  private func derivation(
    _ multipliers: [(row: Int, multiplier: Int)], sign: Int, divisor: Int, _ ends: Ends
  ) -> Derivation? {
    guard let names else { return nil }
    var parts: [Derivation.Part] = []
    for ((row, multiplier), isAtUpper) in zip(multipliers, ends.slackAtUpper) {
      // A slack is at its upper end where the row is at its lower.
      let origin = rows.origin[row]
      guard let source = isAtUpper ? origin.lower : origin.upper else { return nil }
      parts.append(
        Derivation.Part(row: source, multiplier: multiplier, isSlackAtUpper: isAtUpper))
    }
    var atUpper: [Key] = []
    for (index, place) in sum.places.enumerated()
    where ends.atUpper[index] && sum[Int(place)] != 0 {
      atUpper.append(names.keys[Int(place)])
      if let others = otherKeys[place] { atUpper += others }
    }
    return Derivation(
      Derivation.Rounding(
        parts: parts, divisor: divisor, sign: sign, atUpper: atUpper, taken: names.taken))
  }

  /// The cut that a rounding gives here.
  ///
  /// - Parameters:
  ///   - rounding: how it was derived elsewhere.
  ///   - places: the rows here that stand for the rows of its parts.
  /// - Returns: `nil` if the combination rounds to nothing.
  mutating func cut(_ rounding: Derivation.Rounding, rows places: [Int?]) -> Cut? {
    defer { sum.removeAll() }
    let present = zip(places, rounding.parts).compactMap { place, part in
      place.map { (row: $0, part: part) }
    }
    let multipliers = present.map { (row: $0.row, multiplier: $0.part.multiplier) }
    guard let names, add(multipliers) else { return nil }
    let atUpper = Set(rounding.atUpper)
    let ends = Ends(
      atUpper: sum.places.map { place in
        let key = names.keys[Int(place)]
        return atUpper.contains(key) || rounding.taken.contains(key)
      },
      slackAtUpper: present.map(\.part.isSlackAtUpper))
    return round(multipliers, sign: rounding.sign, divisor: rounding.divisor, ends)
  }

  /// Adds a row that later ones may be combined of.
  mutating func append(_ cut: Cut) {
    rows.append(cut)
    addRange(of: rows.count - 1)
  }

  /// Whether what has been summed up has more terms on columns that are not fixed.
  private func hasMoreTerms(than most: Int) -> Bool {
    if cut.places.count <= most { return false }
    return most
      < cut.places.count { place in
        cut[Int(place)] != 0 && lower[Int(place)] != upper[Int(place)]
      }
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
      let quotient = coefficient.flooredQuotient(by: divisor)
      let rest = coefficient - quotient * divisor
      return (divisor - fraction) * quotient + max(0, rest - fraction)
    }
  }
}
