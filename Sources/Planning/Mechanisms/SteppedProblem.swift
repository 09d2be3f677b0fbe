import Selection

/// A compiled round with further counts and rows, and with costs that come before its tiers.
///
/// Columns of the round keep their places, so that selections can be read back as before.
struct SteppedProblem {
  typealias Column = SelectionProblem.Column
  typealias Term = SelectionProblem.Term

  private let base: SelectionProblem
  private var largest: [Int] = []
  private var rows: [(lower: Int?, upper: Int?, terms: [Term])] = []
  /// The costs of those columns that have any, most important first.
  private var steps: [[Column: Int]] = []

  init(_ base: SelectionProblem) { self.base = base }

  /// Adds a whole number from 0 to `most`.
  mutating func addCount(_ most: Int) -> Column {
    largest.append(most)
    return base.columnCount + largest.count - 1
  }

  mutating func addRow(lower: Int? = nil, upper: Int? = nil, _ terms: [Term]) {
    rows.append((lower, upper, terms))
  }

  /// Adds a step after those that there are; the costs of a column are added up.
  mutating func addStep(_ costs: some Sequence<Term>) {
    var step: [Column: Int] = [:]
    for term in costs { step[term.column, default: 0] += term.coefficient }
    steps.append(step)
  }

  /// The whole as one problem: the steps and, if asked for, the round's own tiers behind them.
  func problem(withTiers: Bool) -> SelectionProblem {
    let tiers = withTiers ? base.tierCount : 0
    var problem = SelectionProblem(tierCount: steps.count + tiers)
    for slot in base.slots { _ = problem.addSlot(isRequired: slot.isRequired) }
    for column in 0..<base.columnCount {
      let cost = stepCosts(column) + (0..<tiers).map { base.cost[$0][column] }
      if base.slot[column] >= 0 {
        _ = problem.addOption(slot: base.slot[column], cost: cost)
      } else {
        _ = problem.addCount(lower: base.lower[column], upper: base.upper[column], cost: cost)
      }
    }
    for (place, most) in largest.enumerated() {
      let cost = stepCosts(base.columnCount + place) + Array(repeating: 0, count: tiers)
      _ = problem.addCount(lower: 0, upper: most, cost: cost)
    }
    for row in base.rows {
      problem.addRow(lower: row.lower, upper: row.upper, ascending: row.terms)
    }
    for row in rows { problem.addRow(lower: row.lower, upper: row.upper, terms: row.terms) }
    return problem
  }

  private func stepCosts(_ column: Column) -> [Int] { steps.map { $0[column] ?? 0 } }
}
