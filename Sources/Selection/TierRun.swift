/// One run through all tiers, each among the selections that are best in those before it.
///
/// The problem is kept as parts that no row joins: each is solved on its own, tier by tier. Between
/// tiers the parts shrink, since what the proven tiers fix is taken out, and fall into smaller ones.
struct TierRun {
  private let options: SolveOptions
  private let tierCount: Int
  private var parts: [TierPart]
  private let columnCount: Int
  /// Proven bounds, by tier.
  private var bounds: [Int?]

  enum Result {
    case optimal([Int])
    case feasible([Int], bounds: [Int?])
    case infeasible
    case unknown
  }

  init(_ problem: SelectionProblem, _ options: SolveOptions) {
    self.options = options
    tierCount = problem.cost.count
    parts = [TierPart(problem)]
    columnCount = problem.columnCount
    bounds = Array(repeating: nil, count: tierCount)
  }

  mutating func finish() -> Result {
    if !shrink() { return .infeasible }
    // Without tiers any selection is best.
    if tierCount == 0, let result = solveParts(tier: nil) { return result }
    for tier in 0..<tierCount {
      if let result = solveParts(tier: tier) { return result }
      if !shrink() { return .infeasible }
    }
    guard let whole else { return .infeasible }
    return .optimal(whole)
  }

  /// Solves one tier of every part.
  ///
  /// - Returns: `nil` if it is proven and the next one may follow.
  private mutating func solveParts(tier: Int?) -> Result? {
    var wasStopped = false
    var proven: Int? = 0
    for place in parts.indices {
      let others = tier.flatMap { costOfOthers(than: place, tier: $0) }
      switch parts[place].solve(
        tier: tier, control: control(tier, offset: others), relativeGap: options.relativeGap)
      {
      case .infeasible: return .infeasible
      case .stopped: wasStopped = true
      case .accepted: wasStopped = true
      case .proven: break
      }
      let bound = parts[place].bound
      proven = proven.flatMap { sum in bound == .min ? nil : sum + bound }
    }
    if let tier { bounds[tier] = proven }
    if !wasStopped { return nil }
    return whole.map { .feasible($0, bounds: bounds) } ?? .unknown
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
    var control = SearchControl(shouldStop: options.shouldStop)
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
  private var whole: [Int]? {
    var selection = Array(repeating: 0, count: columnCount)
    for part in parts where !part.write(to: &selection) { return nil }
    return selection
  }

  /// Takes out of every part what is fixed by now and splits what is left.
  ///
  /// - Returns: `false` if a part is seen to have no selection.
  private mutating func shrink() -> Bool {
    var next: [TierPart] = []
    for part in parts {
      guard let pieces = part.pieces() else { return false }
      next += pieces
    }
    parts = next
    return true
  }
}
