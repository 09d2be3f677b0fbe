/// The root: relaxation, cuts, fixing by reduced cost, first selections.
extension TierSearch {
  enum RootResult { case closed, open, stopped }

  private static let mostRounds = 60
  private static let mostCutsPerRound = 80
  /// Rounds of cuts in a row that may bring next to nothing; fewer where a program much like this one
  /// was cut before, since what its cuts could not close those here mostly cannot either.
  private static let (mostStalls, mostStallsOfKnown) = (15, 3)

  mutating func solveRoot() -> RootResult {
    let result = cutRoot()
    noteLessons()
    return result
  }

  private mutating func cutRoot() -> RootResult {
    narrowRoot()
    startRoot()
    if let result = resolveRoot() { return result }
    firstBound = bound
    let modelRows = rows.rows.count
    if control.isInPart, control.methods.cuts, let lessons,
      let result = recallAll(lessons, modelRows)
    {
      return result
    }
    let objective = relaxation.worth(cost)
    if let result = takeIntegralVertex() { return result }
    if incumbentValue == .max, !hasOpenSwitch, dive(), let result = resolveRoot() { return result }
    if startsNearBest, let result = improveNearby() { return result }
    if control.methods.cuts, let result = cut(modelRows, from: objective) {
      return result
    }
    if !control.isInPart, isNearEnd { return .open }
    if let result = improveNearby() { return result }
    if !hasOpenSwitch, dive(), let result = resolveRoot() { return result }
    return .open
  }

  /// Whether the incumbent comes from what was best in a problem much like this one: something
  /// better is likely to be near it, and dives from afar find it late.
  var startsNearBest: Bool { lessons != nil && !control.isInPart && incumbent != nil }

  /// Searches near the incumbent as long as that finds something better.
  private mutating func improveNearby() -> RootResult? {
    for _ in 0..<Self.mostImprovements {
      guard searchNearIncumbent() else { break }
      if let result = resolveRoot() { return result }
    }
    return nil
  }

  private static let mostImprovements = 5

  /// Whether the incumbent is so near to the bound that it is likely to be best.
  ///
  /// What cuts have left is then mostly a proof that waits for a few decisions. Cuts that are recalled
  /// leave nothing to measure that by.
  var isNearEnd: Bool {
    if startsNearBest { return true }
    if incumbent == nil || firstBound == .min { return false }
    return incumbentValue.saturatingSum(-bound) <= bound.saturatingSum(-firstBound) / 8
  }

  private static let mostRecalls = 3

  /// Cuts with what others have learned, as long as that helps: in narrower ranges a derivation says
  /// more than it did at the root of the tier.
  private mutating func recallAll(_ lessons: TierLessons, _ modelRows: Int) -> RootResult? {
    for _ in 0..<Self.mostRecalls {
      if !recallCuts(lessons) { break }
      if let result = resolveRoot() ?? takeIntegralVertex() { return result }
      relaxation.dropIdleRows(from: modelRows)
    }
    return nil
  }

  /// What an objective may move by without any gain.
  private static let noise = 1e-6

  /// Cuts until that brings next to nothing.
  private mutating func cut(_ modelRows: Int, from firstObjective: Double) -> RootResult? {
    var stalled = 0
    var lastObjective = firstObjective
    for _ in 0..<Self.mostRounds {
      countPivots()
      if control.shouldStop() { return .stopped }
      let cuts = CutSelection.choose(
        relaxation.separate(crew), at: relaxation.values, most: Self.mostCutsPerRound)
      if cuts.isEmpty { break }
      relaxation.append(cuts)
      control.effort?.add(cuts: cuts.count)
      assert(rowsKeepWitness, "a cut has lost the witness")
      if let result = resolveRoot() ?? takeIntegralVertex() { return result }
      relaxation.dropIdleRows(from: modelRows)
      let objective = relaxation.worth(cost)
      // What is left to the cutoff counts, or what has been gained if that is less.
      let gap = abs(Double(incumbentValue) - objective)
      let measure = min(gap, objective - firstObjective)
      let isStalled = objective - lastObjective <= max(Self.noise, 0.02 * measure)
      stalled = isStalled ? stalled + 1 : 0
      lastObjective = max(lastObjective, objective)
      if stalled >= mostStalls { break }
    }
    return nil
  }

  private var mostStalls: Int {
    if incumbent == nil && hasOpenSwitch { return 2 }
    return control.isInPart || control.lessons != nil ? Self.mostStallsOfKnown : Self.mostStalls
  }

