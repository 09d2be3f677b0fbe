package import MobilityModel
package import Selection

/// A round as an abstract problem, with the way back.
package struct Compilation: Sendable {
  package let problem: SelectionProblem
  /// The tiers of the problem, in its order.
  package var tiers: [Tier] { costs.tiers }
  private let costs: TierCosts
  let options: [Option]
  /// Column that stands for an option, perhaps together with others, or -1; indexed by option.
  let column: [Int32]

  init(problem: SelectionProblem, costs: TierCosts, options: [Option], column: [Int32]) {
    self.problem = problem
    self.costs = costs
    self.options = options
    self.column = column
  }

  /// The column that stands for an option of that place, perhaps together with others; `nil` if no plan
  /// can hold the option.
  func column(ofOption option: Int) -> SelectionProblem.Column? {
    column[option] < 0 ? nil : Int(column[option])
  }

  /// The plan that a selection stands for.
  ///
  /// - Parameter value: the values of the problem's columns, and perhaps of more behind them.
  /// - Returns: the plan, its placements in the order of applications.
  package func plan(of value: [Int]) -> Plan {
    Plan(placements: picked(by: value).map { options[$0] })
  }

  /// The options that a selection takes, by their places in the table of options.
  func picked(by value: [Int]) -> [Int] {
    options.indices.filter { column[$0] >= 0 && value[Int(column[$0])] == 1 }
  }

  /// A tier's value or bound in the contract's own sense, from the problem's sum of costs.
  package func value(ofTier place: Int, cost: Int) -> Int {
    costs.value(of: tiers[place], cost: cost)
  }
}
