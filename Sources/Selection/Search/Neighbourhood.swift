/// Searches within searches: most columns are fixed, the small rest is searched with a node limit.
///
/// Source: Danna, Rothberg and Le Pape 2005; Berthold 2014 for the one without an incumbent.
extension TierSearch {
  private static let nodes = 40
  private static let deepest = 1

  /// Keeps the options that the vertex picks whole and searches what is left.
  ///
  /// - Returns: whether a better selection was found.
  mutating func searchAroundVertex(_ keeps: (TierSearch, Int) -> Bool) -> Bool {
    guard control.depth < Self.deepest else { return false }
    var fixed = relaxation.program
    for column in 0..<cost.count where fixed.lower[column] < fixed.upper[column] {
      let value = relaxation.value(column)
      let whole = value.rounded()
      if abs(value - whole) < 1e-6, whole != 0, keeps(self, column) {
        fixed.lower[column] = Int(whole)
        fixed.upper[column] = Int(whole)
      }
    }
    return searchPart(fixed)
  }

  /// Searches a part of the program; `part` differs from the whole in its ranges alone.
  private mutating func searchPart(_ part: IntegerProgram) -> Bool {
    guard let reduction = Reduction(part) else { return false }
    let partCost = reduction.reduced(cost: cost)
    var inner = control
    inner.depth += 1
    inner.nodes = 0
    inner.nodeLimit = Self.nodes
    inner.isVerbose = false
    inner.report = { _, _ in }
    var search = TierSearch(
      relaxation: Relaxation(reduction.program), cost: partCost, incumbent: nil, control: inner)
    // Only something better than what is known is of use.
    if incumbentValue != .max {
      search.incumbentValue = incumbentValue - reduction.fixedCost(cost)
    }
    let result = search.run()
    control.log("part \(reduction.program.columnCount)x\(reduction.program.rows.count) \(result) \(search.incumbentValue + reduction.fixedCost(cost)) found \(search.incumbent != nil) nodes \(search.control.nodes) pivots \(search.relaxation.simplex.counters.pivots) known \(incumbentValue)")
    guard let found = search.incumbent else { return false }
    let before = incumbentValue
    accept(reduction.expanded(found))
    return incumbentValue < before
  }
}
