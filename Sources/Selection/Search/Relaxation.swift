/// The integer program of a run with its linear relaxation: rows are shared by all tiers, and cuts
/// and fixings that one tier earns stay for the next.
struct Relaxation {
  /// Rows of the problem come first, then objective rows and cuts.
  private(set) var program: IntegerProgram
  private(set) var simplex: Simplex
  /// Ranges that `simplex` has at present.
  private var lower: [Int]
  private var upper: [Int]

  init(_ program: IntegerProgram) {
    self.program = program
    lower = program.lower
    upper = program.upper
    var linear = LinearProgram(columnLower: program.lower, columnUpper: program.upper)
    linear.append(program.rows, from: 0)
    simplex = Simplex(linear)
  }

  /// The relaxation of a smaller program, at the vertex nearest to that of the larger one.
  init(_ reduction: Reduction, of larger: Relaxation) {
    self.init(reduction.program)
    simplex.load(larger.simplex.basis, columns: reduction.newColumn, rows: reduction.newRow)
  }

  var columnCount: Int { program.columnCount }

  /// Value of a column in the present basic solution.
  func value(_ column: Int) -> Double { simplex.value[column] }

  var values: [Double] { Array(simplex.value[0..<columnCount]) }

  mutating func setCost(_ cost: [Int]) { simplex.setCost(cost.map(Double.init)) }

  /// Sets a cost that only guides: no bound may be drawn from it.
  mutating func setGuide(_ cost: [Double]) { simplex.setCost(cost) }

  /// Takes the present vertex to be nearly best for the cost that was set.
  mutating func startNearEnd() { simplex.startsNearEnd = true }

  /// Narrows ranges for good.
  mutating func narrow(lower: [Int], upper: [Int]) {
    program.lower = lower
    program.upper = upper
    setRanges(lower: lower, upper: upper)
  }

  /// Narrows the bounds of a row for good.
  mutating func narrow(row: Int, lower: Int, upper: Int) {
    program.rows.lower[row] = lower
    program.rows.upper[row] = upper
    simplex.narrowRow(row, lower: lower, upper: upper)
  }

  /// Gives the relaxation the ranges of a subproblem.
  mutating func setRanges(lower newLower: [Int], upper newUpper: [Int]) {
    for column in 0..<columnCount
    where newLower[column] != lower[column] || newUpper[column] != upper[column] {
      lower[column] = newLower[column]
      upper[column] = newUpper[column]
      simplex.setRange(column, Double(newLower[column]), Double(newUpper[column]))
    }
  }

  mutating func setRange(_ column: Int, _ newLower: Int, _ newUpper: Int) {
    lower[column] = newLower
    upper[column] = newUpper
    simplex.setRange(column, Double(newLower), Double(newUpper))
  }

  /// Goes back to a copy made before a trial; what was counted since stays counted.
  mutating func restore(_ copy: Relaxation) {
    let counters = simplex.counters
    self = copy
    simplex.counters = counters
  }

  /// Counts what a copy did.
  mutating func count(_ counters: Simplex.Counters) {
    simplex.counters = simplex.counters + counters
  }

  mutating func append(_ cuts: [Cut]) {
    let first = program.rows.count
    for cut in cuts { program.rows.append(cut) }
    simplex.append(program.rows, from: first)
  }

  /// Holds a tier at a value.
  mutating func appendTier(_ tier: Int?, terms: [(Int32, Int)], value: Int) {
    program.rows.append(
      lower: value, upper: value, terms: terms, origin: tier.map(RowOrigin.tier) ?? .tier)
    simplex.append(program.rows, from: program.rows.count - 1)
  }

  /// Drops rows from `first` on that do not bind at the present vertex.
  ///
  /// - Returns: the rows that were dropped.
  @discardableResult
  mutating func dropIdleRows(from first: Int) -> Set<Int> {
    let dropped = Set(simplex.dropSlackRows(from: first) { _ in false })
    if dropped.isEmpty { return [] }
    program.rows = program.rows.filtered { !dropped.contains($0) }
    simplex.refreshKeepingEnds()
    return dropped
  }

  /// Objective of the present vertex.
  var objective: Double { simplex.objective / simplex.costScale }

  /// Cost of the present vertex, whatever cost led to it.
  func worth(_ cost: [Int]) -> Double {
    var sum = 0.0
    for column in 0..<cost.count where cost[column] != 0 {
      sum += Double(cost[column]) * simplex.value[column]
    }
    return sum
  }

