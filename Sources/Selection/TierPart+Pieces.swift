/// Parts that become smaller: between tiers, and where ranges are narrowed from outside.
extension TierPart {
  /// Narrows the ranges of those columns of the problem that the part has.
  ///
  /// - Returns: `false` if what is fixed lies outside.
  mutating func narrow(to restriction: Restriction) -> Bool {
    var program = (lower: relaxation.program.lower, upper: relaxation.program.upper)
    for range in restriction.ranges {
      if let known = fixed.first(where: { $0.column == range.column }) {
        guard (range.lower...range.upper).contains(known.value) else { return false }
      }
      guard let link = links.first(where: { $0.whole == range.column }) else { continue }
      let place = Int(link.part)
      program.lower[place] = max(program.lower[place], range.lower)
      program.upper[place] = min(program.upper[place], range.upper)
      if program.lower[place] > program.upper[place] { return false }
      if let value = incumbent?[place], !(range.lower...range.upper).contains(value) {
        incumbent = nil
      }
    }
    relaxation.narrow(lower: program.lower, upper: program.upper)
    return true
  }

  /// The part without what is fixed, as pieces that no row joins.
  ///
  /// - Returns: `nil` if the part is seen to have no selection.
  func pieces() -> [TierPart]? {
    if !isFresh && !isWorthReducing { return [self] }
    guard let reduction = Reduction(relaxation.program) else { return nil }
    let whole = TierPart(reduction, of: self, at: relaxation)
    if incumbent != nil && whole.incumbent == nil { return nil }
    assert((witness == nil) == (whole.witness == nil), "a reduction has lost the witness")
    let components = Components(reduction.program)
    // Without a selection nobody knows the pieces' shares of the tiers before.
    let rows = reduction.program.rows
    let isOne = whole.incumbent == nil && rows.origin.contains { $0.kind == .tier }
    if isOne || components.count <= 1 { return [whole] }
    return (0..<components.count).map { whole.piece(components, $0) }
  }

  /// Whether so much is fixed that starting over with less is worth the work.
  private var isWorthReducing: Bool {
    let program = relaxation.program
    let free = (0..<program.columnCount).count { program.lower[$0] < program.upper[$0] }
    return free * 10 <= program.columnCount * 9 || Components(program).count > 1
  }

  private func piece(_ components: Components, _ component: Int) -> TierPart {
    var piece = self
    let columns = components.columns(of: component)
    piece.relaxation = Relaxation(
      components.program(component, of: relaxation.program, incumbent: incumbent))
    piece.cost = cost.map { values in columns.map { values[Int($0)] } }
    piece.isSwitch = columns.map { isSwitch[Int($0)] }
    piece.incumbent = incumbent.map { values in columns.map { values[Int($0)] } }
    piece.witness = witness.map { values in columns.map { values[Int($0)] } }
    piece.links = links.compactMap { link in
      components.component[Int(link.part)] == component
        ? Link(whole: link.whole, part: components.place[Int(link.part)]) : nil
    }
    // What is fixed goes with the first piece.
    if component > 0 {
      piece.fixed = []
      piece.fixedCost = cost.map { _ in 0 }
    }
    return piece
  }
}
