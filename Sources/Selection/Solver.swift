/// Finds the selection that is best tier by tier, with its proof.
package struct Solver: Sendable {
  private let problem: SelectionProblem

  package init(problem: SelectionProblem) { self.problem = problem }

  /// Solves the problem, or says how far it got.
  package func solve(options: SolveOptions = SolveOptions()) -> Outcome {
    if problem.columnCount > LargeSearch.fewestOptions, var large = LargeSearch(problem, options),
      let outcome = large.outcome()
    {
      return outcome
    }
    return known(options) ?? outcome(of: run(options).result)
  }

  /// Solves the problem, and says what that teaches for problems much like it.
  ///
  /// The outcome is as from `solve`. What is learned takes a second run, shorter than the first, unless
  /// `options.lessons` helped that already.
  ///
  /// - Parameter options: when to stop, whom to tell, and what is known.
  /// - Returns: the outcome, with lessons where it is proven, the problem has keys and its size is one
  ///   for the exact search.
  package func learn(options: SolveOptions) -> (outcome: Outcome, lessons: Lessons?) {
    if problem.keys == nil || problem.columnCount > LargeSearch.fewestOptions {
      return (solve(options: options), nil)
    }
    if let known = known(options) { return (known, options.lessons) }
    let options = options.learning
    let (result, solved) = run(options)
    guard case .optimal(let selection) = result else { return (outcome(of: result), nil) }
    let rehearsals = solved.map { block in { @Sendable in block.rehearsed(options) } }
    var lessons = Lessons(options.crew.results(of: rehearsals), tierCount: problem.tierCount)
    lessons.proven = ProvenSelection(selection, of: problem)
    lessons.pivots = max(lessons.pivots, options.lessons?.pivots ?? 0)
    return (outcome(of: result), lessons)
  }

  /// What lessons prove without a search; `nil` if they do not.
  private func known(_ options: SolveOptions) -> Outcome? {
    (options.lessons?.proven?.best(of: problem)).map { .optimal(problem.incumbent($0)) }
  }

  private func outcome(of result: TierRun.Result) -> Outcome {
    switch result {
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    case .optimal(let selection): return .optimal(problem.incumbent(selection))
    case .feasible(let selection, let bounds):
      let known = bounds.indices.map { bounds[$0] ?? problem.leastCost(tier: $0) }
      return .feasible(problem.incumbent(selection), bounds: known)
    }
  }

  /// Runs the exact search.
  ///
  /// - Returns: its result, with the blocks that were solved if it is proven.
  private func run(_ options: SolveOptions) -> (result: TierRun.Result, solved: [SolvedBlock]) {
    if problem.tierCount > 0, let split = BlockSplit(problem, options.methods) {
      var run = BlockRun(problem, split, options)
      return (run.finish(), run.solved)
    }
    if var known = options.lessons?.block(of: problem) {
      known.isTaught = true
      return (known.run.result(of: .proven), [known])
    }
    let effort = Effort()
    var own = options
    own.effort = effort
    var run = TierRun(problem, own, plansFirst: VertexPlan.isDue(problem))
    let result = run.finish()
    options.effort?.add(effort)
    let block = SolvedBlock(
      problem: problem, run: run, effort: effort, isTaught: options.lessons != nil)
    return (result, [block])
  }
}

extension SelectionProblem {
  /// A selection with its values.
  func incumbent(_ value: [Int]) -> Incumbent {
    assert(isSelection(value), "a selection breaks a row")
    return Incumbent(value: value, tierValues: values(of: value))
  }

  /// What a selection costs, by tier.
  func values(of selection: [Int]) -> [Int] { cost.map { TierSearch.value(of: selection, $0) } }

  /// Whether a value for every column keeps every range, slot and row.
  func isSelection(_ value: [Int]) -> Bool {
    for column in 0..<columnCount
    where value[column] < lower[column] || value[column] > upper[column] {
      return false
    }
    for slot in slots {
      let picked = slot.options.reduce(0) { $0 + value[$1] }
      if picked > 1 || (slot.isRequired && picked < 1) { return false }
    }
    return rows.allSatisfy { row in
      let sum = row.terms.reduce(0) { $0 + $1.coefficient * value[$1.column] }
      return sum >= row.lower ?? .min && sum <= row.upper ?? .max
    }
  }

  /// Counts that much hangs on: on or off, how many.
  ///
  /// They stand in several rows, of which one holds a good share of all columns; what only a single
  /// row has is what that row falls short by.
  var switches: [Bool] {
    var rowsOf = Array(repeating: 0, count: columnCount)
    var widest = rowsOf
    for row in rows {
      for term in row.terms where slot[term.column] < 0 {
        rowsOf[term.column] += 1
        widest[term.column] = max(widest[term.column], row.terms.count)
      }
    }
    return (0..<columnCount).map { rowsOf[$0] > 1 && widest[$0] * 200 > columnCount }
  }

  /// The least that a tier can cost when every slot and count is looked at alone: a bound for tiers
  /// that no search has come to.
  func leastCost(tier: Int) -> Int {
    var sum = 0
    for slot in slots {
      let least = slot.options.reduce(Int.max) { min($0, cost[tier][$1]) }
      sum += slot.isRequired && least < .max ? least : min(0, least)
    }
    for column in 0..<columnCount where slot[column] < 0 {
      sum += min(cost[tier][column] * lower[column], cost[tier][column] * upper[column])
    }
    return sum
  }
}

extension IntegerRows {
  /// Adds a row of a problem as it stands there.
  mutating func append(_ row: SelectionProblem.Row, origin: RowOrigin = .model) {
    append(
      lower: row.lower ?? .min, upper: row.upper ?? .max,
      terms: row.terms.lazy.map { (Int32($0.column), $0.coefficient) }, origin: origin)
  }
}
