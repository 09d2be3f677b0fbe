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
  init(
    _ problem: SelectionProblem, _ options: SolveOptions, incumbent: [Int]? = nil,
    keepsHistory: Bool = false
  ) {
    self.options = options
    self.keepsHistory = keepsHistory
    tierCount = problem.cost.count
    parts = [TierPart(problem, incumbent: incumbent, witness: options.witness)]
    columnCount = problem.columnCount
    bounds = Array(repeating: nil, count: tierCount)
  }

  mutating func finish() -> Result { finish(from: 0) }

  private mutating func finish(from first: Int) -> Result {
    if tierCount == 0 {
      // Without tiers any selection is best.
      let step = shrink() ? solveParts(tier: nil, offset: nil) : .infeasible
      return result(of: step)
    }
    for tier in first..<tierCount {
      let step = advance(tier, offset: 0)
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
  ///   - offset: what is added to its value for the one that readers see; `nil` where that is not
  ///     known yet.
  /// - Returns: what became of it.
  mutating func advance(_ tier: Int, offset: Int?) -> Step {
    if keepsHistory { history.append(parts) }
    guard shrink() else { return .infeasible }
    return solveParts(tier: tier, offset: offset)
  }

  /// The same run, with what it does from now on counted elsewhere.
  func counting(in effort: Effort?) -> TierRun {
    var run = self
    run.options.effort = effort
    return run
  }

  /// The best selection within narrower limits, if this run has proven all tiers.
  ///
  /// What the tiers before some tier have taught holds for everything that is best in them. So the
  /// latest tier is looked for whose predecessors the narrower limits leave their values.
  func restricted(to restriction: Restriction) -> Result {
    for tier in history.indices.reversed() {
      var run = TierRun(rewinding: self, to: tier)
      guard run.narrow(to: restriction) else { continue }
      let result = run.finish(from: tier)
      if case .infeasible = result { continue }
      return result
    }
    return .infeasible
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
  private mutating func solveParts(tier: Int?, offset: Int?) -> Step {
    var isProven = true
    var sum: Int? = 0
    for place in parts.indices {
      let others = tier.flatMap { costOfOthers(than: place, tier: $0) }
      let offset = offset.flatMap { shift in others.map { $0 + shift } }
      switch parts[place].solve(
        tier: tier, control: control(tier, offset: offset), relativeGap: options.relativeGap)
      {
      case .infeasible: return .infeasible
      case .stopped, .accepted: isProven = false
      case .proven: break
      }
      let bound = parts[place].bound
      sum = sum.flatMap { sum in bound == .min ? nil : sum + bound }
    }
    if let tier { bounds[tier] = sum }
    return isProven ? .proven : .open
  }

  /// What the incumbents of all other parts cost together.
  ///
  /// - Returns: `nil` if a part has no incumbent yet.
  private func costOfOthers(than place: Int, tier: Int) -> Int? {
    var sum = 0
    for other in parts.indices where other != place {
      guard let value = parts[other].incumbentCost(tier: tier) else { return nil }
      sum += value
    }
    return sum
  }

  private func control(_ tier: Int?, offset: Int?) -> SearchControl {
    var control = SearchControl(
      shouldStop: options.shouldStop, methods: options.methods, effort: options.effort)
    guard let tier, let offset, let report = options.report else { return control }
    control.report = { value, bound in
      report(
        Progress(
          tier: tier, value: value.map { $0 + offset },
          bound: bound == .min ? nil : bound + offset))
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
