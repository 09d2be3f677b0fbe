/// Finds the selection that is best tier by tier, with its proof.
package struct Solver: Sendable {
  private let problem: SelectionProblem

  package init(problem: SelectionProblem) { self.problem = problem }

  /// Solves the problem, or says how far it got.
  package func solve(options: SolveOptions = SolveOptions()) -> Outcome {
    var run = TierRun(problem, options)
    return run.outcome()
  }
}

/// One run through all tiers.
struct TierRun {
  let problem: SelectionProblem
  let options: SolveOptions
  var relaxation: Relaxation
  var incumbent: [Int]?
  var bounds: [Int?]

  init(_ problem: SelectionProblem, _ options: SolveOptions) {
    self.problem = problem
    self.options = options
    relaxation = Relaxation(problem.program)
    bounds = Array(repeating: nil, count: problem.tierCount)
  }

  mutating func outcome() -> Outcome {
    if problem.tierCount == 0 {
      if let result = solve(cost: Array(repeating: 0, count: problem.columnCount), tier: nil) { return result }
    }
    for tier in 0..<problem.tierCount {
      if let result = solve(cost: problem.cost[tier], tier: tier) { return result }
    }
    guard let incumbent else { return .infeasible }
    return .optimal(problem.incumbent(incumbent))
  }

  private mutating func solve(cost: [Int], tier: Int?) -> Outcome? {
    var search = TierSearch(
      relaxation: relaxation, cost: cost, incumbent: incumbent, control: SearchControl(shouldStop: options.shouldStop))
    let result = search.run()
    incumbent = search.incumbent
    relaxation = search.relaxation
    switch result {
    case .infeasible: return .infeasible
    case .stopped:
      if let tier { bounds[tier] = search.bound }
      return incumbent.map { .feasible(problem.incumbent($0), bounds: bounds) } ?? .unknown
    case .proven:
      if let tier { bounds[tier] = search.bound }
      search.keepValue()
      relaxation = search.relaxation
      return nil
    }
  }
}

extension TierSearch {
  /// Holds the tier at the value just proven, for the tiers that follow.
  mutating func keepValue() {
    let terms = (0..<cost.count).filter { cost[$0] != 0 }
    relaxation.append([
      Cut(columns: terms.map(Int32.init), coefficients: terms.map { cost[$0] }, upper: incumbentValue)
    ])
  }
}

extension SelectionProblem {
  /// Slots and rows alike as rows.
  var program: IntegerProgram {
    var program = IntegerProgram(lower: lower, upper: upper)
    for slot in slots {
      program.rows.append(
        lower: slot.isRequired ? 1 : .min, upper: 1, terms: slot.options.map { (Int32($0), 1) })
    }
    for row in rows {
      program.rows.append(
        lower: row.lower ?? .min, upper: row.upper ?? .max,
        terms: row.terms.map { (Int32($0.column), $0.coefficient) })
    }
    return program
  }

  func incumbent(_ value: [Int]) -> Incumbent {
    Incumbent(
      value: value,
      tierValues: cost.map { cost in
        (0..<cost.count).reduce(0) { $0 + cost[$1] * value[$1] }
      })
  }
}
