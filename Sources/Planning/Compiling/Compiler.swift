package import MobilityModel
import Selection

/// Turns a round into an abstract problem whose best selections are the round's best plans.
///
/// - Each application that may be placed has a slot with a column for each of its options.
/// - Members of a group who have one option in a session share one column, in the group's slot;
///   those who have several keep their own columns, whose sum must equal the group's.
/// - Sessions with leaders or with a minimum have a count `runs`, those with leaders also
///   `leaders`; soft limits have counts for shortfall and excess.
///
/// Columns and rows stand in the order of ids, so that equal rounds give equal problems.
package struct Compiler {
  let space: OptionSpace
  let costs: TierCosts
  let valuation: Valuation
  let facts: Facts
  var problem: SelectionProblem
  /// Column of an option or -1, indexed by option.
  var column: [Int32]
  var row = RowBuilder()

  var round: Round { space.round }

  /// The problem of a round.
  ///
  /// - Parameters:
  ///   - round: the round.
  ///   - tiers: what is optimised, most important first; the round's own objective if `nil`.
  ///   - ignoring: rules that are left out.
  /// - Returns: the problem, with the way back from its selections to plans.
  /// - Throws: ``PlanningError`` when sums could leave the 64-bit range.
  /// - Complexity: linear in the number of options and in the length of the rows.
  package static func compile(
    _ round: Round, tiers: [Tier]? = nil, ignoring: Set<HardRule> = []
  ) throws(PlanningError) -> Compilation {
    try compile(
      RoundTables(round), tiers: tiers ?? round.settings.objective, ignoring: ignoring)
  }

  static func compile(
    _ tables: RoundTables, tiers: [Tier], ignoring: Set<HardRule>
  ) throws(PlanningError) -> Compilation {
    if !tables.options.isComplete { throw .tooManyOptions(most: OptionTable.mostOptions) }
    var compiler = Compiler(tables, tiers: tiers, ignoring: ignoring)
    compiler.addApplications()
    compiler.addSessions()
    compiler.addPersons()
    try compiler.addLimits()
    try compiler.checkTiers()
    return Compilation(
      problem: compiler.problem, costs: compiler.costs, options: tables.options.options,
      column: compiler.column)
  }

  private init(_ tables: RoundTables, tiers: [Tier], ignoring: Set<HardRule>) {
    space = OptionSpace(tables.round, tables.options, ignoring: ignoring)
    costs = TierCosts(tables.round, tables.valuation, tiers: tiers)
    valuation = tables.valuation
    facts = tables.facts
    problem = SelectionProblem(tierCount: tiers.count)
    column = Array(repeating: -1, count: tables.options.options.count)
  }

  /// The sums of every tier stay within the range, whatever is selected.
  private func checkTiers() throws(PlanningError) {
    for (place, tier) in costs.tiers.enumerated() {
      var most = 0
      for slot in problem.slots {
        let largest = slot.options.lazy.map { WholeNumbers.size(problem.cost[place][$0]) }.max()
        most = WholeNumbers.sum(most, largest ?? 0)
      }
      for column in 0..<problem.columnCount where problem.slot[column] < 0 {
        // The only counts that cost anything are those of soft limits, one for each unit.
        if problem.cost[place][column] != 0 {
          most = WholeNumbers.sum(most, problem.upper[column])
        }
      }
      if most > WholeNumbers.most { throw .tierOutOfRange(tier, sum: most) }
    }
  }
}

/// What is worked out from a round once, however often it is compiled.
struct RoundTables: Sendable {
  let round: Round
  let options: OptionTable
  let valuation: Valuation
  let facts: Facts

  init(_ round: Round) {
    self.round = round
    options = OptionTable(round)
    valuation = Valuation(round)
    facts = Facts(round)
  }
}
