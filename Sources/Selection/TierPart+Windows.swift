/// One tier of a part: windows near its bound, one after the other, until one holds the best selection.
extension TierPart {
  /// Nodes of the first window.
  private static let firstNodes = 200
  /// Nodes that a search goes on for after it has found something better.
  private static let patience = 25

  /// Solves one tier; without one, looks for any selection.
  ///
  /// Where lessons make a search twice as long as everything was without them, it is left, and what it
  /// has found is where the search without lessons starts.
  mutating func solve(
    tier: Int?, control: SearchControl, relativeGap: Double
  ) -> TierSearch.Result {
    if control.lessons == nil { return solveByWindows(tier, control, relativeGap) }
    let own = Effort(partOf: control.effort)
    var taught = control
    taught.effort = own
    taught.shouldStop = { control.shouldStop() || own.pivots > control.mostTaughtPivots }
    let before = self
    let result = solveByWindows(tier, taught, relativeGap)
    if result != .stopped || own.pivots <= control.mostTaughtPivots { return result }
    let found = incumbent
    self = before
    incumbent = found
    var plain = control
    plain.lessons = nil
    return solveByWindows(tier, plain, relativeGap)
  }

  /// Windows are searched one after the other: while they hold nothing they grow, and when a better
  /// selection turns up the next one ends there.
  private mutating func solveByWindows(
    _ tier: Int?, _ control: SearchControl, _ relativeGap: Double
  ) -> TierSearch.Result {
    isFresh = false
    var control = control
    control.report = Self.report(of: control, offset: fixedCost(tier), known: nil, most: .max)
    var search = search(tier: tier, control)
    search.recallBranching()
    if let result = search.start() { return adopt(search, result, tier) }
    let offset = fixedCost(tier)
    let isEnough = { (search: TierSearch) in
      relativeGap > 0 && search.relativeGap(offset: offset) <= relativeGap
    }
    if !isEnough(search), let result = conclude(&search) { return adopt(search, result, tier) }
    var width = search.firstWidth
    var nodeLimit = Self.firstNodes
    var misses = 0
    while true {
      if isEnough(search) { return adopt(search, .accepted, tier) }
      // Any selection is welcome before there is one.
      // After a miss, what lies between finds better selections while the bound stands still.
      let isWide = search.incumbent == nil || misses % 2 == 1
      let reach = isWide ? Int.max : search.bound.saturatingSum(width)
      let target = min(reach, search.incumbentValue)
      let result = searchWindow(&search, below: target, tier, control, nodeLimit)
      switch result {
      case .best(let part):
        self = part
        return .proven
      case .unfinished(let innerBound, let selection):
        search.raiseBound(to: min(innerBound, target))
        if let selection {
          search.accept(selection)
        } else {
          misses += 1
          // What is nearer to the bound is decided sooner.
          if !isWide { width = max(search.step.size, width / 4) }
          nodeLimit = nodeLimit > Int.max / 4 ? .max : 4 * nodeLimit
        }
      case .nothing where target == .max: return .infeasible
      case .nothing:
        search.raiseBound(to: target)
        width = width > Int.max / 2 ? .max : 2 * width
      case .stopped(let selection):
        if let selection { search.accept(selection) }
        return adopt(search, .stopped, tier)
      }
    }
  }

  /// Searches the tree of a tier whose best selection is likely to be known: windows, each with a
  /// program of its own, would take longer to set up than that takes.
  ///
  /// - Returns: `nil` if the tier is still open.
  private func conclude(_ search: inout TierSearch) -> TierSearch.Result? {
    guard search.isNearEnd else { return nil }
    var tree = search
    tree.control.nodeLimit = Self.firstNodes
    tree.control.patience = Self.patience
    let result = tree.finish()
    tree.noteBranching()
    if result != .stopped || search.control.shouldStop() {
      search = tree
      return result
    }
    search.branching = tree.branching
    search.raiseBound(to: tree.bound)
    if let better = tree.incumbent { search.accept(better) }
    return nil
  }

