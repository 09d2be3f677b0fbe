/// What solving a problem has taught, for problems much like it.
///
/// All of it is advice: what to look at, which cuts to derive once more, where to start. What is proven
/// with it is proven from the new problem alone, as it would be without. Only a block that is the same
/// in all that it says is not solved again, nor a problem that is narrower and has the same best
/// selection. Problems speak of the same columns and rows where their
/// keys are equal.
package struct Lessons: Sendable {
  /// By tier, of all blocks together.
  private var tiers: [TierLessons]
  /// The columns that were picked, with their values.
  private var picked: [Key: Int] = [:]
  /// The blocks that were solved, by what they say.
  private var blocks: [SelectionProblem: SolvedBlock] = [:]
  /// The best selection of the whole problem.
  var proven: ProvenSelection?
  /// What solving from nothing took.
  var pivots: Int
  /// Pivots after which a tier is taken to be led astray.
  var mostPivots: Int { 2 * pivots }

  init(_ solved: [SolvedBlock], tierCount: Int) {
    tiers = Array(repeating: TierLessons(), count: tierCount)
    pivots = solved.reduce(0) { $0 + $1.effort.pivots }
    for block in solved {
      for (tier, lessons) in block.run.lessons.enumerated() { tiers[tier].add(lessons) }
      note(block.run.selection ?? [], of: block.problem)
      blocks[block.problem] = block.resting
    }
  }

  private mutating func note(_ selection: [Int], of problem: SelectionProblem) {
    guard let keys = problem.keys?.columns else { return }
    for (column, value) in selection.enumerated() where value != 0 { picked[keys[column]] = value }
  }

  /// What the tier of that number has taught; `nil` if there was none.
  func ofTier(_ number: Int) -> TierLessons? {
    tiers.indices.contains(number) ? tiers[number] : nil
  }

  /// What was picked, in terms of another problem, which it may not be a selection of.
  func selection(for problem: SelectionProblem) -> [Int]? {
    problem.keys.map { keys in keys.columns.map { picked[$0] ?? 0 } }
  }

  /// The block that says the same; `nil` if there is none.
  func block(of problem: SelectionProblem) -> SolvedBlock? { blocks[problem] }
}

/// A problem without links with the run that has proven all its tiers.
struct SolvedBlock: Sendable {
  var problem: SelectionProblem
  var run: TierRun
  /// What is known of it without some of its columns.
  var knowledge: LinkSearch.Knowledge = [:]
  /// What the run took.
  var effort: Effort
  /// Whether lessons helped it.
  var isTaught: Bool

  /// The same block, without the limits and the reports of the run.
  var resting: SolvedBlock {
    var block = self
    block.run = run.recalled(for: SolveOptions())
    return block
  }

  /// Notes what a second run teaches that starts from what the first one found.
  ///
  /// A first run finds the best selection late, and proves it by trees as much as by cuts. One that
  /// knows it from the start cuts until little is left, and that is what problems like this one can
  /// use. It may take half as many pivots as the first.
  ///
  /// - Returns: the block, whose selection is still that of the first run.
  func rehearsed(_ options: SolveOptions) -> SolvedBlock {
    if isTaught { return self }
    var again = options
    again.lessons = Lessons([self], tierCount: problem.tierCount)
    again.report = nil
    let own = Effort()
    let most = effort.pivots / 2
    again.effort = own
    again.shouldStop = { options.shouldStop() || own.pivots > most }
    var second = TierRun(problem, again)
    _ = second.finish()
    run.learn(from: second)
    return self
  }
}
