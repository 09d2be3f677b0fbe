/// Derives cuts in a program that were derived in others.
///
/// A cut stands on rows, and these may be cuts themselves: they are derived first. Rows that are
/// missing are left out: a combination without them rounds to a cut as well, if perhaps to a poorer one.
struct Rederivation {
  private let program: IntegerProgram
  private var rounding: MixedIntegerRounding
  /// Rows, of the program and derived, by their keys; `nil` for what cannot be derived.
  private var rowOf: [Key: Int?] = [:]

  /// The cuts that hold in a program, without those that it has.
  ///
  /// - Parameters:
  ///   - derivations: how they were derived elsewhere.
  ///   - program: the program.
  /// - Returns: the cuts, in the order of the derivations.
  /// - Complexity: O(terms of all rows that they stand on).
  static func cuts(_ derivations: [Derivation], in program: IntegerProgram) -> [Cut] {
    if derivations.isEmpty || program.names == nil { return [] }
    var all = Rederivation(program)
    all.deriveImplied(derivations)
    return derivations.compactMap { all.cut($0) }
  }

  private init(_ program: IntegerProgram) {
    self.program = program
    rounding = MixedIntegerRounding(program, value: program.lower.map(Double.init))
    for (row, origin) in program.rows.origin.enumerated() {
      for source in origin.sources { rowOf[source.key] = row }
    }
  }

  /// Derives all bounds that switches imply and that something stands on.
  private mutating func deriveImplied(_ derivations: [Derivation]) {
    var wanted: Set<Derivation.Implied> = []
    var seen: Set<Key> = []
    var open = derivations
    while let next = open.popLast() {
      guard seen.insert(next.key).inserted else { continue }
      switch next.rule {
      case .implied(let implied): if rowOf[next.key] == nil { wanted.insert(implied) }
      case .rounding(let rounding): open += rounding.parts.compactMap(\.row.derivation)
      }
    }
    for cut in ImpliedBounds(program).cuts(as: wanted) { _ = append(cut) }
  }

  private mutating func append(_ cut: Cut) -> Int? {
    guard let key = cut.derivation?.key else { return nil }
    let row = rounding.rows.count
    rowOf[key] = row
    rounding.append(cut)
    return row
  }

  /// The cut of a derivation; `nil` if it is there already or cannot be derived.
  private mutating func cut(_ derivation: Derivation) -> Cut? {
    guard let row = row(RowOrigin.Source(derivation)), row >= program.rows.count else { return nil }
    return Cut(rounding.rows, row: row, derivation)
  }

  private mutating func row(_ source: RowOrigin.Source) -> Int? {
    if let known = rowOf[source.key] { return known }
    rowOf[source.key] = .some(nil)
    guard let derivation = source.derivation, case .rounding(let rule) = derivation.rule else {
      return nil
    }
    let places = rule.parts.map { row($0.row) }
    guard var cut = rounding.cut(rule, rows: places) else { return nil }
    cut.derivation = derivation
    return append(cut)
  }
}
