/// The tree: best bound first, diving along one child at a time.
extension TierSearch {
  private struct Subproblem {
    /// No selection of this part is better.
    var bound: Int
    var sequence: Int
    var changes: [(column: Int, lower: Int, upper: Int)]
    var basis: Simplex.Basis
  }

  /// Searches the whole tree.
  ///
  /// - Returns: whether it was searched to the end.
  mutating func branch() -> Bool {
    let root = domain.mark
    var open: [Subproblem] = []
    var path: [(column: Int, lower: Int, upper: Int)] = []
    var sequence = 0
    var parentBound = bound
    while true {
      if control.shouldStop() || control.nodes >= control.nodeLimit { return false }
      control.nodes += 1
      let decision = examine(parentBound)
      if case .split(let column, let value, let nodeBound) = decision {
        let up = preferUp(column, value)
        let down = (column: column, lower: Int.min, upper: value)
        let above = (column: column, lower: value + 1, upper: Int.max)
        sequence += 1
        open.append(
          Subproblem(
            bound: nodeBound, sequence: sequence, changes: path + [up ? down : above],
            basis: relaxation.simplex.basis))
        path.append(up ? above : down)
        parentBound = nodeBound
        if narrowNode(path[path.count - 1]) { continue }
      }
      open.removeAll { $0.bound >= incumbentValue }
      guard let next = nextIndex(open) else { return true }
      raiseBound(to: open.reduce(Int.max) { min($0, $1.bound) })
      if bound >= incumbentValue { return true }
      let subproblem = open.remove(at: next)
      path = subproblem.changes
      parentBound = subproblem.bound
      domain.undo(to: root, rows)
      var isSound = true
      for change in path where isSound { isSound = narrowNode(change) }
      if !isSound {
        path = []
        parentBound = .max
        continue
      }
      relaxation.setRanges(lower: domain.lower, upper: domain.upper)
      relaxation.load(subproblem.basis)
    }
  }

  /// Mostly the latest part, which is near the one just left and likely to hold selections; every
  /// fourth time the one with the best bound, which is what the proof waits for.
  private func nextIndex(_ open: [Subproblem]) -> Int? {
    if control.nodes % 4 != 0 { return open.indices.last }
    return open.indices.min {
      (open[$0].bound, -open[$0].sequence) < (open[$1].bound, -open[$1].sequence)
    }
  }

  private mutating func narrowNode(_ change: (column: Int, lower: Int, upper: Int)) -> Bool {
    domain.narrow(change.column, change.lower, change.upper, rows) && domain.propagate(rows)
  }

  private func preferUp(_ column: Int, _ value: Int) -> Bool {
    relaxation.value(column) - Double(value) > 0.3
  }

  private enum Decision {
    case closed
    /// Branch into `column <= value` and `column > value`.
    case split(column: Int, value: Int, bound: Int)
  }

  /// Solves the relaxation of the present ranges.
  private mutating func examine(_ parentBound: Int) -> Decision {
    if parentBound >= incumbentValue { return .closed }
    relaxation.setRanges(lower: domain.lower, upper: domain.upper)
    let result = relaxation.optimize(
      cutoff: .infinity, pivotLimit: .max, shouldStop: control.shouldStop)
    var nodeBound = parentBound
    switch result {
    case .infeasible(let ray):
      if relaxation.isRefuted(by: ray) { return .closed }
    case .optimal, .cutoff, .stopped:
      if let dual = relaxation.exactDual(cost: cost) {
        nodeBound = max(nodeBound, step.roundedUp(dual.bound))
        if nodeBound >= incumbentValue { return .closed }
      }
      if case .optimal = result, let sharper = sharpBound() {
        nodeBound = max(nodeBound, step.roundedUp(sharper.bound))
        if nodeBound >= incumbentValue { return .closed }
      }
      if case .optimal = result, let selection = roundedVertex() {
        accept(selection)
        if nodeBound >= incumbentValue { return .closed }
      }
    }
    if lookAround(), nodeBound >= incumbentValue { return .closed }
    guard
      let column = (incumbent == nil ? diveColumn() : branchColumn()) ?? leastWholeColumn()
    else { return closeLeaf() }
    let value = relaxation.value(column)
    var floor = Int(value.rounded(.down))
    floor = min(max(floor, domain.lower[column]), domain.upper[column] - 1)
    return .split(column: column, value: floor, bound: nodeBound)
  }

