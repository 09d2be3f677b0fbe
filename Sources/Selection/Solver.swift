/// Finds the selection that is best tier by tier, with its proof.
package struct Solver: Sendable {
  private let problem: SelectionProblem

  package init(problem: SelectionProblem) { self.problem = problem }

  /// Solves the problem, or says how far it got.
  package func solve(options: SolveOptions = SolveOptions()) -> Outcome {
    guard let reduction = Reduction(problem.program) else { return .infeasible }
    var run = TierRun(reduction, problem.cost, options)
    switch run.finish() {
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    case .optimal(let selection): return .optimal(incumbent(selection))
    case .feasible(let selection, let bounds):
      return .feasible(incumbent(selection), bounds: bounds)
    }
  }

  private func incumbent(_ value: [Int]) -> Incumbent {
    assert(problem.program.isFeasible(value), "a selection breaks a row")
    let tierValues = problem.cost.map { TierSearch.value(of: value, $0) }
    return Incumbent(value: value, tierValues: tierValues)
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
}
