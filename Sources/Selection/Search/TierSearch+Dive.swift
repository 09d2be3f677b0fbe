/// Dives: the relaxation is rounded step by step, with propagation in between.
extension TierSearch {
  private static let mostResolves = 200

  /// Fixes what is nearly whole, then the fractional column nearest to its upper end, until the
  /// vertex is a selection or nothing fits.
  ///
  /// - Returns: whether a better selection was found.
  mutating func dive() -> Bool {
    guard control.methods.heuristics else { return false }
    let mark = domain.mark
    let before = incumbentValue
    let saved = relaxation
    relaxation.setGuide(guide(Self.coarseRatio))
    _ = relaxation.primalOptimize(pivotLimit: 20_000, shouldStop: control.shouldStop)
    descend()
    domain.undo(to: mark, rows)
    relaxation.restore(saved)
    return incumbentValue < before
  }

  private static let mostBacktracks = 40

  /// A decision of a dive that may be turned round.
  private struct Decision {
    var mark: Int
    var column: Int
    var value: Int
  }

  private mutating func descend() {
    var decisions: [Decision] = []
    var backtracks = 0
    for _ in 0..<Self.mostResolves {
      if control.shouldStop() { return }
      if let selection = roundedVertex() {
        accept(selection)
        return
      }
      guard let column = diveColumn() else { return }
      let value = Int(relaxation.value(column).rounded(.up))
      decisions.append(Decision(mark: domain.mark, column: column, value: value))
      if goUp(column, value) { continue }
      // Turn the latest decision round that still leaves something on its other side.
      while true {
        guard let last = decisions.popLast(), backtracks < Self.mostBacktracks else { return }
        backtracks += 1
        domain.undo(to: last.mark, rows)
        if tryFix(last.column, .min, last.value - 1) { break }
      }
    }
  }

  /// Rounds a column up, together with what is whole already, or else alone.
  private mutating func goUp(_ column: Int, _ value: Int) -> Bool {
    let mark = domain.mark
    fixWhole(core: branching.isCore[column])
    if domain.mark > mark {
      if tryFix(column, value, .max) { return true }
      domain.undo(to: mark, rows)
    }
    return tryFix(column, value, .max)
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

  func diveColumn() -> Int? {
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
