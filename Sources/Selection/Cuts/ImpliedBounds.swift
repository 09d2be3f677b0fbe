/// What switches imply: where a row lets a column leave its lower end only if a switch is on, the
/// column is at most what it may be with the switch off, plus the rest of its range times the switch.
///
/// As soon as the switch may be a fraction, a row `sum(x) <= most * on` says less than that.
///
/// Source: Savelsbergh 1994, section 3.
struct ImpliedBounds {
  private let program: IntegerProgram

  private static let leastViolation = 1e-3
  /// Rows of a program that are no longer than this get their bounds as rows, not only as cuts.
  ///
  /// At the nodes of a tree, where nothing is cut, these close much of the gap. Longer ones would
  /// make a relaxation of as many rows as columns, which costs more than it closes.
  private static let mostTerms = 32

  init(_ program: IntegerProgram) { self.program = program }

  /// `column <= most + rest * control`.
  private struct Bound {
    var column: Int
    var control: Int
    var most: Int
    var rest: Int
    /// The row that implies it.
    var row: RowOrigin.Source?
  }

  private func cut(_ bound: Bound) -> Cut {
    let terms = [(bound.column, 1), (bound.control, -bound.rest)].sorted { $0.0 < $1.0 }
    return Cut(
      columns: terms.map { Int32($0.0) }, coefficients: terms.map(\.1), upper: bound.most,
      derivation: derivation(bound).map { Derivation($0) })
  }

  private func derivation(_ bound: Bound) -> Derivation.Implied? {
    guard let keys = program.names?.keys, let row = bound.row?.key else { return nil }
    return Derivation.Implied(
      row: row, column: keys[bound.column], control: keys[bound.control])
  }

  /// The bounds that were derived elsewhere, as far as they hold here, too.
  func cuts(as wanted: Set<Derivation.Implied>) -> [Cut] {
    if wanted.isEmpty { return [] }
    let named = Set(wanted.map(\.row))
    var found: [Cut] = []
    for row in 0..<program.rows.count
    where program.rows.origin[row].sources.contains(where: { named.contains($0.key) }) {
      forEachBound(of: row) { bound in
        if derivation(bound).map(wanted.contains) ?? false { found.append(cut(bound)) }
      }
    }
    return found
  }

  /// The bounds that a point does not keep.
  func cuts(at value: [Double]) -> [Cut] {
    var found: [Cut] = []
    for row in 0..<program.rows.count {
      forEachBound(of: row) { bound in
        let most = Double(bound.most) + Double(bound.rest) * value[bound.control]
        if value[bound.column] > most + Self.leastViolation { found.append(cut(bound)) }
      }
    }
    return found
  }

  /// The program with the bounds of short rows as rows.
  func strengthened() -> IntegerProgram {
    var result = program
    for row in 0..<program.rows.count where program.rows.range(row).count <= Self.mostTerms {
      forEachBound(of: row) { result.rows.append(cut($0)) }
    }
    return result
  }

  private func forEachBound(of row: Int, _ body: (Bound) -> Void) {
    let rows = program.rows
    guard rows.kind(row) == .model, rows.range(row).count > 2 else { return }
    if rows.upper[row] != .max { forEachBound(of: row, sign: 1, rows.upper[row], body) }
    if rows.lower[row] != .min { forEachBound(of: row, sign: -1, -rows.lower[row], body) }
  }

  /// Goes through what `sign * row <= right` implies.
  private func forEachBound(of row: Int, sign: Int, _ right: Int, _ body: (Bound) -> Void) {
    let rows = program.rows
    var slack = right
    var widest = 0
    for entry in rows.range(row) {
      let column = Int(rows.column[entry])
      let factor = sign * rows.coefficient[entry]
      slack -= factor * (factor > 0 ? program.lower[column] : program.upper[column])
      if factor > 0 { widest = max(widest, factor * width(column)) }
    }
    for entry in rows.range(row) {
      let factor = sign * rows.coefficient[entry]
      let control = Int(rows.column[entry])
      let isSwitch = program.lower[control] == 0 && program.upper[control] == 1
      if factor < 0 && isSwitch && slack + factor < widest {
        let off = Off(
          row: sign > 0 ? rows.origin[row].upper : rows.origin[row].lower, control: control,
          weight: -factor, slack: max(0, slack + factor))
        forEachBound(of: row, sign: sign, off, body)
      }
    }
  }

  /// A row while a switch is off.
  private struct Off {
    var row: RowOrigin.Source?
    var control: Int
    /// What the switch adds to the slack when it is on.
    var weight: Int
    var slack: Int
  }

  private func forEachBound(of row: Int, sign: Int, _ off: Off, _ body: (Bound) -> Void) {
    let rows = program.rows
    for entry in rows.range(row) where sign * rows.coefficient[entry] > 0 {
      let factor = sign * rows.coefficient[entry]
      let column = Int(rows.column[entry])
      let steps = off.slack / factor
      let rest = width(column) - steps
      // The row itself says as much where the switch weighs no more than the column.
      if rest <= 0 || (off.weight <= rest * factor && off.slack % factor == 0) { continue }
      let most = program.lower[column] + steps
      body(
        Bound(column: column, control: off.control, most: most, rest: rest, row: off.row))
    }
  }

  private func width(_ column: Int) -> Int { program.upper[column] - program.lower[column] }
}
