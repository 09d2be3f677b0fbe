/// The tree: switches and counts first, then everything else.
extension TierSearch {
  private struct Subproblem {
    /// No selection of this part is better.
    var bound: Int
    var sequence: Int
    var changes: [Change]
    var basis: Simplex.Basis
    /// How often its search as a leaf was broken off.
    var attempts = 0
  }

  private struct Change {
    var column: Int
    var lower: Int
    var upper: Int
  }

  /// Searches the whole tree.
  ///
  /// - Returns: whether it was searched to the end.
  mutating func branch() -> Bool {
    isBranching = true
    let root = domain.mark
    var open: [Subproblem] = []
    var path: [Change] = []
    var sequence = 0
    var parentBound = bound
    var attempts = 0
    while true {
      if control.shouldStop() || control.nodes >= control.nodeLimit || isOutOfPatience {
        return false
      }
      control.nodes += 1
      control.effort?.add(nodes: 1)
      countPivots()
      let isDecided = control.depth == 0 && path.contains { branching.isSwitch[$0.column] }
      let holds = holdsWitness
      let leafNodes = Self.leafNodes(attempt: attempts, isAlone: open.isEmpty)
      let decision = examine(parentBound, isDecided: isDecided, leafNodes: leafNodes)
      assert(!holds || isHeld(after: decision), "a part of the tree has lost the witness")
      if case .stopped = decision { return false }
      if case .split(let column, let value, let isUpFirst, let nodeBound) = decision {
        let up = isUpFirst
        let down = Change(column: column, lower: .min, upper: value)
        let above = Change(column: column, lower: value + 1, upper: .max)
        sequence += 1
        open.append(
          Subproblem(
            bound: nodeBound, sequence: sequence, changes: path + [up ? down : above],
            basis: relaxation.simplex.basis))
        path.append(up ? above : down)
        parentBound = nodeBound
        attempts = 0
        if narrowNode(path[path.count - 1]) { continue }
      }
      if case .postponed(let leafBound) = decision {
        sequence += 1
        // At the end of the list that is not the latest's: only its bound brings it forward.
        open.insert(
          Subproblem(
            bound: leafBound, sequence: -sequence, changes: path,
            basis: relaxation.simplex.basis, attempts: attempts + 1), at: 0)
      }
      prune(&open, root: root)
      guard let next = nextIndex(open) else { return true }
      raiseBound(to: open.reduce(Int.max) { min($0, $1.bound) })
      if bound >= incumbentValue {
        survivors.formEverything()
        return true
      }
      let subproblem = open.remove(at: next)
      path = subproblem.changes
      parentBound = subproblem.bound
      attempts = subproblem.attempts
      if !enter(path, root: root) {
        path = []
        parentBound = .max
        continue
      }
      relaxation.setRanges(lower: domain.lower, upper: domain.upper)
      relaxation.load(subproblem.basis)
    }
  }

  private var isOutOfPatience: Bool {
    improvedAt.map { control.nodes - $0 >= control.patience } ?? false
  }

  /// Narrows the root's ranges to those of a part; `false` if nothing is left of it.
  private mutating func enter(_ path: [Change], root: Int) -> Bool {
    domain.undo(to: root, rows)
    for change in path where !narrowNode(change) { return false }
    return true
  }

  private static let mostTied = 40

  /// Drops the parts that hold nothing better, and notes those that may hold something as good.
  private mutating func prune(_ open: inout [Subproblem], root: Int) {
    let tied = open.filter { $0.bound == incumbentValue }
    open.removeAll { $0.bound >= incumbentValue }
    if tied.isEmpty || survivors.isEverything { return }
    if tied.count > Self.mostTied { return survivors.formEverything() }
    for subproblem in tied where enter(subproblem.changes, root: root) { noteSurvivors() }
  }

  /// Mostly the latest part, which is near the one just left and likely to hold selections; every
  /// fourth time the one with the best bound, which is what the proof waits for.
  private func nextIndex(_ open: [Subproblem]) -> Int? {
    if control.nodes % 4 != 0 { return open.indices.last }
    return open.indices.min {
      (open[$0].bound, -open[$0].sequence) < (open[$1].bound, -open[$1].sequence)
    }
  }

  private mutating func narrowNode(_ change: Change) -> Bool {
    domain.narrow(change.column, change.lower, change.upper, rows) && domain.propagate(rows)
  }

  private enum Decision {
    case closed
    /// Branch into `column <= value` and `column > value`.
    case split(column: Int, value: Int, isUpFirst: Bool, bound: Int)
    /// A leaf that is to be searched again, for longer, unless it is closed by then.
    case postponed(bound: Int)
    /// A limit ended a search within.
    case stopped
  }

