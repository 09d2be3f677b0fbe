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
  private(set) var problem: SelectionProblem
  /// What columns and rows stand for, where somebody asks.
  private(set) var labels: ProblemLabels?
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
    try compiler(tables, tiers: tiers, ignoring: ignoring, labels: nil).compilation
  }

  /// The problem of a round with keys by which rounds much like it find what they share.
  ///
  /// - Parameter round: the round.
  /// - Returns: the problem, with the way back from its selections to plans.
  /// - Throws: ``PlanningError`` when sums could leave the 64-bit range.
  package static func compileWithKeys(_ round: Round) throws(PlanningError) -> Compilation {
    try compileWithKeys(RoundTables(round))
  }

  static func compileWithKeys(_ tables: RoundTables) throws(PlanningError) -> Compilation {
    var compiler = try compiler(
      tables, tiers: tables.round.settings.objective, ignoring: [], labels: ProblemLabels())
    if let labels = compiler.labels {
      compiler.problem.identify(ProblemNames(tables).keys(of: labels))
    }
    return compiler.compilation
  }

  /// What has been compiled, with the way back.
  var compilation: Compilation {
    Compilation(
      problem: problem, costs: costs, options: space.table.options, column: column)
  }

  /// A compiler that is done, with its labels if it was given empty ones.
  static func compiler(
    _ tables: RoundTables, tiers: [Tier], ignoring: Set<HardRule>, labels: ProblemLabels?
  ) throws(PlanningError) -> Compiler {
    if !tables.options.isComplete { throw .tooManyOptions(most: OptionTable.mostOptions) }
    var compiler = Compiler(tables, tiers: tiers, ignoring: ignoring, labels: labels)
    compiler.addApplications()
    compiler.addSessions()
    compiler.addPersons()
    try compiler.addLimits()
    if let most = tables.mostChanges { compiler.addChanges(most) }
    try compiler.checkTiers()
    return compiler
  }

  private init(
    _ tables: RoundTables, tiers: [Tier], ignoring: Set<HardRule>, labels: ProblemLabels?
  ) {
    space = OptionSpace(tables.round, tables.options, tables.refusals, ignoring: ignoring)
    costs = TierCosts(tables.round, tables.valuation, tiers: tiers)
    valuation = tables.valuation
    facts = tables.facts
    problem = SelectionProblem(tierCount: tiers.count)
    self.labels = labels
    column = Array(repeating: -1, count: tables.options.options.count)
  }

  // MARK: Adding, with labels

  mutating func addSlot(_ label: SlotLabel, isRequired: Bool) -> Int {
    labels?.slots.append(label)
    return problem.addSlot(isRequired: isRequired)
  }

  mutating func addOption(_ label: ColumnLabel, slot: Int, cost: [Int]) -> SelectionProblem.Column {
    labels?.columns.append(label)
    return problem.addOption(slot: slot, cost: cost)
  }

  mutating func addCount(
    _ label: ColumnLabel, _ range: ClosedRange<Int>, cost: [Int]
  ) -> SelectionProblem.Column {
    labels?.columns.append(label)
    return problem.addCount(lower: range.lowerBound, upper: range.upperBound, cost: cost)
  }

  mutating func addRow(
    _ label: RowLabel, lower: Int?, upper: Int?, ascending terms: [SelectionProblem.Term]
  ) {
    labels?.rows.append(label)
    problem.addRow(lower: lower, upper: upper, ascending: terms)
  }

  // MARK: Checking

  /// The sums of every tier stay within the range, whatever is selected.
  private func checkTiers() throws(PlanningError) {
    for (place, tier) in costs.tiers.enumerated() {
      let range = range(ofTier: place)
      let most = max(WholeNumbers.size(range.least), range.most)
      if most > WholeNumbers.most { throw .tierOutOfRange(tier, sum: most) }
    }
  }

  /// How far the sum of a tier's costs can go when each slot takes one of its options or none.
  func range(ofTier place: Int) -> AmountRange {
    var range = AmountRange()
    for (number, slot) in problem.slots.enumerated() {
      for option in slot.options { range.add(problem.cost[place][option], application: number) }
    }
    range.close()
    for column in 0..<problem.columnCount where problem.slot[column] < 0 {
      let cost = problem.cost[place][column]
      if cost == 0 { continue }
      for end in [problem.lower[column], problem.upper[column]] {
        range.add(WholeNumbers.product(cost, end), application: -column - 2)
      }
    }
    range.close()
    return range
  }
}

/// What is worked out from a round once, however often it is compiled.
struct RoundTables: Sendable {
  let round: Round
  private(set) var options: OptionTable
  /// What refuses some of `options`; nothing, unless the tables are loosened.
  private(set) var refusals = Refusals()
  let valuation: Valuation
  let facts: Facts
  /// The most published placements that may change; `nil` is no bound.
  let mostChanges: Int?

  init(_ round: Round, mostChanges: Int? = nil) {
    self.round = round
    self.mostChanges = mostChanges
    options = OptionTable(round)
    valuation = Valuation(round)
    facts = Facts(round)
  }

  /// The lot of an option's application for the session: the highest of its place sectors there, so
  /// that nobody's claim to a seat hangs on what they would do in it.
  func lot(for option: Option) -> Int {
    options.options[options.range(ofApplication: Int(option.application))].lazy
      .filter { $0.session == option.session }.map(valuation.draw).max() ?? 0
  }

  /// The same, with the options that the round would have without its rules and locks, and with what
  /// refuses them.
  var loosened: RoundTables {
    var bare = round
    (bare.rules, bare.locks) = ([], [])
    var tables = self
    tables.options = OptionTable(bare)
    tables.refusals = Refusals(round, tables.options.options)
    return tables
  }
}
