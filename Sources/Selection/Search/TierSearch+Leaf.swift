/// Parts of the tree in which every switch and count is decided: each becomes a program of its own.
extension TierSearch {
  /// How the search of a leaf ended.
  enum LeafResult {
    case closed
    /// It took too many nodes; no selection of the leaf is better than `bound`.
    case postponed(bound: Int)
    case stopped
  }

  private static let firstNodes = 60

  /// Nodes that a leaf may take.
  ///
  /// The first attempts have few each: another leaf may hold the selection that closes this one at
  /// once.
  ///
  /// - Parameters:
  ///   - attempt: how often the leaf was searched before.
  ///   - isAlone: whether no other part is open.
  /// - Returns: the limit.
  static func leafNodes(attempt: Int, isAlone: Bool) -> Int {
    attempt < 5 && !isAlone ? firstNodes << (2 * attempt) : .max
  }

  /// Searches the present part as a smaller program with cuts of its own.
  ///
  /// - Parameter nodeLimit: nodes that the search may take.
  /// - Returns: whether it is done with.
  mutating func solveLeaf(nodeLimit: Int) -> LeafResult {
    var part = relaxation.program
    part.lower = domain.lower
    part.upper = domain.upper
    guard let reduction = Reduction(part) else { return .closed }
    var search = inner(reduction)
    search.control.nodeLimit = nodeLimit
    search.witness = holdsWitness ? witness.flatMap(reduction.restricted) : nil
    assert(!holdsWitness || search.witness != nil, "a leaf has lost the witness")
    let result = search.run()
    control.nodes += search.control.nodes
    branching.learn(from: search.branching, columns: reduction.newColumn)
    if let found = search.incumbent { accept(reduction.expanded(found)) }
    if case .stopped = result {
      if control.shouldStop() { return .stopped }
      return .postponed(bound: search.bound.saturatingSum(reduction.fixedCost(cost)))
    }
    if search.survivors.isEverything {
      noteSurvivors()
    } else if !search.survivors.isEmpty {
      survivors.formUnion(
        lower: reduction.expanded(search.survivors.lower),
        upper: reduction.expanded(search.survivors.upper))
    }
    return .closed
  }

  /// A search of a reduced part, one level deeper, that only wants what is better than the
  /// incumbent.
  func inner(_ reduction: Reduction) -> TierSearch {
    var control = control
    control.depth += 1
    control.isInPart = true
    control.nodes = 0
    control.patience = .max
    control.report = { _, _ in }
    var search = TierSearch(
      relaxation: Relaxation(reduction, of: relaxation), cost: reduction.reduced(cost: cost),
      later: later.map { reduction.reduced(cost: $0) },
      isSwitch: reduction.reduced(flags: branching.isSwitch), incumbent: nil, control: control)
    search.branching.inherit(branching, columns: reduction.newColumn)
    if incumbentValue != .max {
      search.incumbentValue = incumbentValue - reduction.fixedCost(cost)
    }
    return search
  }

  /// Notes that the present ranges may hold selections as good as the incumbent.
  mutating func noteSurvivors() {
    survivors.formUnion(lower: domain.lower, upper: domain.upper)
  }
}
