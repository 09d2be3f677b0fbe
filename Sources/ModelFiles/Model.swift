package import Selection

/// An objective over whole-number columns under linear rows, as one file states it.
package struct Model: Sendable {
  package struct Column: Hashable, Sendable {
    package var name: String
    package var lower: Int
    package var upper: Int
  }

  /// Sum of coefficient times column between `lower` and `upper`; `nil` is no bound.
  package struct Row: Hashable, Sendable {
    package var name: String
    package var lower: Int?
    package var upper: Int?
    /// In rising order of columns, none with the coefficient 0.
    package var terms: [SelectionProblem.Term]
  }

  package var objective: ModelObjective
  package var columns: [Column] = []
  package var rows: [Row] = []

  /// What is wrong with values for the columns, by nothing but the model as it was read.
  ///
  /// - Parameter value: indexed by column.
  /// - Returns: a phrase for each column and row that is not kept; empty if all are.
  package func faults(of value: [Int]) -> [String] {
    guard value.count == columns.count else {
      return ["\(value.count) values for \(columns.count) columns"]
    }
    let outside = zip(columns, value).filter { $1 < $0.lower || $1 > $0.upper }
      .map { "the column \($0.name) is \($1)" }
    let broken = rows.compactMap { row -> String? in
      let sum = row.terms.reduce(Int128(0)) {
        $0 + Int128($1.coefficient) * Int128(value[$1.column])
      }
      let isKept = row.lower.map { sum >= $0 } ?? true && row.upper.map { sum <= $0 } ?? true
      return isKept ? nil : "the row \(row.name) sums up to \(sum)"
    }
    return outside + broken
  }
}

/// What a model asks to be least, or most.
package struct ModelObjective: Hashable, Sendable {
  /// Name of the file without its folder.
  package var file: String
  /// Name of the objective's row.
  package var name: String
  package var isMaximised = false
  /// Indexed by column.
  package var cost: [Int] = []
  /// What is added to the sum of costs.
  package var constant = 0

  /// Costs as the solver minimises them.
  package var minimisedCost: [Int] { isMaximised ? cost.map { -$0 } : cost }

  /// The value or bound in the file's own sense, for the solver's sum of costs.
  package func value(ofCost sum: Int) -> Int { (isMaximised ? -sum : sum) + constant }

  /// The value in the file's own sense of values for the columns, counted anew; `nil` if it
  /// leaves 64 bits.
  package func value(of value: [Int]) -> Int? {
    let sum = zip(cost, value).reduce(Int128(constant)) { $0 + Int128($1.0) * Int128($1.1) }
    return Int(exactly: sum)
  }
}
