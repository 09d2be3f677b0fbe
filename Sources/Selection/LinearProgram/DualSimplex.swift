/// What a run of the simplex method ended with.
enum RelaxationResult {
  case optimal
  /// The row of the inverse, in the rows' own scale, whose combination cannot be met.
  case infeasible(ray: [Double])
  /// The objective has passed the cutoff.
  case cutoff
  /// The pivot limit, or the caller, stopped the run.
  case stopped
}

/// The dual simplex method for ranges: steepest-edge pricing and a ratio test that flips ranges.
///
/// Source: Koberstein 2005, algorithms 4 (bound flipping) and section 8 (steepest edge).
extension Simplex {
  /// Restores primal feasibility while reduced costs keep their signs.
  mutating func dualOptimize(
    cutoff: Double = .infinity, pivotLimit: Int = .max, shouldStop: () -> Bool = { false }
  ) -> RelaxationResult {
    if isStale { refresh() } else if hasShift { applyShift() }
    var pivotsLeft = pivotLimit
    while true {
      if needsRefactoring { refresh() }
      if objective > cutoff { return .cutoff }
      guard let slot = leavingSlot() else { return .optimal }
      if pivotsLeft == 0 || (counters.pivots % 32 == 31 && shouldStop()) { return .stopped }
      pivotsLeft -= 1
      switch dualPivot(slot) {
      case .done: continue
      case .unstable: refresh()
      case .unbounded:
        if factorization.updateCount == 0 {
          return .infeasible(ray: (0..<rowCount).map { rho[$0] * program.scale[$0] })
        }
        refresh()
      }
    }
  }

  private var needsRefactoring: Bool {
    factorization.updateCount >= Self.refactorAfter
      || factorization.updateEntryCount > 2 * factorization.entryCount + 2000
  }

  /// The slot whose value is farthest out of its range, measured by its steepest-edge weight.
  private mutating func leavingSlot() -> Int? {
    var best = -1
    var bestScore = 0.0
    var kept = 0
    for place in outside {
      let slot = Int(place)
      let excess = excess(slot)
      if excess <= Self.feasibility {
        isOutside[slot] = false
        continue
      }
      outside[kept] = place
      kept += 1
      let score = excess * excess / weight[slot]
      if score > bestScore || (score == bestScore && slot < best) {
        bestScore = score
        best = slot
      }
    }
    outside.removeLast(outside.count - kept)
    return best < 0 ? nil : best
  }

  private enum PivotResult { case done, unstable, unbounded }

  private mutating func dualPivot(_ slot: Int) -> PivotResult {
    let leaving = Int(basic[slot])
    let isAbove = value[leaving] > program.upper[leaving]
    computeTableauRow(slot: slot)
    let excess =
      isAbove
      ? value[leaving] - program.upper[leaving] : program.lower[leaving] - value[leaving]
    guard let choice = chooseEntering(sign: isAbove ? 1 : -1, slope: excess) else {
      return .unbounded
    }
    computeEntering(choice.variable)
    let pivot = entering[slot]
    let expected = tableauRow[choice.variable]
    if abs(pivot - expected) > 1e-7 * (1 + abs(pivot)), factorization.updateCount > 0 {
      return .unstable
    }
    counters.pivots += 1
    if reducedCost[choice.variable] * (isAtUpper[choice.variable] ? -1 : 1) < 0 {
      shiftCost(choice.variable)
    }
    flip(choice.flips)
    moveBasics(slot: slot, entering: choice.variable, isAbove: isAbove)
    updateSteepestWeights(slot: slot)
    exchange(slot: slot, entering: choice.variable, leavingAtUpper: isAbove)
    shiftWrongCosts()
    return .done
  }

  /// Shifts costs so that no reduced cost has the wrong sign: the tolerance of the ratio test must
  /// not let the objective fall back, or pivots could go round in circles.
  ///
  /// Source: Koberstein 2005, section 6.2.2.
  private mutating func shiftWrongCosts() {
    for index in touched {
      let variable = Int(index)
      let price = reducedCost[variable]
      if slotOf[variable] >= 0 || (isAtUpper[variable] ? price <= 1e-13 : price >= -1e-13) {
        continue
      }
      if program.lower[variable] != program.upper[variable] { shiftCost(variable) }
    }
  }

  /// Makes the reduced cost of a nonbasic variable zero by changing its cost.
  private mutating func shiftCost(_ variable: Int) {
    cost[variable] -= reducedCost[variable]
    objective -= reducedCost[variable] * value[variable]
    reducedCost[variable] = 0
    isShifted = true
  }

  /// Moves nonbasic variables to their other ends and the basic ones accordingly.
  mutating func flip(_ variables: [Int32]) {
    if variables.isEmpty { return }
    for variable in variables.map({ Int($0) }) {
      let range = program.upper[variable] - program.lower[variable]
      let step = isAtUpper[variable] ? -range : range
      isAtUpper[variable].toggle()
      value[variable] = isAtUpper[variable] ? program.upper[variable] : program.lower[variable]
      objective += reducedCost[variable] * step
      scatter(variable, times: -step)
    }
    applyShift()
  }

  private mutating func moveBasics(slot: Int, entering variable: Int, isAbove: Bool) {
    let leaving = Int(basic[slot])
    let target = isAbove ? program.upper[leaving] : program.lower[leaving]
    let step = (value[leaving] - target) / entering[slot]
    objective += reducedCost[variable] * step
    moveBasics(by: step)
    value[variable] += step
  }

  mutating func updateSteepestWeights(slot: Int) {
    for row in rho.places { rowWork.set(Int(row), rho[Int(row)]) }
    factorization.solve(&rowWork, into: &steepest)
    let pivot = entering[slot]
    let norm = rho.squaredNorm
    for place in entering.places where Int(place) != slot {
      let index = Int(place)
      let ratio = entering[index] / pivot
      let updated = weight[index] - 2 * ratio * steepest[index] + ratio * ratio * norm
      weight[index] = max(updated, 1e-4)
    }
    weight[slot] = max(norm / (pivot * pivot), 1e-4)
  }
}
