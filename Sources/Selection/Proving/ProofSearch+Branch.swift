extension ProofSearch {
  /// Supposes one side of a branch, refutes it, and keeps the other side as a fact.
  mutating func branch(depth: Int) throws(Failure) {
    guard
      let choice = search.branchSwitch() ?? search.branchColumn() ?? search.leastWholeColumn()
    else { throw .stopped }
    let (lower, upper) = (search.domain.lower[choice.column], search.domain.upper[choice.column])
    let floor = min(max(Int(choice.value.rounded(.down)), lower), upper - 1)
    let isUpFirst = choice.value - Double(floor) < 0.5
    let saved = self
    log.note(
      .suppose(
        column: source.columnNumber[choice.column], isAtMost: !isUpFirst,
        value: isUpFirst ? floor + 1 : floor))
    search.control.nodes += 1
    narrow(choice.column, isUpFirst ? (floor + 1, upper) : (lower, floor))
    try refute(depth: depth + 1)
    goBack(to: saved)
    narrow(choice.column, isUpFirst ? (lower, floor) : (floor + 1, upper))
  }

  private mutating func narrow(_ column: Int, _ range: (Int, Int)) {
    let isSound = search.domain.narrow(column, range.0, range.1, search.rows)
    assert(isSound, "both sides of a branch hold something")
  }

  /// Takes back what a supposition has led to, but for what branching has taught.
  private mutating func goBack(to saved: ProofSearch) {
    let (nodes, branching) = (search.control.nodes, search.branching)
    self = saved
    (search.control.nodes, search.branching) = (nodes, branching)
  }

  /// Refutes the part as a program of its own where most of it is fixed.
  ///
  /// - Returns: whether it was small enough for that.
  mutating func refuteSmaller(depth: Int) throws(Failure) -> Bool {
    let free = (0..<source.program.columnCount).count { !search.domain.isFixed($0) }
    let isDecided = !isLeaf && search.branchSwitch() == nil
    if free * 2 > source.program.columnCount, !isDecided, step <= 1 { return false }
    var part = smaller()
    part.inner.isLeaf = isLeaf || isDecided
    try part.inner.refute(depth: depth)
    search.control.nodes = part.inner.search.control.nodes
    search.branching.learn(from: part.inner.search.branching, columns: part.newColumn)
    return true
  }

  /// What the costs of all columns that are not fixed share; 0 where none costs anything.
  private var step: Int {
    objective.cost.indices.reduce(0) { shared, column in
      shared == 1 || search.domain.isFixed(column)
        ? shared : greatestCommonDivisor(shared, abs(objective.cost[column]))
    }
  }

  /// The search of the columns that are not fixed.
  ///
  /// Costs that share a divisor bring the bound down to what their sums can be.
  func smaller() -> (inner: ProofSearch, newColumn: [Int32]) {
    var local = source
    local.program.lower = search.domain.lower
    local.program.upper = search.domain.upper
    let (program, newColumn) = local.onFreeColumns()
    var cost = Array(repeating: 0, count: program.columnNumber.count)
    var isSwitch = Array(repeating: false, count: cost.count)
    var most = objective.most
    for column in 0..<newColumn.count {
      if newColumn[column] < 0 {
        most -= objective.cost[column] * search.domain.lower[column]
      } else {
        cost[Int(newColumn[column])] = objective.cost[column]
        isSwitch[Int(newColumn[column])] = search.branching.isSwitch[column]
      }
    }
    var number = objective.number
    if case let step = step, step > 1 {
      number = log.note(.add([ProofTerm(inequality: 2 * number, multiplier: 1)]))
      for column in cost.indices { cost[column] /= step }
      most = most.flooredQuotient(by: step)
    }
    var inner = ProofSearch(
      program, ProofObjective(cost: cost, most: most, number: number),
      isSwitch: isSwitch, control: search.control, log: log)
    inner.search.branching.inherit(search.branching, columns: newColumn)
    return (inner, newColumn)
  }
}