  /// Solves the relaxation of the present ranges.
  ///
  /// - Parameters:
  ///   - parentBound: what is known from the part that this one was split from.
  ///   - isDecided: whether some switch is decided here; once all are, the part is a leaf.
  ///   - leafNodes: nodes that it may take as a leaf.
  /// - Returns: what becomes of it.
  private mutating func examine(
    _ parentBound: Int, isDecided: Bool, leafNodes: Int
  ) -> Decision {
    if parentBound == .max { return .closed }
    if parentBound >= incumbentValue { return closed(parentBound) }
    relaxation.setRanges(lower: domain.lower, upper: domain.upper)
    let result = solveNode()
    var nodeBound = parentBound
    switch result {
    case .infeasible(let ray):
      if relaxation.isRefuted(by: ray) { return .closed }
    case .optimal, .cutoff, .stopped:
      // Only where the vertex costs enough can a closer bound close the part.
      if let dual = dual(within: relaxation.worth(cost) >= cutoff ? 0 : .infinity) {
        nodeBound = max(nodeBound, step.roundedUp(dual.bound))
        assert(isPlausible(bound: nodeBound), "a bound has passed the witness")
        if nodeBound >= incumbentValue { return closed(nodeBound) }
        if !fixColumns(dual) || !domain.propagate(rows) { return .closed }
      }
      if case .optimal = result, let selection = roundedVertex() {
        accept(selection)
        if nodeBound >= incumbentValue { return closed(nodeBound) }
      }
    }
    if lookAround(), nodeBound >= incumbentValue { return closed(nodeBound) }
    if control.depth == 0, let choice = branchSwitch() { return split(choice, nodeBound) }
    if isDecided {
      switch solveLeaf(nodeLimit: leafNodes) {
      case .closed: return .closed
      case .stopped: return .stopped
      case .postponed(let bound): return .postponed(bound: max(nodeBound, bound))
      }
    }
    guard let choice = branchColumn() ?? leastWholeColumn() else { return closeLeaf() }
    return split(choice, nodeBound)
  }

  /// Solves the relaxation of the present ranges until it is clear that they hold nothing as good as
  /// the incumbent, or to the end.
  private mutating func solveNode() -> RelaxationResult {
    let worse =
      incumbentValue == .max ? .infinity : Double(incumbentValue) + 2 * Double(step.size)
    let result = relaxation.optimize(
      cutoff: worse, pivotLimit: .max, shouldStop: control.shouldStop)
    guard case .cutoff = result,
      relaxation.exactDual(cost: cost).map({ $0.bound <= incumbentValue }) ?? true
    else { return result }
    return relaxation.optimize(
      cutoff: .infinity, pivotLimit: .max, shouldStop: control.shouldStop)
  }

  /// Whether the witness, which the present part held, is still there or no longer wanted.
  private func isHeld(after decision: Decision) -> Bool {
    if witnessValue >= incumbentValue { return true }
    if case .closed = decision { return false }
    return holdsWitness
  }

  private func split(_ choice: Candidate, _ bound: Int) -> Decision {
    let floor = Int(choice.value.rounded(.down))
    let value = min(max(floor, domain.lower[choice.column]), domain.upper[choice.column] - 1)
    // The side that costs less holds the better selections; options rather go up than down.
    let fraction = choice.value - Double(floor)
    let isUpFirst =
      branching.isSwitch[choice.column]
      ? branching.estimate(choice.column, .up, distance: 1 - fraction)
        <= branching.estimate(choice.column, .down, distance: fraction) : fraction > 0.3
    return .split(column: choice.column, value: value, isUpFirst: isUpFirst, bound: bound)
  }

  /// Closes the present part, whose bound is no better than the incumbent.
  private mutating func closed(_ bound: Int) -> Decision {
    if bound == incumbentValue { noteSurvivors() }
    return .closed
  }

  /// Nodes between two searches of a neighbourhood; longer while they find nothing.
  private static let lookEvery = 25

  /// From time to time searches what the present vertex and the incumbent leave open.
  ///
  /// - Returns: whether that found something better.
  private mutating func lookAround() -> Bool {
    guard control.depth == 0, incumbent != nil, control.nodes >= nextLook else { return false }
    // Near the incumbent and down from here in turn: each finds what the other misses.
    let isBetter = lookMisses % 2 == 0 || hasOpenSwitch ? searchNearIncumbent() : dive()
    lookMisses = isBetter ? 0 : lookMisses + 1
    nextLook = control.nodes + Self.lookEvery * (1 + lookMisses / 4)
    return isBetter
  }

  /// A part in which every column is fixed is one selection, sound or not.
  private mutating func closeLeaf() -> Decision {
    if relaxation.program.isFeasible(domain.lower) { accept(domain.lower) }
    return .closed
  }
}
