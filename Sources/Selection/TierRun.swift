/// One run through all tiers, each among the selections that are best in those before it.
///
/// Between tiers the program shrinks: what the proven tiers fix is taken out of it.
struct TierRun {
  private let options: SolveOptions
  /// From the problem to the present program.
  private var reductions: [Reduction]
  private var relaxation: Relaxation
  /// Costs of the tiers, on the columns of the present program, and what fixed columns cost.
  private var cost: [[Int]]
  private var fixedCost: [Int]
  private var incumbent: [Int]?
  private var bounds: [Int?]

  enum Result {
    case optimal([Int])
    case feasible([Int], bounds: [Int?])
    case infeasible
    case unknown
  }

  init(_ reduction: Reduction, _ cost: [[Int]], _ options: SolveOptions) {
    self.options = options
    reductions = [reduction]
    relaxation = Relaxation(reduction.program)
    self.cost = cost.map { reduction.reduced(cost: $0) }
    fixedCost = cost.map { reduction.fixedCost($0) }
    bounds = Array(repeating: nil, count: cost.count)
  }

  mutating func finish() -> Result {
    // Without tiers any selection is best.
    if cost.isEmpty, let result = solve([Int](repeating: 0, count: relaxation.columnCount), nil) {
      return result
    }
    for tier in 0..<cost.count {
      if let result = solve(cost[tier], tier) { return result }
      if !shrink() { return .infeasible }
    }
    guard let incumbent else { return .infeasible }
    return .optimal(expanded(incumbent))
  }

  /// Solves one tier.
  ///
  /// - Returns: `nil` if it is proven and the next one may follow.
  private mutating func solve(_ tierCost: [Int], _ tier: Int?) -> Result? {
    let offset = tier.map { fixedCost[$0] } ?? 0
    var control = SearchControl(shouldStop: options.shouldStop)
    if let tier, let report = options.report {
      control.report = { value, bound in
        report(
          Progress(
            tier: tier, value: value.map { $0 + offset },
            bound: bound == .min ? nil : bound + offset))
      }
    }
    var search = TierSearch(
      relaxation: relaxation, cost: tierCost, later: tier.map { Array(cost[($0 + 1)...]) } ?? [],
      incumbent: incumbent, control: control)
    let result = search.run()
    incumbent = search.incumbent
    if let tier { bounds[tier] = search.bound == .min ? nil : search.bound + offset }
    switch result {
    case .infeasible: return .infeasible
    case .stopped:
      return incumbent.map { .feasible(expanded($0), bounds: bounds) } ?? .unknown
    case .proven:
      search.keepValue()
      relaxation = search.relaxation
      return nil
    }
  }

  private func expanded(_ value: [Int]) -> [Int] {
    reductions.reversed().reduce(value) { $1.expanded($0) }
  }

  /// Takes out of the program what is fixed by now, if that is much of it.
  private mutating func shrink() -> Bool {
    let program = relaxation.program
    let free = (0..<program.columnCount).count { program.lower[$0] < program.upper[$0] }
    if free * 10 > program.columnCount * 9 { return true }
    guard let reduction = Reduction(program), let known = incumbent.flatMap(reduction.restricted)
    else { return false }
    for tier in 0..<cost.count {
      fixedCost[tier] += reduction.fixedCost(cost[tier])
      cost[tier] = reduction.reduced(cost: cost[tier])
    }
    incumbent = known
    reductions.append(reduction)
    relaxation = Relaxation(reduction.program)
    return true
  }
}

extension TierSearch {
  /// Holds the tier at the value just proven, for the tiers that follow.
  ///
  /// That no selection is better is as much a fact as that none may be worse: both sides of the
  /// row keep the relaxations of later tiers from trading on values that cannot be reached.
  mutating func keepValue() {
    let terms = (0..<cost.count).filter { cost[$0] != 0 }
    relaxation.append(
      terms: terms.map { (Int32($0), cost[$0]) }, lower: incumbentValue, upper: incumbentValue)
  }
}
