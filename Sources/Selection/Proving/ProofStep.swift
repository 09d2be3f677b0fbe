/// One step of a proof that a selection is best tier by tier; `docs/proof-format.md` says what each
/// of them claims and why it follows.
///
/// An *inequality* `2 r` is "row `r` is at most its upper bound", `2 r + 1` is "minus row `r` is at
/// most minus its lower bound". The problem's slots come first, then its rows, then whatever row a
/// step adds, in order. Columns are the problem's, then those that steps add.
package enum ProofStep: Sendable {
  /// A new column that equals a row of the problem, and a row that says so.
  case sum(row: Int)
  /// The next tier begins: adds the row "its cost is at most its value".
  case tier
  /// Supposes that a selection is better in this tier: adds the row "its cost is less".
  case better
  /// Supposes that a column is at most, or else at least, `value`.
  case suppose(column: Int, isAtMost: Bool, value: Int)
  /// A row alone narrows the columns in it.
  case propagate(row: Int)
  /// A row alone cannot be kept: what was supposed last is refuted.
  case refutedByRow(Int)
  /// A combination of inequalities narrows the columns in it.
  case narrow([ProofTerm])
  /// A combination of inequalities cannot be kept: what was supposed last is refuted.
  case refuted([ProofTerm])
  /// A combination of inequalities is a new row.
  case add([ProofTerm])
  /// A combination of equations is a new equation; terms name rows, with multipliers of any sign.
  case equation([ProofTerm])
  /// A combination of inequalities is rounded to a new row.
  case round(divisor: Int, atUpper: [Int], [ProofTerm])
}

/// An inequality and how often it is taken.
package struct ProofTerm: Hashable, Sendable {
  package var inequality: Int
  package var multiplier: Int
}

/// Hands on the steps of a proof, with the numbers that rows get by them.
final class ProofLog {
  private let record: (ProofStep) -> Void
  /// The number that the next new row gets.
  private(set) var nextRow: Int
  private var open: [Int] = []

  init(rowCount: Int, record: @escaping (ProofStep) -> Void) {
    nextRow = rowCount
    self.record = record
  }

  /// Notes a step.
  ///
  /// - Returns: the number of the row that it adds, if it adds one.
  @discardableResult
  func note(_ step: ProofStep) -> Int {
    record(step)
    switch step {
    case .suppose: open.append(nextRow)
    case .better:
      open.append(nextRow)
      nextRow += 1
    case .refuted, .refutedByRow: nextRow = open.removeLast()
    case .sum, .tier, .add, .equation, .round: nextRow += 1
    case .propagate, .narrow: break
    }
    return nextRow - 1
  }
}