  /// A gain that counts as much as a side without any selection.
  var objectiveReach: Double { max(1, abs(objective) * 0.01) }

  /// Pivots after which a run is taken to stall for want of gain.
  private static let patience = 75
  /// What these must gain, in the simplex method's scale, once costs are moved apart.
  private static let leastGain = 1e-9

  mutating func optimize(
    cutoff: Double, pivotLimit: Int, shouldStop: () -> Bool
  ) -> RelaxationResult {
    let scaled = cutoff * simplex.costScale
    var pivotsLeft = pivotLimit
    var last = -Double.infinity
    var result = RelaxationResult.stopped
    while true {
      let most = min(pivotsLeft, Self.patience)
      result = simplex.dualOptimize(cutoff: scaled, pivotLimit: most, shouldStop: shouldStop)
      guard case .stopped = result, pivotsLeft > most, !shouldStop() else { break }
      pivotsLeft -= most
      // Where costs are apart and yet nothing is gained, pivots may go round in circles.
      if !simplex.isPerturbed || simplex.objective - last <= Self.leastGain { simplex.perturb() }
      last = simplex.objective
    }
    guard simplex.isShifted else { return result }
    simplex.takeBackShifts()
    guard case .optimal = result else { return result }
    return simplex.primalOptimize(pivotLimit: pivotLimit, shouldStop: shouldStop)
  }

  /// Whether costs were moved apart since they were set.
  var isPerturbed: Bool { simplex.isPerturbed }

  /// Makes an optimal vertex of costs that were moved apart, if they were, one of the costs as given.
  mutating func settle(shouldStop: () -> Bool) {
    guard isPerturbed else { return }
    simplex.takeBackPerturbation()
    _ = simplex.primalOptimize(pivotLimit: Self.settlingPivots, shouldStop: shouldStop)
  }

  private static let settlingPivots = 5_000

  mutating func primalOptimize(pivotLimit: Int, shouldStop: () -> Bool) -> RelaxationResult {
    simplex.primalOptimize(pivotLimit: pivotLimit, shouldStop: shouldStop)
  }

  mutating func load(_ basis: Simplex.Basis) { simplex.load(basis) }

  /// Starts from where variables stood in another program, by their keys.
  mutating func load(_ places: [Key: Simplex.Place]) {
    guard let keys = program.names?.keys else { return }
    simplex.load(
      keys.map { places[$0] }
        + program.rows.origin.map { origin in
          let known = origin.sources.compactMap { places[$0.key] }
          return known.first { $0 != .basic } ?? known.first
        })
  }

  /// Cuts that the present vertex may be outside of.
  mutating func separate(_ crew: any Crew) -> [Cut] {
    let vertex = values
    let rounding = MixedIntegerRounding(program, value: vertex)
    return TableauCuts.separate(&simplex, rounding, crew)
      + ImpliedBounds(program).cuts(at: vertex)
  }

  /// The combinations of rows that may cut off the present vertex, with divisors to round them by.
  mutating func combinations(_ body: ([(row: Int, multiplier: Int)], Int) -> Void) {
    TableauCuts.combinations(&simplex, body)
  }

  /// Suggested prices of the rows at the present basis.
  mutating func duals(of cost: [Int]) -> [Double] { simplex.rowDuals(of: cost) }

  /// A bound for the present ranges from the prices of the present basis.
  mutating func exactDual(cost: [Int]) -> ExactDual? {
    ExactDual(
      rows: program.rows, columnEntries: simplex.program.mostEntries, lower: lower, upper: upper,
      cost: cost, dual: simplex.rowDuals(of: cost))
  }

  /// Whether a combination of rows proves that the present ranges hold no selection.
  ///
  /// The combination is tried as it is, and scaled so that its least multiplier is 1: where
  /// multipliers are fractions of a common whole that makes them whole numbers.
  func isRefuted(by ray: [Double]) -> Bool {
    let least = ray.reduce(Double.infinity) { abs($1) > 1e-9 ? min($0, abs($1)) : $0 }
    guard least < .infinity else { return false }
    return [1, -1, 1 / least, -1 / least].contains { factor in
      let dual = ray.map { abs($0) > 1e-9 ? factor * $0 : 0 }
      let proof = ExactDual(
        rows: program.rows, columnEntries: simplex.program.mostEntries, lower: lower, upper: upper,
        cost: [], dual: dual)
      return proof.map { $0.numerator > 0 } ?? false
    }
  }
}
