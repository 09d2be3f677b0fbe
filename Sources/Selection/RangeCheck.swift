/// Why a problem cannot be solved with 64-bit whole numbers.
package enum SelectionError: Error, Hashable, Sendable {
  /// A row's sum or one of its bounds, by its index, reaches `size` or more, up or down.
  case rowOutOfRange(Int, size: Int)
  /// A tier's sum, by its index, reaches `size` or more, up or down.
  case tierOutOfRange(Int, size: Int)
  /// An end of a column's range, by its index, is `size` away from 0.
  case columnOutOfRange(SelectionProblem.Column, size: Int)
}

/// Makes sure, before a run, that no sum in it can leave the range of 64 bits.
///
/// Whoever gets a problem from elsewhere asks this once; one who has bounded the sums in its own
/// terms need not.
package enum RangeCheck {
  /// Checks that every row and every tier stays within ``WholeNumbers/most``, whatever values the
  /// columns take in their ranges, and that no bound lies beyond it.
  ///
  /// Slots are not made use of: the solver adds up what columns could reach one by one.
  ///
  /// - Throws: ``SelectionError`` for the first column, else row, else tier that does not.
  /// - Complexity: O(terms + columns * tiers).
  package static func check(_ problem: SelectionProblem) throws(SelectionError) {
    for column in 0..<problem.columnCount {
      let size = reach(column, problem)
      if size > WholeNumbers.most { throw .columnOutOfRange(column, size: size) }
    }
    for (place, row) in problem.rows.enumerated() {
      let size = size(row, problem)
      if size > WholeNumbers.most { throw .rowOutOfRange(place, size: size) }
    }
    for (place, cost) in problem.cost.enumerated() {
      var size = 0
      for (column, cost) in cost.enumerated() {
        size = WholeNumbers.sum(size, amount(cost, column, problem))
      }
      if size > WholeNumbers.most { throw .tierOutOfRange(place, size: size) }
    }
  }

  private static func size(_ row: SelectionProblem.Row, _ problem: SelectionProblem) -> Int {
    var size = 0
    for term in row.terms {
      size = WholeNumbers.sum(size, amount(term.coefficient, term.column, problem))
    }
    return [row.lower, row.upper].compactMap { $0.map(WholeNumbers.size) }.reduce(size, max)
  }

  /// The farthest from 0 that a coefficient takes a column.
  private static func amount(_ coefficient: Int, _ column: Int, _ problem: SelectionProblem) -> Int
  {
    WholeNumbers.product(WholeNumbers.size(coefficient), reach(column, problem))
  }

  /// The farthest from 0 that a column can be.
  private static func reach(_ column: Int, _ problem: SelectionProblem) -> Int {
    max(WholeNumbers.size(problem.lower[column]), WholeNumbers.size(problem.upper[column]))
  }
}