  /// Nodes between two searches of a neighbourhood; longer while they find nothing.
  private static let lookEvery = 25

  /// From time to time searches what the present vertex and the incumbent leave open.
  ///
  /// - Returns: whether that found something better.
  private mutating func lookAround() -> Bool {
    guard control.depth == 0, incumbent != nil, control.nodes >= nextLook else { return false }
    // Near the incumbent and down from here in turn: each finds what the other misses.
    let isBetter = lookMisses % 2 == 0 ? dive() : searchNearIncumbent()
    lookMisses = isBetter ? 0 : lookMisses + 1
    nextLook = control.nodes + Self.lookEvery * (1 + lookMisses / 4)
    return isBetter
  }

  /// A part in which every column is fixed is one selection, sound or not.
  private mutating func closeLeaf() -> Decision {
    if relaxation.program.isFeasible(domain.lower) { accept(domain.lower) }
    return .closed
  }

  private struct Candidate {
    var column: Int
    var value: Double
    var score: Double
  }

  private static let mostTried = 8
  private static let trialPivots = 40

  /// The fractional column that promises most; core columns before all others.
  ///
  /// - Returns: `nil` if no column is fractional.
  private mutating func branchColumn() -> Int? {
    var candidates = fractionalColumns()
    let core = candidates.filter { branching.isCore[$0.column] }
    if !core.isEmpty { candidates = core }
    candidates.sort { ($1.score, $0.column) < ($0.score, $1.column) }
    let untried = candidates.prefix(Self.mostTried).filter { !branching.isReliable($0.column) }
    for candidate in untried { tryBoth(candidate) }
    return candidates.prefix(4 * Self.mostTried)
      .map { ($0.column, promise($0.column, $0.value)) }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }

  /// The free column that is farthest from whole, by however little: for a vertex that looks whole
  /// but whose rounding breaks a row.
  private func leastWholeColumn() -> Int? {
    var best: (column: Int, distance: Double)?
    for column in 0..<cost.count where !domain.isFixed(column) {
      let value = relaxation.value(column)
      let distance = abs(value - value.rounded())
      if best.map({ distance > $0.distance }) ?? true { best = (column, distance) }
    }
    return best?.column
  }

  private func fractionalColumns() -> [Candidate] {
    var found: [Candidate] = []
    for column in 0..<cost.count where !domain.isFixed(column) {
      let value = relaxation.value(column)
      let fraction = value - value.rounded(.down)
      if fraction < 1e-6 || fraction > 1 - 1e-6 { continue }
      found.append(Candidate(column: column, value: value, score: promise(column, value)))
    }
    return found
  }

  private func promise(_ column: Int, _ value: Double) -> Double {
    let fraction = value - value.rounded(.down)
    return Branching.score(
      branching.estimate(column, .down, distance: fraction),
      branching.estimate(column, .up, distance: 1 - fraction))
  }

  /// Moves a column to both sides for a few pivots and notes what that brings.
  private mutating func tryBoth(_ candidate: Candidate) {
    let before = relaxation
    let column = candidate.column
    let floor = Int(candidate.value.rounded(.down))
    for side in [Branching.Side.down, .up] {
      relaxation.setRange(
        column, side == .down ? domain.lower[column] : floor + 1,
        side == .down ? floor : domain.upper[column])
      let result = relaxation.optimize(
        cutoff: .infinity, pivotLimit: Self.trialPivots, shouldStop: control.shouldStop)
      var gain = relaxation.objective - before.objective
      if case .infeasible = result { gain = max(gain, relaxation.objectiveReach) }
      let distance = abs(candidate.value - Double(side == .down ? floor : floor + 1))
      branching.record(column, side, gain: gain, distance: distance)
      relaxation.restore(before)
    }
  }
}
