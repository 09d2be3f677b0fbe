/// One run through all tiers over blocks that only links join.
///
/// The tiers are solved one after the other in every block, without the links. What breaks a link
/// after that is settled by `LinkSearch`.
struct BlockRun {
  private let problem: SelectionProblem
  private let split: BlockSplit
  private let options: SolveOptions
  private var runs: [TierRun]
  /// Whether a block has been solved before, by block.
  private let isKnown: [Bool]
  /// What is known of blocks without some of their columns, by block.
  private var knowledge: [LinkSearch.Knowledge]
  /// What each block has taken.
  private let efforts: [Effort]

  init(_ problem: SelectionProblem, _ split: BlockSplit, _ options: SolveOptions) {
    self.problem = problem
    self.split = split
    self.options = options
    var apart = options
    // What is best for the whole need not be best in a block.
    apart.witness = nil
    let known = split.blocks.map { apart.lessons?.block(of: $0.problem) }
    isKnown = known.map { $0 != nil }
    runs = zip(split.blocks, known).map { block, known in
      known?.run.recalled(for: apart)
        ?? TierRun(
          block.problem, apart, keepsHistory: true, plansFirst: VertexPlan.isDue(problem))
    }
    knowledge = known.map { $0?.knowledge ?? [:] }
    efforts = split.blocks.map { _ in Effort() }
  }

  mutating func finish() -> TierRun.Result {
    begin()
    for tier in 0..<problem.tierCount {
      switch advance(tier) {
      case .proven: break
      case .infeasible: return .infeasible
      case .open: return patched()
      }
    }
    return settled()
  }

  /// Lets every block find what it starts from: one that is stopped may never come to the others.
  private mutating func begin() {
    let order = largestFirst.filter { !isKnown[$0] }
    let starts = order.map { block in
      counted(block) { run in
        run.begin()
        return .open
      }
    }
    for (block, begun) in zip(order, options.crew.results(of: starts)) { take(begun, block) }
    if VertexPlan.isDue(problem) { report(0) }
  }

  private mutating func take(_ done: Advance, _ block: Int) {
    runs[block] = done.run.counting(in: options.effort)
    options.effort?.add(done.effort)
    efforts[block].add(done.effort)
  }

  /// Solves one tier of every block.
  private mutating func advance(_ tier: Int) -> TierRun.Step {
    let order = largestFirst.filter { !isKnown[$0] }
    var isProven = true
    for (block, done) in zip(order, results(of: order, tier)) {
      take(done, block)
      switch done.step {
      case .infeasible: return .infeasible
      case .open: isProven = false
      case .proven: break
      }
    }
    report(tier)
    return isProven ? .proven : .open
  }

  /// What becomes of blocks, the largest first, in a tier: those side by side that the crew has
  /// threads for.
  ///
  /// A block that is most of the work goes alone, so that the crew can help within it, and last: what is
  /// known of all others does not wait for it.
  private func results(of order: [Int], _ tier: Int) -> [Advance] {
    let pieces = order.map { piece($0, tier) }
    let sizes = order.map { split.blocks[$0].columns.count }
    let alone = 2 * (sizes.first ?? 0) > sizes.reduce(0, +) ? 1 : 0
    let others = options.crew.results(of: Array(pieces[alone...]))
    return pieces[..<alone].map { $0() } + others
  }

  /// Tells how the blocks together stand after a tier.
  private func report(_ tier: Int) {
    guard let report = options.report else { return }
    var all = Rest()
    for block in runs.indices {
      all.add(value: value(of: block, tier), bound: runs[block].bounds[tier] ?? least(block, tier))
    }
    report(Progress(tier: tier, value: all.value, bound: all.bound))
  }

  /// What becomes of a block in a tier.
  private struct Advance: Sendable {
    var run: TierRun
    var step: TierRun.Step
    /// What it took.
    var effort: Effort
  }

  private func piece(_ block: Int, _ tier: Int) -> @Sendable () -> Advance {
    let rest = options.report == nil ? Rest() : rest(beside: block, tier)
    return counted(block) { $0.advance(tier, beside: rest) }
  }

  /// A step of a block's run, for the crew, with what it takes counted apart.
  private func counted(
    _ block: Int, _ step: @escaping @Sendable (inout TierRun) -> TierRun.Step
  ) -> @Sendable () -> Advance {
    let effort = Effort()
    let before = runs[block].counting(in: effort)
    return {
      var run = before
      let done = step(&run)
      return Advance(run: run, step: done, effort: effort)
    }
  }

