/// One run through all tiers, each among the selections that are best in those before it.
///
/// The problem is kept as parts that no row joins: each is solved on its own, tier by tier. Between
/// tiers the parts shrink, since what the proven tiers fix is taken out, and fall into smaller ones.
struct TierRun {
  private var options: SolveOptions
  private let tierCount: Int
  private var parts: [TierPart]
  private let columnCount: Int
  /// Proven bounds, by tier.
  private(set) var bounds: [Int?]
  /// The parts before each tier that was begun, so that a run can go back; empty unless it is kept.
  private var history: [[TierPart]] = []
  private let keepsHistory: Bool
  /// How many tiers are proven.
  private var provenTiers = 0
  /// Where lessons are noted, if they are.
  private var book: LessonBook?
  /// What was best in a problem like this one, until the run begins.
  private var near: [Int]?
  /// The problem until the run begins, if a plan is to be found first and none is known to start from.
  private var unplanned: SelectionProblem?

  enum Result {
    case optimal([Int])
    case feasible([Int], bounds: [Int?])
    case infeasible
    case unknown
  }

  /// What became of one tier.
  enum Step {
    case proven
    /// A limit ended it, or the gap is small enough.
    case open
    case infeasible
  }

  /// - Parameters:
  ///   - problem: the problem.
  ///   - options: limits.
  ///   - incumbent: a selection to start from.
  ///   - keepsHistory: whether the run can be gone on with from an earlier tier.
  ///   - plansFirst: whether any plan is looked for before the best one.
  init(
    _ problem: SelectionProblem, _ options: SolveOptions, incumbent: [Int]? = nil,
    keepsHistory: Bool = false, plansFirst: Bool = false
  ) {
    self.options = options
    self.keepsHistory = keepsHistory
    tierCount = problem.cost.count
    let near = options.lessons?.selection(for: problem)
    let start = incumbent ?? near.flatMap { problem.isSelection($0) ? $0 : nil }
    if start == nil { self.near = near }
    if plansFirst, options.methods.heuristics, start == nil, near == nil { unplanned = problem }
    parts = [TierPart(problem, incumbent: start, witness: options.witness, options.methods)]
    columnCount = problem.columnCount
    bounds = Array(repeating: nil, count: tierCount)
    if options.isLearning { book = LessonBook(tierCount: tierCount) }
  }

  mutating func finish() -> Result { finish(from: 0) }

  private mutating func finish(from first: Int) -> Result {
    if tierCount == 0 {
      // Without tiers any selection is best.
      let step = shrink() ? solveParts(tier: nil, beside: Rest()) : .infeasible
      return result(of: step)
    }
    for tier in first..<tierCount {
      let step = advance(tier)
      if case .proven = step { continue }
      return result(of: step)
    }
    return result(of: .proven)
  }

  /// Where the run stands after a step that is its last one.
  func result(of step: Step) -> Result {
    switch step {
    case .infeasible: .infeasible
    case .open: selection.map { .feasible($0, bounds: bounds) } ?? .unknown
    case .proven: selection.map { .optimal($0) } ?? .infeasible
    }
  }

  /// Solves a tier, after all those before it.
  ///
  /// - Parameters:
  ///   - tier: the tier.
  ///   - rest: what is not of this run but of what readers see.
  /// - Returns: what became of it.
  mutating func advance(_ tier: Int, beside rest: Rest = Rest()) -> Step {
    begin()
    if keepsHistory { history.append(parts) }
    guard shrink() else { return .infeasible }
    return solveParts(tier: tier, beside: rest)
  }

  /// Finds what to start from; whoever does not call it has it done before the first tier.
  mutating func begin() {
    takeUpNear()
    takeUpFirstPlan()
  }

  /// Starts from what was best in a problem like this one, or from what is near to that.
  private mutating func takeUpNear() {
    guard let near else { return }
    self.near = nil
    parts[0].approach(near, control(nil, part: 0, nil))
  }

