package import MobilityModel
package import Selection

/// The problem of a round with names for all that is in it, for use by other programs.
package struct NamedProblem: Sendable {
  /// What is minimised: a tier, or several in one sum.
  package struct Objective: Hashable, Sendable {
    /// The tier's name, or `weighted`; no row has it, since those have a point in theirs.
    package var name: String
    /// Indexed by column.
    package var cost: [Int]
    /// What is added to the sum of costs.
    package var constant: Int
  }

  package let problem: SelectionProblem
  /// Indexed by column.
  package let columnNames: [String]
  /// The names of the problem's slots, then those of its rows.
  package let rowNames: [String]
  /// The tiers of the round's objective in their order, each minimised.
  package let objectives: [Objective]
  private let compilation: Compilation
  private let ranges: [AmountRange]

  /// Compiles a round with names.
  ///
  /// Names are of printable ASCII without blanks, all columns' different and all rows' different,
  /// and do not hang on the order of the tables' rows.
  ///
  /// - Parameters:
  ///   - round: The round.
  ///   - shown: A round in which everything has the same place, but perhaps another id, from which
  ///     the names are made.
  /// - Throws: ``PlanningError`` when sums could leave the 64-bit range.
  package init(_ round: Round, namedAs shown: Round? = nil) throws(PlanningError) {
    let tables = RoundTables(round)
    let compiler = try Compiler.compiler(
      tables, tiers: round.settings.objective, ignoring: [], labels: ProblemLabels())
    let labels = compiler.labels ?? ProblemLabels()
    let names = ProblemNames(shown.map { RoundTables($0) } ?? tables)
    problem = compiler.problem
    columnNames = names.names(of: labels.columns)
    rowNames = names.names(of: labels.slots, labels.rows)
    compilation = compiler.compilation
    let costs = compiler.costs
    objectives = costs.tiers.enumerated().map { place, tier in
      Objective(
        name: tier.rawValue, cost: compiler.problem.cost[place],
        constant: costs.value(of: tier, cost: 0))
    }
    ranges = costs.tiers.indices.map { compiler.range(ofTier: $0) }
  }

  /// The plan that a selection stands for, its placements in the order of applications.
  package func plan(of selection: [Int]) -> Plan { compilation.plan(of: selection) }

  /// All tiers in one sum whose least value is the best selection tier by tier.
  ///
  /// A tier's weight is the least that makes its smallest difference worth more than all that
  /// the tiers after it can differ by. All that can be summed up stays within 2^53, so that
  /// programs which count in doubles can be exact.
  ///
  /// - Throws: ``PlanningError/weightsOutOfRange(_:)``.
  package func weighted() throws(PlanningError) -> Objective {
    var sum = Objective(
      name: "weighted", cost: Array(repeating: 0, count: problem.columnCount), constant: 0)
    /// What the tiers so far can differ by, and how far from 0 the sum can be.
    var (width, size) = (0, 0)
    for (objective, range) in zip(objectives, ranges).reversed() {
      let weight = width / objective.step + 1
      let far =
        max(WholeNumbers.size(range.least), range.most) + WholeNumbers.size(objective.constant)
      size = WholeNumbers.sum(size, WholeNumbers.product(weight, far))
      guard size <= Self.mostWeighted else { throw .weightsOutOfRange(objective.name) }
      width += weight * (range.most - range.least)
      for column in sum.cost.indices { sum.cost[column] += weight * objective.cost[column] }
      sum.constant += weight * objective.constant
    }
    return sum
  }

  /// The largest whole number up to which doubles leave none out.
  private static let mostWeighted = 1 << 53
}

extension NamedProblem.Objective {
  /// A number that divides every cost, and so every difference; the largest one, or 1.
  fileprivate var step: Int {
    var step = 0
    for cost in cost where cost != 0 {
      var (large, small) = (step, WholeNumbers.size(cost))
      while small != 0 { (large, small) = (small, large % small) }
      step = large
      if step == 1 { break }
    }
    return max(step, 1)
  }
}