  /// The blocks, once all tiers of all of them are proven.
  var solved: [SolvedBlock] {
    runs.indices.map { block in
      SolvedBlock(
        problem: split.blocks[block].problem, run: runs[block], knowledge: knowledge[block],
        effort: efforts[block], isTaught: isKnown[block] || options.lessons != nil)
    }
  }

  private var largestFirst: [Int] {
    runs.indices.sorted {
      (split.blocks[$1].columns.count, $0) < (split.blocks[$0].columns.count, $1)
    }
  }

  /// What is known of all other blocks before a tier.
  private func rest(beside block: Int, _ tier: Int) -> Rest {
    var rest = Rest()
    for other in runs.indices where other != block {
      rest.add(value: value(of: other, tier), bound: least(other, tier))
    }
    return rest
  }

  /// Cost of a block's present selection in a tier; `nil` if it has none.
  private func value(of block: Int, _ tier: Int) -> Int? {
    runs[block].selection.map { TierSearch.value(of: $0, split.blocks[block].problem.cost[tier]) }
  }

  private func least(_ block: Int, _ tier: Int) -> Int {
    split.blocks[block].problem.leastCost(tier: tier)
  }

  /// The best selection, once all tiers of all blocks are proven.
  private mutating func settled() -> TierRun.Result {
    var selections = runs.map { $0.selection ?? [] }
    for cluster in split.clusters where cluster.count > 1 {
      var search = LinkSearch(split, blocks: cluster, runs: runs, known: knowledge)
      let result = search.run()
      for (block, known) in zip(cluster, search.known) { knowledge[block] = known }
      switch result {
      case .best(let best): for (block, value) in zip(cluster, best) { selections[block] = value }
      case .infeasible: return .infeasible
      case .stopped: return patched()
      case .tangled:
        var whole = TierRun(problem, options, incumbent: patchedSelection())
        return whole.finish()
      }
    }
    return .optimal(split.joined(selections))
  }

  /// The blocks' present selections with the broken links mended, and what their bounds say of it.
  private func patched() -> TierRun.Result {
    guard let selection = patchedSelection() else { return .unknown }
    return .feasible(selection, bounds: bounds(for: problem.values(of: selection)))
  }

  /// A bound of a tier holds for a selection that has the proven value in each tier before.
  private func bounds(for values: [Int]) -> [Int?] {
    var bounds: [Int?] = Array(repeating: nil, count: values.count)
    for tier in values.indices {
      bounds[tier] = runs.indices.reduce(0) { $0 + (runs[$1].bounds[tier] ?? least($1, tier)) }
      if bounds[tier] != values[tier] { break }
    }
    return bounds
  }

  /// How often a search that mends a link may ask whether to stop, after a limit has ended the run.
  private static let patience = 200

  /// The blocks' present selections after one block after the other has left to those before it
  /// what links give to one of them only, the largest block first.
  private func patchedSelection() -> [Int]? {
    var selections: [[Int]] = []
    for run in runs {
      guard let selection = run.selection else { return nil }
      selections.append(selection)
    }
    let order = largestFirst
    for (place, block) in order.enumerated() {
      let taken = split.columns(of: block, takenBy: order[..<place], selections)
      if taken.allSatisfy({ selections[block][$0] == 0 }) { continue }
      guard let selection = quickSelection(split.blocks[block].problem.forbidding(taken)) else {
        return nil
      }
      selections[block] = selection
    }
    return split.joined(selections)
  }

  /// A selection that a short search finds.
  private func quickSelection(_ problem: SelectionProblem) -> [Int]? {
    let countdown = Countdown(from: Self.patience)
    var run = TierRun(problem, options.quiet { countdown.isOver() })
    switch run.finish() {
    case .optimal(let selection), .feasible(let selection, _): return selection
    case .infeasible: return nil
    case .unknown: return VertexPlan(problem)?.selection(options.quiet { false })
    }
  }
}

extension BlockSplit {
  /// Columns of a block that links keep from being picked beside what other blocks have picked.
  fileprivate func columns(
    of block: Int, takenBy others: some Sequence<Int>, _ selections: [[Int]]
  ) -> [Int] {
    let others = Set(others)
    return links.flatMap { link in
      let isTaken = link.sides.contains { side in
        others.contains(side.block) && side.columns.contains { selections[side.block][$0] != 0 }
      }
      return isTaken ? link.sides.filter { $0.block == block }.flatMap(\.columns) : []
    }
  }
}