  /// Starts from a plan along the relaxation, so that a run that is stopped has one.
  private mutating func takeUpFirstPlan() {
    guard let problem = unplanned else { return }
    unplanned = nil
    guard let selection = VertexPlan(problem)?.selection(options) else { return }
    parts[0].incumbent = PickedProgram.extended(selection, problem)
  }

  /// The same run, as part of another search.
  func recalled(for options: SolveOptions) -> TierRun {
    var run = self
    run.options = options
    return run
  }

  /// What the run's roots have taught, by tier.
  var lessons: [TierLessons] { book?.tiers ?? [] }

  /// Takes over what another run of the same problem has learned in the tiers that it has proven.
  func learn(from other: TierRun) {
    if let lessons = other.book { book?.take(lessons, tiers: 0..<other.provenTiers) }
  }

  /// The same run, with what it does from now on counted elsewhere.
  func counting(in effort: Effort?) -> TierRun {
    var run = self
    run.options.effort = effort
    return run
  }

  /// The best selection within narrower limits, of those that are best in the tiers before one; this
  /// run has proven all tiers.
  ///
  /// What these tiers have taught holds for everything that is best in them, so the run goes on from
  /// there.
  func restricted(to restriction: Restriction, from tier: Int) -> Result {
    var run = TierRun(rewinding: self, to: tier)
    return run.narrow(to: restriction) ? run.finish(from: tier) : .infeasible
  }

  private init(rewinding other: TierRun, to tier: Int) {
    options = other.options.quiet(shouldStop: other.options.shouldStop)
    tierCount = other.tierCount
    columnCount = other.columnCount
    keepsHistory = false
    parts = other.history[tier]
    bounds = other.bounds
  }

  /// Narrows the parts; `false` if nothing is left or a row joins parts.
  private mutating func narrow(to restriction: Restriction) -> Bool {
    for place in parts.indices where !parts[place].narrow(to: restriction) { return false }
    return true
  }

  /// Solves one tier of every part.
  private mutating func solveParts(tier: Int?, beside rest: Rest) -> Step {
    var isProven = true
    for place in parts.indices {
      // Adding up what the others cost takes as long as they are; nobody may be watching.
      let others =
        options.report == nil ? nil : tier.map { rest.adding(parts, butFor: place, tier: $0) }
      switch parts[place].solve(
        tier: tier, control: control(tier, part: place, others), relativeGap: options.relativeGap)
      {
      case .infeasible: return .infeasible
      case .stopped, .accepted: isProven = false
      case .proven: break
      }
    }
    if let tier { bounds[tier] = boundOfParts }
    if isProven { provenTiers += 1 }
    return isProven ? .proven : .open
  }

  /// What the parts' bounds of the tier solved last add up to; `nil` if one has none.
  private var boundOfParts: Int? {
    parts.reduce(0) { sum, part in
      sum.flatMap { sum in part.bound == .min ? nil : sum + part.bound }
    }
  }

  private func control(_ tier: Int?, part: Int, _ rest: Rest?) -> SearchControl {
    var control = SearchControl(
      shouldStop: options.shouldStop, methods: options.methods, effort: options.effort,
      crew: options.crew)
    if let tier {
      control.lessons = options.lessons?.ofTier(tier)
      control.mostTaughtPivots = options.lessons?.mostPivots ?? .max
      if let book { control.note = { book.note($0, tier: tier, part: part) } }
    }
    guard let tier, let rest, let report = options.report else { return control }
    control.report = { value, bound in
      report(
        rest.completing(Progress(tier: tier, value: value, bound: bound == .min ? nil : bound)))
    }
    return control
  }

  /// The incumbents of all parts as one selection of the problem.
  var selection: [Int]? {
    var selection = Array(repeating: 0, count: columnCount)
    for part in parts where !part.write(to: &selection) { return nil }
    return selection
  }

  /// Takes out of every part what is fixed by now and splits what is left.
  ///
  /// - Returns: `false` if a part is seen to have no selection.
  private mutating func shrink() -> Bool {
    if !options.methods.presolves { return true }
    var next: [TierPart] = []
    for part in parts {
      guard let pieces = part.pieces() else { return false }
      next += pieces
    }
    parts = next
    return true
  }
}
