/// Proves that a selection is best tier by tier, step by step, so that a checker can repeat it.
///
/// The solver knows the best values when this starts; what is left is, for each tier, to refute that
/// a selection is better. Facts that hold for every selection as good as this one, cuts and narrower
/// ranges, are derived before that is supposed and stay for the tiers that follow.
package struct Prover {
  private let problem: SelectionProblem
  private let tierValues: [Int]
  private let control: SearchControl
  private let log: ProofLog
  /// The rows that hold so far, with a column for "something of this slot is picked".
  private var source: ProofProgram
  private let picked: PickedProgram

  /// - Parameters:
  ///   - problem: the problem.
  ///   - tierValues: the best values, tier by tier.
  ///   - shouldStop: asked often; `true` ends the run without a proof.
  ///   - record: is given the steps in their order.
  package init(
    _ problem: SelectionProblem, tierValues: [Int],
    shouldStop: @escaping @Sendable () -> Bool = { false },
    record: @escaping (ProofStep) -> Void
  ) {
    self.problem = problem
    self.tierValues = tierValues
    control = SearchControl(shouldStop: shouldStop)
    log = ProofLog(rowCount: problem.slots.count + problem.rows.count, record: record)
    picked = PickedProgram(problem)
    source = ProofProgram(
      program: picked.program, rowNumber: Array(0..<picked.program.rows.count),
      columnNumber: Array(0..<picked.program.columnCount))
  }

  /// Notes the steps of the whole proof.
  ///
  /// - Returns: whether the proof is whole; `false` after a stop.
  package mutating func prove() -> Bool {
    for (place, slot) in problem.slots.enumerated() where slot.options.count > 1 {
      source.rowNumber[place] = log.note(.sum(row: place))
    }
    do throws(ProofSearch.Failure) {
      for tier in 0..<problem.tierCount { try prove(tier: tier) }
      return true
    } catch {
      return false
    }
  }

  private mutating func prove(tier: Int) throws(ProofSearch.Failure) {
    let tierRow = log.note(.tier)
    try learn(tier, tierRow)
    let better = log.note(.better)
    var (program, objective) = open(tier, row: better, most: tierValues[tier] - 1)
    let isSwitch = program.columnNumber.map { picked.isSwitch[$0] }
    objective.number = log.note(.add(terms(tier, better)))
    var search = ProofSearch(program, objective, isSwitch: isSwitch, control: control, log: log)
    try search.refute(depth: 0)
    holdTier(tier, tierRow)
  }

  /// Derives what holds for every selection that is as good.
  private mutating func learn(_ tier: Int, _ tierRow: Int) throws(ProofSearch.Failure) {
    let most = tierValues[tier]
    var (program, objective) = open(tier, row: tierRow, most: most)
    objective.number = log.note(.add(terms(tier, tierRow)))
    let isSwitch = program.columnNumber.map { picked.isSwitch[$0] }
    var search = ProofSearch(program, objective, isSwitch: isSwitch, control: control, log: log)
    guard try !search.settle(rounds: 30) else { throw .stopped }
    search.dropIdle()
    keep(search, of: program)
  }

  /// Takes over ranges and cuts that a search of the whole has found.
  private mutating func keep(_ search: ProofSearch, of program: ProofProgram) {
    for (column, number) in program.columnNumber.enumerated() {
      source.program.lower[number] = search.search.domain.lower[column]
      source.program.upper[number] = search.search.domain.upper[column]
    }
    let rows = search.source.program.rows
    for row in search.modelRows..<rows.count {
      let terms = rows.terms(row).map { (Int32(program.columnNumber[Int($0.0)]), $0.1) }
      source.program.rows.append(
        lower: rows.lower[row], upper: rows.upper[row], terms: terms, origin: .cut)
      source.rowNumber.append(search.source.rowNumber[row])
    }
  }

  /// The free columns with the bound on a tier's cost, brought down to what it can be.
  private func open(_ tier: Int, row: Int, most: Int) -> (ProofProgram, ProofObjective) {
    let (program, _) = source.onFreeColumns()
    let cost = picked.cost[tier]
    var bound = most
    for column in 0..<cost.count where source.program.lower[column] == source.program.upper[column]
    {
      bound -= cost[column] * source.program.lower[column]
    }
    var free = program.columnNumber.map { cost[$0] }
    let shared = free.reduce(0) { greatestCommonDivisor($0, abs($1)) }
    if shared > 1 {
      for column in free.indices { free[column] /= shared }
      bound = bound.flooredQuotient(by: shared)
    }
    return (program, ProofObjective(cost: free, most: bound, number: row))
  }

  /// What turns the bound on a tier's cost into one on what is picked: the equations of slots whose
  /// options cost alike.
  private func terms(_ tier: Int, _ row: Int) -> [ProofTerm] {
    [ProofTerm(inequality: 2 * row, multiplier: 1)]
      + shared(tier).map { slot, cost in
        ProofTerm(
          inequality: 2 * source.rowNumber[slot] + (cost > 0 ? 1 : 0),
          multiplier: cost.magnitudeAsInt)
      }
  }

  /// Slots all of whose options cost alike, with that cost, where it is not 0.
  private func shared(_ tier: Int) -> [(slot: Int, cost: Int)] {
    problem.slots.indices.compactMap { place in
      let options = problem.slots[place].options
      guard options.count > 1 else { return nil }
      let cost = problem.cost[tier][options[0]] - picked.cost[tier][options[0]]
      return cost == 0 ? nil : (place, cost)
    }
  }

  /// The tier's cost is its value from now on.
  private mutating func holdTier(_ tier: Int, _ tierRow: Int) {
    let terms =
      [ProofTerm(inequality: tierRow, multiplier: 1)]
      + shared(tier).map { ProofTerm(inequality: source.rowNumber[$0.slot], multiplier: -$0.cost) }
    source.rowNumber.append(log.note(.equation(terms)))
    let cost = picked.cost[tier]
    source.program.rows.append(
      lower: tierValues[tier], upper: tierValues[tier],
      terms: cost.indices.filter { cost[$0] != 0 }.map { (Int32($0), cost[$0]) }, origin: .tier)
  }
}
