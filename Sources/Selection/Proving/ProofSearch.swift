/// Refutes "a selection costs at most so much" by a tree whose every step is noted.
///
/// The best value is known, so all that is searched for is a proof: parts are taken as they come,
/// and what has been refuted of one side of a branch is a fact for what is left.
struct ProofSearch {
  /// Holds the relaxation, the ranges, and what branching has brought.
  var search: TierSearch
  var source: ProofProgram
  var objective: ProofObjective
  let log: ProofLog
  /// Rows that were there before any cut.
  let modelRows: Int
  /// Whether every switch that matters is decided.
  var isLeaf = false
  /// Whether no relaxation was solved yet.
  private var isFresh = true

  /// Why a search ends without a proof.
  enum Failure: Error { case stopped }

  init(
    _ source: ProofProgram, _ objective: ProofObjective, isSwitch: [Bool], control: SearchControl,
    log: ProofLog
  ) {
    self.source = source
    self.objective = objective
    self.log = log
    modelRows = source.program.rows.count
    search = TierSearch(
      relaxation: Relaxation(source.program), cost: objective.cost, later: [], isSwitch: isSwitch,
      incumbent: nil, control: control)
    search.incumbentValue = objective.most + 1
    search.relaxation.setCost(objective.cost)
    search.domain.queueAll()
  }

  /// Refutes the present part.
  ///
  /// - Parameter depth: suppositions that it stands under, 0 for the whole.
  /// - Throws: `Failure.stopped`.
  mutating func refute(depth: Int) throws(Failure) {
    while true {
      if search.control.shouldStop() { throw .stopped }
      if try settle(rounds: isFresh ? Self.rootRounds : Self.nodeRounds) { return }
      if try refuteSmaller(depth: depth) { return }
      try branch(depth: depth)
    }
  }

  private static let rootRounds = 60
  private static let nodeRounds = 3

  /// Solves the relaxation of the present ranges, narrows them and cuts.
  ///
  /// - Returns: whether the part is refuted.
  mutating func settle(rounds: Int) throws(Failure) -> Bool {
    var cutter = CutRounds(most: rounds)
    isFresh = false
    while true {
      if !propagate() { return true }
      if try solve() { return true }
      switch narrow() {
      case .refuted: return true
      case .narrowed: continue
      case .nothing: break
      }
      guard cutter.isWorthwhile(gap: gap), addCuts() else { return false }
    }
  }

  /// How far the relaxation is from being refuted.
  private var gap: Double { Double(objective.most) + 1 - search.relaxation.worth(objective.cost) }

  /// Narrows by rows until nothing follows; `false` if that has refuted the part.
  mutating func propagate() -> Bool {
    let mark = search.domain.mark
    let isSound = search.domain.propagate(search.rows)
    let refuted = search.domain.refuted
    for row in search.domain.reasons(mark..<(isSound ? search.domain.mark : refuted.mark)) {
      log.note(.propagate(row: source.rowNumber[row]))
    }
    if !isSound { log.note(.refutedByRow(source.rowNumber[Int(refuted.row)])) }
    return isSound
  }

  private mutating func solve() throws(Failure) -> Bool {
    search.relaxation.setRanges(lower: search.domain.lower, upper: search.domain.upper)
    let result = search.relaxation.optimize(
      cutoff: .infinity, pivotLimit: .max, shouldStop: search.control.shouldStop)
    guard case .infeasible(let ray) = result else {
      if case .stopped = result { throw .stopped }
      // Every step of a proof is drawn from the prices, so they should be those of the costs.
      search.relaxation.settle(shouldStop: search.control.shouldStop)
      return false
    }
    return refute(by: ray)
  }

  /// Tries a combination that proves, by its signs, that no selection is left.
  private func refute(by ray: [Double]) -> Bool {
    let sizes = ray.lazy.map { $0.magnitude }.filter { $0 > 1e-9 }
    guard let least = sizes.min() else { return false }
    for factor in [1 / least, -1 / least, 1, -1] {
      let dual = ray.map { $0.magnitude > 1e-9 ? factor * $0 : 0 }
      if note(refutationBy: dual, objective: nil) { return true }
    }
    return false
  }

