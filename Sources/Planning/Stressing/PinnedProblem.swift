import MobilityModel
import Selection

/// The problem of a round in which most options are decided: some are taken, most are not, and what
/// is left is small.
struct PinnedProblem {
  /// What is known of an option.
  enum Pin: Equatable { case taken, open, shut }

  private var problem: SelectionProblem
  /// Column of the round's problem, indexed by column of this one.
  private var origin: [Int] = []
  private var place: [Int]
  private var value: [Int]
  private let compilation: Compilation

  /// `nil` where what is taken breaks a rule whatever else happens.
  init?(_ compilation: Compilation, pin: (Option) -> Pin) {
    self.compilation = compilation
    let whole = compilation.problem
    problem = SelectionProblem(tierCount: whole.tierCount)
    place = Array(repeating: -1, count: whole.columnCount)
    value = Array(repeating: 0, count: whole.columnCount)
    var isDecided = Array(repeating: false, count: whole.columnCount)
    for (option, column) in zip(compilation.options, compilation.column) {
      switch pin(option) {
      case .open: break
      case .shut: if column >= 0 { isDecided[Int(column)] = true }
      case .taken:
        if column < 0 { return nil }
        isDecided[Int(column)] = true
        value[Int(column)] = 1
      }
    }
    guard addColumns(whole, isDecided), addRows(whole) else { return nil }
  }

  private mutating func addColumns(_ whole: SelectionProblem, _ isDecided: [Bool]) -> Bool {
    for slot in whole.slots {
      if slot.options.contains(where: { value[$0] == 1 }) { continue }
      let open = slot.options.filter { !isDecided[$0] }
      if open.isEmpty {
        if slot.isRequired { return false }
        continue
      }
      let new = problem.addSlot(isRequired: slot.isRequired)
      for column in open { add(column, problem.addOption(slot: new, cost: costs(whole, column))) }
    }
    for column in 0..<whole.columnCount where whole.slot[column] < 0 {
      let new = problem.addCount(
        lower: whole.lower[column], upper: whole.upper[column], cost: costs(whole, column))
      add(column, new)
    }
    return true
  }

  private mutating func add(_ column: Int, _ new: Int) {
    place[column] = new
    origin.append(column)
  }

  private func costs(_ whole: SelectionProblem, _ column: Int) -> [Int] {
    whole.cost.map { $0[column] }
  }

  private mutating func addRows(_ whole: SelectionProblem) -> Bool {
    for row in whole.rows {
      var terms: [SelectionProblem.Term] = []
      var sum = 0
      for term in row.terms {
        if place[term.column] >= 0 {
          terms.append(SelectionProblem.Term(place[term.column], term.coefficient))
        } else {
          sum += term.coefficient * value[term.column]
        }
      }
      let (lower, upper) = (row.lower.map { $0 - sum }, row.upper.map { $0 - sum })
      if terms.isEmpty {
        if lower ?? 0 > 0 || upper ?? 0 < 0 { return false }
      } else {
        problem.addRow(
          lower: lower, upper: upper, ascending: terms.sorted { $0.column < $1.column })
      }
    }
    return true
  }

  enum Answer {
    case best(Plan)
    case infeasible
    /// The search was stopped.
    case open
  }

  /// The best plan among those with everything that is taken and nothing that is shut.
  func answer(shouldStop: @escaping @Sendable () -> Bool) -> Answer {
    var options = SolveOptions()
    options.shouldStop = shouldStop
    switch Solver(problem: problem).solve(options: options) {
    case .infeasible: return .infeasible
    case .feasible, .unknown: return .open
    case .optimal(let incumbent):
      var whole = value
      for (column, value) in zip(origin, incumbent.value) { whole[column] = value }
      return .best(compilation.plan(of: whole))
    }
  }
}
