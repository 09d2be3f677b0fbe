/// The primal simplex method, for a basis that is feasible but not optimal: after the objective
/// has changed to the next tier's, or a perturbation has been taken back.
extension Simplex {
  /// Improves the objective while every variable stays in its range.
  mutating func primalOptimize(
    pivotLimit: Int, shouldStop: () -> Bool = { false }
  ) -> RelaxationResult {
    refreshKeepingEnds()
    var pivotsLeft = pivotLimit
    while pivotsLeft > 0 {
      if factorization.updateCount >= Self.refactorAfter { refreshKeepingEnds() }
      guard let variable = improvingVariable() else {
        if factorization.updateCount == 0 { return .optimal }
        refreshKeepingEnds()
        if improvingVariable() == nil { return .optimal }
        continue
      }
      if counters.primalPivots % 32 == 31 && shouldStop() { return .stopped }
      counters.primalPivots += 1
      pivotsLeft -= 1
      primalPivot(variable)
    }
    return .stopped
  }

  /// The nonbasic variable whose reduced cost most asks for its other end.
  private func improvingVariable() -> Int? {
    var best = -1
    var bestScore = Self.optimality
    for variable in 0..<variableCount where !isBasic(variable) {
      if program.lower[variable] == program.upper[variable] { continue }
      let score = isAtUpper[variable] ? reducedCost[variable] : -reducedCost[variable]
      if score > bestScore {
        bestScore = score
        best = variable
      }
    }
    return best < 0 ? nil : best
  }

  private mutating func primalPivot(_ variable: Int) {
    computeEntering(variable)
    let direction = isAtUpper[variable] ? -1.0 : 1.0
    let range = program.upper[variable] - program.lower[variable]
    guard let block = blockingSlot(direction: direction, range: range) else {
      moveToOtherEnd(variable, direction * range)
      return
    }
    let leaving = Int(basic[block.slot])
    computeTableauRow(slot: block.slot)
    if abs(tableauRow[variable] - entering[block.slot]) > 1e-7 * (1 + abs(entering[block.slot])),
      factorization.updateCount > 0
    {
      refreshKeepingEnds()
      return
    }
    let target = block.atUpper ? program.upper[leaving] : program.lower[leaving]
    let step = (value[leaving] - target) / entering[block.slot]
    objective += reducedCost[variable] * step
    moveBasics(by: step)
    value[variable] += step
    updateSteepestWeights(slot: block.slot)
    exchange(slot: block.slot, entering: variable, leavingAtUpper: block.atUpper)
  }

  private mutating func moveToOtherEnd(_ variable: Int, _ step: Double) {
    moveBasics(by: step)
    objective += reducedCost[variable] * step
    isAtUpper[variable].toggle()
    value[variable] = isAtUpper[variable] ? program.upper[variable] : program.lower[variable]
  }

  /// The basic variable that leaves its range first; among nearly equal ones the largest pivot.
  ///
  /// - Returns: `nil` if the entering variable reaches its own other end before.
  private func blockingSlot(direction: Double, range: Double) -> (slot: Int, atUpper: Bool)? {
    var limit = range
    for place in entering.places where abs(entering[Int(place)]) > Self.pivotTolerance {
      let slot = Int(place)
      limit = min(limit, room(slot, direction) + Self.feasibility / abs(entering[slot]))
    }
    if limit >= range { return nil }
    var best = -1
    var bestSize = 0.0
    for place in entering.places where abs(entering[Int(place)]) > Self.pivotTolerance {
      let slot = Int(place)
      if room(slot, direction) <= limit && abs(entering[slot]) > bestSize {
        bestSize = abs(entering[slot])
        best = slot
      }
    }
    if best < 0 { return nil }
    return (best, entering[best] * direction < 0)
  }

  private func room(_ slot: Int, _ direction: Double) -> Double {
    let variable = Int(basic[slot])
    let rate = entering[slot] * direction
    let distance =
      rate > 0
      ? value[variable] - program.lower[variable] : program.upper[variable] - value[variable]
    return max(0, distance) / abs(rate)
  }
}