  /// Solves the relaxation at the root and learns from its prices.
  ///
  /// - Returns: `nil` while the tier is open.
  private mutating func resolveRoot() -> RootResult? {
    while true {
      let result = relaxation.optimize(
        cutoff: .infinity, pivotLimit: .max, shouldStop: control.shouldStop)
      switch result {
      case .stopped: return .stopped
      case .infeasible(let ray): return relaxation.isRefuted(by: ray) ? .closed : .open
      case .optimal, .cutoff: break
      }
      let gap = incumbent == nil ? 0 : Double(incumbentValue) - relaxation.worth(cost)
      guard let dual = dual(within: max(Self.leastSlack, Self.slackShare * gap)) else { return nil }
      if rootDual.map({ dual.isTighter(than: $0) }) ?? true { rootDual = dual }
      raiseBound(to: dual.bound)
      assert(isPlausible(bound: bound), "a bound has passed the witness")
      if bound >= incumbentValue { return .closed }
      let before = domain.mark
      guard fixByReducedCost(dual), domain.propagate(rows) else { return .closed }
      assert(keepsWitness, "fixing by reduced cost has lost the witness")
      if domain.mark == before { return nil }
      narrowRoot()
    }
  }

  /// How far the root's bound may stay below its vertex, in units and as a share of the gap.
  private static let (leastSlack, slackShare) = (0.1, 0.01)

  /// A bound for the present ranges.
  ///
  /// Costs that were moved apart lead to a vertex whose prices may say less than it costs.
  ///
  /// - Parameter slack: by how much less they may say, or the vertex is settled.
  /// - Returns: `nil` if the numbers are too large to be added up safely.
  mutating func dual(within slack: Double) -> ExactDual? {
    guard let dual = relaxation.exactDual(cost: cost) else { return nil }
    if !relaxation.isPerturbed || relaxation.worth(cost) - dual.value <= slack { return dual }
    relaxation.settle(shouldStop: control.shouldStop)
    return relaxation.exactDual(cost: cost)
  }

  /// Makes the ranges of the domain those of the whole run.
  mutating func narrowRoot() {
    relaxation.narrow(lower: domain.lower, upper: domain.upper)
  }

  /// Narrows columns to the values that a selection as good as the incumbent may have.
  mutating func fixByReducedCost(_ dual: ExactDual) -> Bool {
    guard fixColumns(dual) else { return false }
    if incumbentValue != .max { narrowRows(dual) }
    return true
  }

  /// Narrows columns alone; what a part of the tree may do, since rows stay with the whole.
  mutating func fixColumns(_ dual: ExactDual) -> Bool {
    guard incumbentValue != .max else { return true }
    for column in 0..<cost.count where !domain.isFixed(column) {
      let price = dual.reduced[column]
      if price == 0 { continue }
      let steps = dual.steps(to: incumbentValue, price: price)
      if steps >= domain.upper[column] - domain.lower[column] { continue }
      let isSound =
        price > 0
        ? domain.narrow(column, .min, domain.lower[column] + steps, rows)
        : domain.narrow(column, domain.upper[column] - steps, .max, rows)
      if !isSound { return false }
    }
    return true
  }

  /// Brings rows with a price as near to their bound as a selection as good as the incumbent does.
  ///
  /// For the row of a slot that means: whoever is worth more than the gap is placed for certain.
  private mutating func narrowRows(_ dual: ExactDual) {
    for row in 0..<rows.rows.count where row < dual.multiplier.count && dual.multiplier[row] != 0 {
      let price = dual.multiplier[row]
      let steps = dual.steps(to: incumbentValue, price: price)
      let bounds = (lower: rows.rows.lower[row], upper: rows.rows.upper[row])
      var next = bounds
      if price > 0 {
        next.upper = min(bounds.upper, bounds.lower.saturatingSum(steps))
      } else {
        next.lower = max(bounds.lower, bounds.upper.saturatingSum(-steps))
      }
      if next == bounds { continue }
      rows.narrow(row: row, lower: next.lower, upper: next.upper)
      relaxation.narrow(row: row, lower: next.lower, upper: next.upper)
      domain.queue(row: row)
    }
  }

  /// Whether branching on switches, rather than cuts, is what moves the bound.
  var hasOpenSwitch: Bool {
    control.depth == 0
      && (0..<cost.count).contains { column in
        branching.isSwitch[column] && abs(relaxation.value(column).remainder(dividingBy: 1)) > 1e-6
      }
  }

  /// Takes the vertex as a selection if it is one.
  mutating func takeIntegralVertex() -> RootResult? {
    guard let selection = roundedVertex() else { return nil }
    accept(selection)
    return bound >= incumbentValue ? .closed : nil
  }

  /// The present vertex as whole numbers, if it is whole and keeps every row.
  func roundedVertex() -> [Int]? {
    var selection: [Int] = []
    selection.reserveCapacity(cost.count)
    for column in 0..<cost.count {
      let value = relaxation.value(column)
      let whole = value.rounded()
      if abs(value - whole) > 1e-6 { return nil }
      selection.append(Int(whole))
    }
    return relaxation.program.isFeasible(selection) ? selection : nil
  }
}

extension ExactDual {
  func isTighter(than other: ExactDual) -> Bool {
    value > other.value
  }
}
