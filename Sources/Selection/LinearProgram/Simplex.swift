/// A basis of a linear program with everything that a pivot keeps up to date.
///
/// Variables are columns, then slacks: `n + m` of them. A variable that is not basic stands at one
/// end of its range. All arrays are indexed by variable unless their comment says by slot or row.
struct Simplex {
  static let feasibility = 1e-8
  static let optimality = 1e-9
  static let pivotTolerance = 1e-7
  static let refactorAfter = 64
  static let perturbation = 1e-6

  var program: LinearProgram
  /// Costs as given, in the scale of costs here; moved apart by `perturb`; and as pivots shift them
  /// on their way, which is what is minimised.
  var plain: [Double]
  var parted: [Double]
  var cost: [Double]
  /// Variable in a slot, indexed by slot.
  var basic: [Int32]
  /// Slot of a variable or -1.
  var slotOf: [Int32]
  var isAtUpper: [Bool]
  var value: [Double]
  var reducedCost: [Double]
  /// Dual steepest-edge weights, indexed by slot.
  var weight: [Double]
  var factorization = Factorization()
  /// Factor between the caller's costs and those here.
  var costScale = 1.0
  /// How often costs were moved apart since they were set.
  var perturbations = 0
  /// Whether the present costs began at a vertex that is nearly best, so that what is not basic had
  /// better stay where it is.
  var startsNearEnd = false
  /// Whether `cost` is not `parted`.
  var isShifted = false
  /// Sum of cost times value, in the scale of costs here.
  var objective = 0.0
  var counters = Counters()

  /// Row of the inverse that belongs to the leaving slot, indexed by row.
  var rho = SparseVector<Double>(count: 0)
  /// The same row of the tableau, with the variables in which it is not zero.
  var tableauRow: [Double] = []
  var touched: [Int32] = []
  /// Room to note them in, and for one more.
  var touchWork: [Int32] = []
  /// Variables that need no entry there: what is basic, and what has no other end to go to.
  var isIdle: [Bool] = []
  /// Entering column in terms of the basis, indexed by slot.
  var entering = SparseVector<Double>(count: 0)
  var steepest = SparseVector<Double>(count: 0)
  var rowWork = SparseVector<Double>(count: 0)
  var slotWork = SparseVector<Double>(count: 0)
  /// Slots whose value may be out of its range, each once, with a mark for each slot.
  var outside: [Int32] = []
  var isOutside: [Bool] = []
  var isStale = true
  /// Whether `rowWork` holds steps of nonbasic variables that the basic ones have not followed.
  var hasShift = false

  init(_ program: LinearProgram) {
    self.program = program
    let total = program.columnCount + program.rowCount
    plain = Array(repeating: 0, count: total)
    parted = plain
    cost = plain
    basic = (program.columnCount..<total).map(Int32.init)
    slotOf =
      Array(repeating: -1, count: program.columnCount) + (0..<program.rowCount).map(Int32.init)
    isAtUpper = Array(repeating: false, count: total)
    value = Array(repeating: 0, count: total)
    reducedCost = value
    weight = Array(repeating: 1, count: program.rowCount)
    resizeWork()
  }

  var columnCount: Int { program.columnCount }
  var rowCount: Int { program.rowCount }
  var variableCount: Int { columnCount + rowCount }

  var isPerturbed: Bool { perturbations > 0 }

  func isBasic(_ variable: Int) -> Bool { slotOf[variable] >= 0 }

  private mutating func resizeWork() {
    rho = SparseVector<Double>(count: rowCount)
    tableauRow = Array(repeating: 0, count: variableCount)
    touched = []
    touchWork = Array(repeating: 0, count: columnCount + 1)
    isIdle = Array(repeating: false, count: variableCount)
    entering = rho
    steepest = rho
    rowWork = rho
    hasShift = false
    slotWork = rho
    outside = []
    isOutside = Array(repeating: false, count: rowCount)
  }

  /// Sets the cost of every column; slacks cost nothing.
  ///
  /// Inside, costs are scaled by a power of two so that the largest is about 1.
  mutating func setCost(_ columnCost: [Double]) {
    let largest = columnCost.reduce(1) { max($0, abs($1)) }
    costScale = Double(sign: .plus, exponent: -largest.exponent, significand: 1)
    for column in 0..<columnCount { plain[column] = columnCost[column] * costScale }
    startsNearEnd = false
    takeBackPerturbation()
  }

  /// Goes back to the costs as given, at the same vertex.
  mutating func takeBackPerturbation() {
    parted = plain
    perturbations = 0
    takeBackShifts()
  }

  /// Moves every cost a little, each by another amount, so that few pivots gain nothing; a further
  /// time by other amounts.
  mutating func perturb() {
    var state = UInt64(0x9e37_79b9_7f4a_7c15) &* UInt64(2 * perturbations + 1)
    perturbations += 1
    for column in 0..<columnCount {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let random = Double(state >> 11) * 0x1p-53
      let size = Self.perturbation * (1 + abs(plain[column])) * (0.5 + random)
      if startsNearEnd {
        parted[column] = plain[column] + (isBasic(column) ? 0 : isAtUpper[column] ? -size : size)
      } else {
        parted[column] = plain[column] + (plain[column] < 0 ? -size : size)
      }
    }
    takeBackShifts()
  }

  /// Goes back to the costs before pivots shifted them, at the same vertex.
  mutating func takeBackShifts() {
    cost = parted
    isShifted = false
    isStale = true
  }

