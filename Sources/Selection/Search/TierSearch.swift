/// Minimises one tier over a relaxation: cuts at the root, dives for selections, then branches.
///
/// What holds beyond the tier is kept in `relaxation`: rows, cuts, and ranges narrowed by reduced
/// costs, which keep every selection that is as good as the incumbent.
struct TierSearch {
  var relaxation: Relaxation
  /// Ranges at the root, narrowed as the search learns; at a node, the node's ranges.
  var domain: Domain
  var rows: PropagationRows
  let cost: [Int]
  /// Costs of the tiers that follow: they tell apart what is equal in this one.
  let later: [[Int]]
  var incumbent: [Int]?
  /// See `SolveOptions.witness`.
  var witness: [Int]?
  /// Cost of the incumbent; `Int.max` without one.
  var incumbentValue: Int
  /// Proven for the whole tier.
  var bound = Int.min
  var rootDual: ExactDual?
  /// Bound of the root's relaxation before any cut, `Int.min` before it is solved.
  var firstBound = Int.min
  var control: SearchControl
  var branching: Branching
  /// Where selections as good as the incumbent may be.
  var survivors = Survivors()
  let step: ObjectiveStep
  var isBranching = false
  /// Nodes that were seen when the tree last found something better; `nil` if it has not.
  var improvedAt: Int?
  /// When the next neighbourhood is searched, in nodes, and how many in a row found nothing.
  var nextLook = 10
  var lookMisses = 0
  private var countedPivots: Int

  init(
    relaxation: Relaxation, cost: [Int], later: [[Int]], isSwitch: [Bool], incumbent: [Int]?,
    control: SearchControl
  ) {
    self.relaxation = relaxation
    self.cost = cost
    self.later = later
    self.incumbent = incumbent
    self.control = control
    countedPivots = relaxation.simplex.counters.all
    incumbentValue = incumbent.map { TierSearch.value(of: $0, cost) } ?? .max
    let program = relaxation.program
    rows = PropagationRows(program.rows, lower: program.lower, upper: program.upper)
    domain = Domain(rows, lower: program.lower, upper: program.upper)
    branching = Branching(columnCount: program.columnCount, isSwitch: isSwitch)
    branching.isCore = TierSearch.coreColumns(program)
    step = ObjectiveStep(cost: cost, lower: program.lower, upper: program.upper)
  }

  /// Columns that weigh more than most others in some row of the problem: groups, leaders, switches.
  ///
  /// Where these are decided the rest of a selection problem is nearly a network, so they are
  /// branched on first. A row in which most columns do so, as one of money, tells nothing.
  static func coreColumns(_ program: IntegerProgram) -> [Bool] {
    var isCore = Array(repeating: false, count: program.columnCount)
    for row in 0..<program.rows.count where program.rows.kind(row) == .model {
      let range = program.rows.range(row)
      var least = Int.max
      for entry in range { least = min(least, abs(program.rows.coefficient[entry])) }
      let heavy = range.filter { abs(program.rows.coefficient[$0]) > least }
      if heavy.count * 2 > range.count { continue }
      for entry in heavy { isCore[Int(program.rows.column[entry])] = true }
    }
    return isCore
  }

  static func value(of selection: [Int], _ cost: [Int]) -> Int {
    var sum = 0
    for column in 0..<cost.count where cost[column] != 0 { sum += cost[column] * selection[column] }
    return sum
  }

  enum Result {
    /// The incumbent is best.
    case proven
    /// No selection exists.
    case infeasible
    /// The incumbent is near enough to `bound`, which holds.
    case accepted
    /// A limit ended the search; `bound` holds.
    case stopped
  }

  mutating func run() -> Result { start() ?? finish() }

  /// Solves the root.
  ///
  /// - Returns: `nil` if the tier is still open.
  mutating func start() -> Result? {
    defer { countPivots() }
    domain.queueAll()
    assert(keepsWitness, "a search starts without the witness")
    guard domain.propagate(rows) else { return conclude() }
    assert(keepsWitness, "propagation has lost the witness")
    switch solveRoot() {
    case .closed:
      assert(isPlausible(bound: incumbentValue), "the root has lost the witness")
      survivors.formEverything()
      return conclude()
    case .stopped: return .stopped
    case .open: return nil
    }
  }

  /// Searches the tree below the root that `start` left open.
  mutating func finish() -> Result {
    defer { countPivots() }
    let root = domain.mark
    guard branch() else { return .stopped }
    domain.undo(to: root, rows)
    return conclude()
  }

  mutating func countPivots() {
    let pivots = relaxation.simplex.counters.all
    control.effort?.add(pivots: pivots - countedPivots)
    countedPivots = pivots
  }

  /// What is known if others have proven the incumbent: it may not be the only one that is as good.
  mutating func concludeUnsearched() -> Result {
    survivors.formEverything()
    return conclude()
  }