  /// A report of a window in the terms of the whole part: nothing is proven beyond its end.
  private static func report(
    of control: SearchControl, offset: Int, known: Int?, most: Int
  ) -> @Sendable (Int?, Int) -> Void {
    let report = control.report
    return { value, bound in
      report(
        value.map { $0 + offset } ?? known, bound == .min ? .min : min(bound + offset, most))
    }
  }

  private enum WindowResult {
    /// The part that holds every best selection, with one of them.
    case best(TierPart)
    /// The search took too many nodes, or has found a better selection that is perhaps not the
    /// best; nothing in the window is better than `bound`.
    case unfinished(bound: Int, better: [Int]?)
    case nothing
    /// A limit ended the search; the best selection that it found.
    case stopped([Int]?)
  }

  private func searchWindow(
    _ search: inout TierSearch, below target: Int, _ tier: Int?, _ control: SearchControl,
    _ nodeLimit: Int
  ) -> WindowResult {
    // A window that ends at the incumbent holds every best selection: the incumbent may be one.
    let known = target == search.incumbentValue ? search.incumbent : nil
    guard let program = search.window(below: target), let reduction = Reduction(program) else {
      assert(search.isPlausible(bound: target), "a window has lost the witness")
      assert(known == nil, "a window has lost the incumbent")
      return .nothing
    }
    var part = TierPart(reduction, of: self, at: search.relaxation)
    part.incumbent = known.flatMap(reduction.restricted)
    part.isFresh = false
    assert((known == nil) == (part.incumbent == nil), "a window has lost the incumbent")
    var inner = part.search(tier: tier, control)
    inner.control.isInPart = true
    inner.control.patience = Self.patience
    inner.control.nodeLimit = nodeLimit
    inner.control.report = Self.report(
      of: control, offset: reduction.fixedCost(search.cost),
      known: search.incumbent == nil ? nil : search.incumbentValue, most: target)
    if known == nil, target != .max {
      inner.incumbentValue = target - reduction.fixedCost(search.cost)
    }
    assert(
      part.witness != nil || search.isPlausible(bound: target.saturatingSum(known == nil ? 0 : 1)),
      "a window has lost the witness")
    if control.lessons != nil {
      inner.branching.inherit(search.branching, columns: reduction.newColumn)
    }
    let result = inner.run()
    if control.lessons != nil || control.note != nil {
      search.branching.learn(from: inner.branching, columns: reduction.newColumn)
      search.noteBranching()
    }
    let found = inner.incumbent.map { reduction.expanded($0) }
    switch result {
    case .infeasible:
      assert(search.isPlausible(bound: target), "a window has lost the witness")
      return .nothing
    case .accepted, .proven:
      part.incumbent = inner.incumbent
      part.relaxation = inner.relaxation
      if inner.control.nodes > 0, let closed = part.closed(tier, control) { return .best(closed) }
      _ = part.adopt(inner, result, tier)
      return .best(part)
    case .stopped:
      if control.shouldStop() { return .stopped(found) }
      let better = found.flatMap { TierSearch.value(of: $0, search.cost) < target ? $0 : nil }
      let innerBound = inner.bound.saturatingSum(reduction.fixedCost(search.cost))
      return .unfinished(bound: inner.bound == .min ? .min : innerBound, better: better)
    }
  }

  /// The part after its root was solved once more, now that the best value is known.
  ///
  /// What a tree has proven leaves no prices behind. Cuts at a root that starts with the best value
  /// nearly close the tier, and their prices fix much of what the tiers that follow would have to
  /// search.
  private func closed(_ tier: Int?, _ control: SearchControl) -> TierPart? {
    guard let reduction = Reduction(relaxation.program) else { return nil }
    var part = TierPart(reduction, of: self, at: relaxation)
    var search = part.search(tier: tier, control)
    search.control.isInPart = true
    let result = search.start() ?? search.concludeUnsearched()
    guard case .proven = result else { return nil }
    _ = part.adopt(search, .proven, tier)
    return part
  }
}
