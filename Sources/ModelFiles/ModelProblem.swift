package import Selection

/// The selection problem that a model states.
package struct ModelProblem: Sendable {
  package let problem: SelectionProblem
  /// Index of the model's row for each row of the problem; slots have none.
  private let row: [Int]
  private let model: Model
  private let tiers: [ModelObjective]

  /// Makes the problem of a model.
  ///
  /// A row that lets at most or exactly one of some columns of 0 and 1 be picked becomes a slot,
  /// if none of the columns is in an earlier one. Columns and rows keep their order.
  ///
  /// - Parameters:
  ///   - model: the model, for its columns and rows.
  ///   - tiers: objectives over its columns, the most important one first.
  package init(_ model: Model, tiers: [ModelObjective]) {
    self.model = model
    self.tiers = tiers
    let costs = tiers.map(\.minimisedCost)
    var problem = SelectionProblem(tierCount: tiers.count)
    var slot = [Int](repeating: -1, count: model.columns.count)
    var rows: [Int] = []
    for (place, row) in model.rows.enumerated() {
      guard model.isSlot(row, beside: slot) else {
        rows.append(place)
        continue
      }
      let next = problem.addSlot(isRequired: row.lower == 1)
      for term in row.terms { slot[term.column] = next }
    }
    for (place, column) in model.columns.enumerated() {
      let cost = costs.map { $0[place] }
      _ =
        slot[place] < 0
        ? problem.addCount(lower: column.lower, upper: column.upper, cost: cost)
        : problem.addOption(slot: slot[place], cost: cost)
    }
    for place in rows {
      let row = model.rows[place]
      problem.addRow(lower: row.lower, upper: row.upper, ascending: row.terms)
    }
    self.problem = problem
    row = rows
  }

  /// What the check of ranges says of this problem, in words that name the row or the objective.
  package func message(_ error: SelectionError) -> String {
    let (what, size) =
      switch error {
      case .rowOutOfRange(let place, let size): ("the row \(model.rows[row[place]].name)", size)
      case .tierOutOfRange(let place, let size): ("the objective \(tiers[place].name)", size)
      case .columnOutOfRange(let place, let size): ("the column \(model.columns[place].name)", size)
      }
    return "\(what) could reach \(size) or more; "
      + "at most \(WholeNumbers.most) can be counted exactly"
  }
}

extension Model {
  fileprivate func isSlot(_ row: Row, beside slot: [Int]) -> Bool {
    guard row.upper == 1, row.lower == nil || row.lower == 1, !row.terms.isEmpty else {
      return false
    }
    return row.terms.allSatisfy { term in
      let column = columns[term.column]
      return term.coefficient == 1 && column.lower == 0 && column.upper == 1
        && slot[term.column] < 0
    }
  }
}
