package import Selection

/// Solves a tiny `SelectionProblem` by looking at every selection there is.
///
/// It shares nothing with the solver, so that it can stand as the truth in the solver's tests.
package enum BruteForceSelection {
  /// The best values tier by tier, and every selection that reaches them.
  package struct Best: Hashable, Sendable {
    /// Sum of cost times value, indexed by tier.
    package var tierValues: [Int]
    /// Value of every column, for each best selection.
    package var selections: [[Int]]
  }

  /// Every selection that keeps all slots and rows, as the values of its columns.
  package static func selections(of problem: SelectionProblem) -> [[Int]] {
    let dials = dials(of: problem)
    guard dials.allSatisfy({ !$0.isEmpty }) else { return [] }
    var found: [[Int]] = []
    var position = Array(repeating: 0, count: dials.count)
    var value = Array(repeating: 0, count: problem.columnCount)
    for dial in dials { for setting in dial[0] { value[setting.column] = setting.value } }
    repeat {
      if keepsRows(problem, value) { found.append(value) }
    } while turn(&position, of: dials, setting: &value)
    return found
  }

  /// The best of all selections; `nil` if there is none.
  package static func best(of problem: SelectionProblem) -> Best? {
    var best: Best?
    for value in selections(of: problem) {
      let tierValues = tierValues(of: value, in: problem)
      if let known = best, known.tierValues.lexicographicallyPrecedes(tierValues) { continue }
      if best?.tierValues == tierValues {
        best?.selections.append(value)
      } else {
        best = Best(tierValues: tierValues, selections: [value])
      }
    }
    return best
  }

  /// Whether `value` keeps every range, slot and row; sizes must fit too.
  package static func isSelection(_ value: [Int], of problem: SelectionProblem) -> Bool {
    guard value.count == problem.columnCount else { return false }
    for column in value.indices {
      guard problem.lower[column] <= value[column], value[column] <= problem.upper[column] else {
        return false
      }
    }
    for slot in problem.slots {
      let picked = slot.options.map { value[$0] }.reduce(0, +)
      guard picked == 1 || (picked == 0 && !slot.isRequired) else { return false }
    }
    return keepsRows(problem, value)
  }

  package static func tierValues(of value: [Int], in problem: SelectionProblem) -> [Int] {
    problem.cost.map { cost in zip(cost, value).map { $0 * $1 }.reduce(0, +) }
  }

  private static func keepsRows(_ problem: SelectionProblem, _ value: [Int]) -> Bool {
    for row in problem.rows {
      var sum = 0
      for term in row.terms { sum += term.coefficient * value[term.column] }
      if let lower = row.lower, sum < lower { return false }
      if let upper = row.upper, sum > upper { return false }
    }
    return true
  }

  private typealias Setting = (column: Int, value: Int)

  /// For each slot and each count the ways in which it can stand alone.
  private static func dials(of problem: SelectionProblem) -> [[[Setting]]] {
    var dials: [[[Setting]]] = problem.slots.map { slot in
      (slot.isRequired ? [] : [[]]) + slot.options.map { [(column: $0, value: 1)] }
    }
    for column in 0..<problem.columnCount where problem.slot[column] < 0 {
      let (lower, upper) = (problem.lower[column], problem.upper[column])
      dials.append(lower > upper ? [] : (lower...upper).map { [(column: column, value: $0)] })
    }
    return dials
  }

  /// Moves on to the next combination; `false` after the last one.
  private static func turn(
    _ position: inout [Int], of dials: [[[Setting]]], setting value: inout [Int]
  ) -> Bool {
    for dial in dials.indices {
      for old in dials[dial][position[dial]] { value[old.column] = 0 }
      position[dial] = (position[dial] + 1) % dials[dial].count
      for new in dials[dial][position[dial]] { value[new.column] = new.value }
      if position[dial] > 0 { return true }
    }
    return false
  }
}