  /// What is known once nothing better is left.
  mutating func conclude() -> Result {
    if incumbent == nil { return .infeasible }
    bound = incumbentValue
    // The best value is known now: columns that no best selection moves are settled for good.
    if let rootDual, fixByReducedCost(rootDual), keepSurvivors(), domain.propagate(rows) {
      narrowRoot()
    }
    assert(keepsWitness, "the end of a tier has lost the witness")
    return .proven
  }

  /// Narrows the ranges to what the tree has left of them; `false` if that is nothing.
  private mutating func keepSurvivors() -> Bool {
    if survivors.lower.isEmpty { return true }
    for column in 0..<cost.count
    where !domain.narrow(column, survivors.lower[column], survivors.upper[column], rows) {
      return false
    }
    return true
  }

  /// Takes a better selection.
  mutating func accept(_ selection: [Int]) {
    let value = TierSearch.value(of: selection, cost)
    assert(relaxation.program.isFeasible(selection), "an incumbent breaks a row")
    guard value < incumbentValue || (value == incumbentValue && isBetterLater(selection)) else {
      return
    }
    let isNews = value < incumbentValue
    if isNews {
      survivors.removeAll()
      if isBranching { improvedAt = control.nodes }
    }
    survivors.formUnion(lower: selection, upper: selection)
    incumbent = selection
    incumbentValue = value
    if isNews { control.report(value: incumbentValue, bound: bound) }
  }

  private func isBetterLater(_ selection: [Int]) -> Bool {
    guard let incumbent else { return false }
    for cost in later {
      let (new, old) = (Self.value(of: selection, cost), Self.value(of: incumbent, cost))
      if new != old { return new < old }
    }
    return false
  }

  /// This tier's cost and the next ones' with falling weights, so that vertices which are equal in
  /// this tier are told apart by the next.
  func guide(_ ratio: Double) -> [Double] {
    var sum = Array(repeating: 0.0, count: cost.count)
    var weight = 1.0
    for tier in ([cost] + later).prefix(3) {
      let largest = tier.reduce(1.0) { max($0, abs(Double($1))) }
      for column in 0..<sum.count { sum[column] += weight * Double(tier[column]) / largest }
      weight *= ratio
    }
    return sum
  }

  /// Weights for dives, where later tiers may matter more.
  static let coarseRatio = 1e-2

  /// Distance of the incumbent from the bound, as a share of the incumbent's value.
  ///
  /// - Parameter offset: what is added to the cost for the value that readers see.
  /// - Returns: infinity without an incumbent.
  func relativeGap(offset: Int) -> Double {
    if incumbent == nil { return .infinity }
    return SolveOptions.relativeGap(of: incumbentValue, bound: bound, offset: offset)
  }

  mutating func raiseBound(to value: Int) {
    let whole = min(step.roundedUp(value), incumbentValue)
    guard whole > bound else { return }
    bound = whole
    control.report(value: incumbent == nil ? nil : incumbentValue, bound: bound)
  }

  /// The objective at which a relaxation is of no more use.
  var cutoff: Double {
    incumbentValue == .max ? .infinity : Double(incumbentValue) - Double(step.size) + 1e-6
  }
}

/// Values of a cost lie `size` apart, at `offset` plus multiples of it.
struct ObjectiveStep {
  let size: Int
  let offset: Int

  init(cost: [Int], lower: [Int], upper: [Int]) {
    var size = 0
    var offset = 0
    for column in 0..<cost.count where cost[column] != 0 {
      if lower[column] == upper[column] {
        offset += cost[column] * lower[column]
      } else {
        size = greatestCommonDivisor(size, abs(cost[column]))
      }
    }
    self.size = max(size, 1)
    self.offset = offset
  }

  /// The least attainable value that is not below `value`.
  func roundedUp(_ value: Int) -> Int {
    offset - (offset - value).flooredQuotient(by: size) * size
  }
}

/// Limits and counters of a search; shared by all tiers of a run.
struct SearchControl {
  var shouldStop: @Sendable () -> Bool
  var methods = Methods()
  var effort: Effort?
  /// Who does what does not hang together within the search.
  var crew: any Crew = OneByOne()
  var report: @Sendable (_ value: Int?, _ bound: Int) -> Void = { _, _ in }
  var nodeLimit = Int.max
  /// Nodes after which a search that has found something better in its tree is broken off, so that
  /// it can start over with what the better value rules out.
  var patience = Int.max
  var nodes = 0
  /// Searches within searches are not nested deeper than this.
  var depth = 0
  /// What other problems have taught of this tier.
  var lessons: TierLessons?
  /// Pivots after which a search that lessons help goes on without them.
  var mostTaughtPivots = Int.max
  /// Told what may help with other problems.
  var note: (@Sendable (Lesson) -> Void)?
  /// Whether the program is what is left of one that was cut at its root in the same tier.
  var isInPart = false

  func report(value: Int?, bound: Int) { report(value, bound) }
}