  /// Changes the range of a column; a nonbasic one moves to the end that its reduced cost asks for.
  ///
  /// The basic variables follow when the next run starts.
  mutating func setRange(_ column: Int, _ lower: Double, _ upper: Double) {
    program.lower[column] = lower
    program.upper[column] = upper
    if isStale { return }
    if isBasic(column) { return noteOutside(Int(slotOf[column])) }
    if isIdle[column], lower != upper {
      // Its reduced cost was not kept.
      isStale = true
      return
    }
    isIdle[column] = lower == upper
    if reducedCost[column] < -Self.optimality {
      isAtUpper[column] = true
    } else if reducedCost[column] > Self.optimality {
      isAtUpper[column] = false
    }
    let step = (isAtUpper[column] ? upper : lower) - value[column]
    if step == 0 { return }
    value[column] += step
    objective += reducedCost[column] * step
    scatter(column, times: -step)
    hasShift = true
  }

  /// Narrows the range of a row's slack to what whole-number bounds of the row leave of it.
  mutating func narrowRow(_ row: Int, lower: Int, upper: Int) {
    let slack = columnCount + row
    let scale = program.scale[row]
    let least = upper == .max ? program.lower[slack] : -Double(upper) * scale
    let most = lower == .min ? program.upper[slack] : -Double(lower) * scale
    setRange(
      slack, max(program.lower[slack], least), min(program.upper[slack], most))
  }

  /// Moves the basic variables by what `setRange` and flips have put into `rowWork`.
  mutating func applyShift() {
    factorization.solve(&rowWork, into: &slotWork)
    for place in slotWork.places {
      let slot = Int(place)
      value[Int(basic[slot])] += slotWork[slot]
      noteOutside(slot)
    }
    slotWork.removeAll()
    hasShift = false
  }

  /// Adds the rows of `source` from `first` on, with their slacks basic.
  mutating func append(_ source: IntegerRows, from first: Int) {
    let before = rowCount
    program.append(source, from: first)
    for row in before..<rowCount {
      let variable = Int32(columnCount + row)
      slotOf.append(Int32(basic.count))
      basic.append(variable)
      isAtUpper.append(false)
      value.append(0)
      reducedCost.append(0)
      plain.append(0)
      parted.append(0)
      cost.append(0)
      weight.append(1)
    }
    resizeWork()
    isStale = true
  }

  /// Drops rows from `first` on whose slack is basic and for which `keep` is false.
  mutating func dropSlackRows(from first: Int, _ keep: (Int) -> Bool) -> [Int] {
    let dropped = (first..<rowCount).filter { !keep($0) && isBasic(columnCount + $0) }
    if dropped.isEmpty { return [] }
    var isDropped = Array(repeating: false, count: rowCount)
    for row in dropped { isDropped[row] = true }
    rebuild(without: isDropped)
    return dropped
  }

  private mutating func rebuild(without isDropped: [Bool]) {
    var newIndex: [Int32] = []
    var next: Int32 = Int32(columnCount)
    for row in 0..<rowCount {
      newIndex.append(isDropped[row] ? -1 : next)
      if !isDropped[row] { next += 1 }
    }
    let keptVariables = (0..<variableCount).filter {
      $0 < columnCount || !isDropped[$0 - columnCount]
    }
    let keptSlots = (0..<basic.count).filter {
      let variable = Int(basic[$0])
      return variable < columnCount || !isDropped[variable - columnCount]
    }
    weight = keptSlots.map { weight[$0] }
    basic = keptSlots.map {
      let variable = Int(basic[$0])
      return variable < columnCount ? Int32(variable) : newIndex[variable - columnCount]
    }
    plain = keptVariables.map { plain[$0] }
    parted = keptVariables.map { parted[$0] }
    cost = keptVariables.map { cost[$0] }
    isAtUpper = keptVariables.map { isAtUpper[$0] }
    value = keptVariables.map { value[$0] }
    reducedCost = keptVariables.map { reducedCost[$0] }
    program.filterRows { !isDropped[$0] }
    slotOf = Array(repeating: -1, count: variableCount)
    for (slot, variable) in basic.enumerated() { slotOf[Int(variable)] = Int32(slot) }
    resizeWork()
    isStale = true
  }

  /// Which variables are basic and at which end the others stand.
  struct Basis: Sendable {
    var basic: [Int32]
    var isAtUpper: [Bool]
    /// Steepest-edge weights, indexed by slot.
    var weight: [Double]
  }

  var basis: Basis { Basis(basic: basic, isAtUpper: isAtUpper, weight: weight) }

  /// Goes back to a basis of the same program, which may have got more rows since.
  mutating func load(_ basis: Basis) {
    let rowsThen = basis.basic.count
    isAtUpper = basis.isAtUpper
    basic = basis.basic
    for row in rowsThen..<rowCount { basic.append(Int32(columnCount + row)) }
    while isAtUpper.count < variableCount { isAtUpper.append(false) }
    slotOf = Array(repeating: -1, count: variableCount)
    for (slot, variable) in basic.enumerated() { slotOf[Int(variable)] = Int32(slot) }
    weight = basis.weight + Array(repeating: 1, count: rowCount - rowsThen)
    clearShift()
    isStale = true
  }

  private mutating func clearShift() {
    if hasShift { rowWork.removeAll() }
    hasShift = false
  }

  /// Goes back to the basis of slacks.
  mutating func loadSlackBasis() {
    load(Basis(basic: [], isAtUpper: Array(repeating: false, count: variableCount), weight: []))
  }
}