  /// Notes the coarsest combination of these prices that cannot be kept, if one is found.
  private func note(refutationBy dual: [Double], objective: ProofObjective?) -> Bool {
    guard let finest = finest(dual, objective), finest.room < 0 else { return false }
    for denominator in ExactCombination.denominators {
      guard let combination = combine(dual, objective, denominator) else { break }
      if combination.room >= 0 { continue }
      log.note(.refuted(combination.terms))
      return true
    }
    log.note(.refuted(finest.terms))
    return true
  }

  private func combine(
    _ dual: [Double], _ objective: ProofObjective?, _ denominator: Int
  ) -> ExactCombination? {
    ExactCombination(
      source, lower: search.domain.lower, upper: search.domain.upper, objective: objective,
      dual: dual, denominator: denominator)
  }

  private func finest(_ dual: [Double], _ objective: ProofObjective?) -> ExactCombination? {
    for denominator in ExactCombination.denominators.reversed() {
      if let combination = combine(dual, objective, denominator) { return combination }
    }
    return nil
  }

  private enum Narrowing { case refuted, narrowed, nothing }

  /// Refutes the part by its prices, or narrows columns by them where that is worth a step.
  private mutating func narrow() -> Narrowing {
    let dual = search.relaxation.duals(of: objective.cost)
    guard let finest = finest(dual, objective) else { return .nothing }
    if finest.room < 0 {
      return note(refutationBy: dual, objective: objective) ? .refuted : .nothing
    }
    var (found, free) = (0, 0)
    for column in 0..<source.program.columnCount where !search.domain.isFixed(column) {
      let old = (search.domain.lower[column], search.domain.upper[column])
      free += 1
      if finest.range(column, old.0, old.1) != old { found += 1 }
    }
    // A step has about as many numbers as there are rows with a price.
    if found == 0 || found * 20 < free { return .nothing }
    apply(finest)
    return .narrowed
  }

  private mutating func apply(_ combination: ExactCombination) {
    log.note(.narrow(combination.terms))
    for column in 0..<source.program.columnCount where !search.domain.isFixed(column) {
      let range = combination.range(
        column, search.domain.lower[column], search.domain.upper[column])
      let isSound = search.domain.narrow(column, range.0, range.1, search.rows)
      assert(isSound, "a combination that can be kept leaves something of every column")
    }
  }

  private static let mostCutsPerRound = 80

  /// Cuts off the vertex; `false` if no cut is found.
  private mutating func addCuts() -> Bool {
    var local = source
    local.program.lower = search.domain.lower
    local.program.upper = search.domain.upper
    local.program.rows = search.relaxation.program.rows
    var rounding = RoundedCombination(local)
    let values = search.relaxation.values
    var steps: [Cut: RoundedCombination.Step] = [:]
    search.relaxation.combinations { multipliers, divisor in
      for found in rounding.cuts(multipliers: multipliers, divisor: divisor, value: values)
      where steps[found.cut] == nil {
        steps[found.cut] = found.step
      }
    }
    let cuts = CutSelection.choose(Array(steps.keys), at: values, most: Self.mostCutsPerRound)
    if cuts.isEmpty { return false }
    dropIdle()
    for cut in cuts {
      guard let step = steps[cut] else { continue }
      source.rowNumber.append(
        log.note(.round(divisor: step.divisor, atUpper: step.atUpper, step.terms)))
    }
    search.relaxation.append(cuts)
    source.program.rows = search.relaxation.program.rows
    return true
  }

  /// Takes cuts that do not bind out of the relaxation.
  mutating func dropIdle() {
    let dropped = search.relaxation.dropIdleRows(from: modelRows)
    if dropped.isEmpty { return }
    source.rowNumber = source.rowNumber.indices.filter { !dropped.contains($0) }
      .map { source.rowNumber[$0] }
    source.program.rows = search.relaxation.program.rows
  }
}

/// Whether another round of cuts is worth its while.
private struct CutRounds {
  let most: Int
  private var done = 0
  private var stalled = 0
  private var first: Double?
  private var last = 0.0

  init(most: Int) { self.most = most }

  mutating func isWorthwhile(gap: Double) -> Bool {
    let first = first ?? gap
    if self.first == nil {
      self.first = gap
    } else {
      // What is left counts, or what has been gained if that is less.
      let measure = min(gap, first - gap)
      stalled = last - gap < 0.02 * measure || last - gap <= 0 ? stalled + 1 : 0
    }
    last = gap
    done += 1
    return done <= most && stalled < (most > 10 ? 8 : 2)
  }
}
