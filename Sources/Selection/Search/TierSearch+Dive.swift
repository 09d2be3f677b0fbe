/// Dives: the relaxation is rounded step by step, with propagation in between.
extension TierSearch {
  private static let mostResolves = 200

  /// Fixes what is nearly whole, then the fractional column nearest to its upper end, until the
  /// vertex is a selection or nothing fits.
  ///
  /// - Returns: whether a better selection was found.
  mutating func dive() -> Bool {
    let mark = domain.mark
    let before = incumbentValue
    let saved = relaxation
    relaxation.setGuide(guide(Self.coarseRatio))
    _ = relaxation.primalOptimize(pivotLimit: 20_000, shouldStop: control.shouldStop)
    descend()
    domain.undo(to: mark, rows)
    relaxation.restore(saved)
    control.log("dive \(before) -> \(incumbentValue) \(later.map { c in incumbent.map { TierSearch.value(of: $0, c) } ?? 0 })")
    return incumbentValue < before
  }

  private mutating func descend() {
    var misses = 0
    for _ in 0..<Self.mostResolves {
      if control.shouldStop() { return }
      if let selection = roundedVertex() {
        accept(selection)
        return
      }
      guard let column = diveColumn() else { control.log("no column"); return }
      fixWhole(core: branching.isCore[column])
      let mark = domain.mark
      let up = Int(relaxation.value(column).rounded(.up))
      if !tryFix(column, up, .max) {
        domain.undo(to: mark, rows)
        misses += 1
        if misses > 8 || !tryFix(column, .min, up - 1) { return }
      }
    }
  }

  /// Narrows one column and solves again; `false` if that leaves nothing better than the incumbent.
  private mutating func tryFix(_ column: Int, _ lower: Int, _ upper: Int) -> Bool {
    guard domain.narrow(column, lower, upper, rows), domain.propagate(rows) else { return false }
    relaxation.setRanges(lower: domain.lower, upper: domain.upper)
    let result = relaxation.optimize(
      cutoff: .infinity, pivotLimit: 5_000, shouldStop: control.shouldStop)
    if case .optimal = result { return true }
    return false
  }

  /// Keeps options that the vertex picks whole, where propagation allows it.
  private mutating func fixWhole(core: Bool) {
    for column in 0..<cost.count where !domain.isFixed(column) && domain.upper[column] == 1 {
      if core && !branching.isCore[column] { continue }
      guard relaxation.value(column) > 0.999 else { continue }
      let mark = domain.mark
      if !(domain.narrow(column, 1, 1, rows) && domain.propagate(rows)) {
        domain.undo(to: mark, rows)
      }
    }
  }

  private func diveColumn() -> Int? {
    var best: Int?
    var bestScore = -1.0
    for column in 0..<cost.count where !domain.isFixed(column) {
      let value = relaxation.value(column)
      let fraction = value - value.rounded(.down)
      if fraction < 1e-6 || fraction > 1 - 1e-6 { continue }
      let score = fraction + (branching.isCore[column] ? 1 : 0)
      if score > bestScore {
        bestScore = score
        best = column
      }
    }
    return best
  }
}
