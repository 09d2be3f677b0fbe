/// A part of the problem that no row joins to the rest, with what is known of it.
struct TierPart {
  private var relaxation: Relaxation
  /// Costs of the tiers, on the columns of the part.
  private var cost: [[Int]]
  private var isSwitch: [Bool]
  private var incumbent: [Int]?
  /// See `SolveOptions.witness`.
  private var witness: [Int]?
  /// The problem's columns that are not fixed, each with the column here that stands for it.
  private var links: [Link]
  /// The problem's columns of this part that are fixed, with their values.
  private var fixed: [(column: Int32, value: Int)] = []
  /// What they cost, by tier.
  private var fixedCost: [Int]
  /// Whether `relaxation` has been searched, so that its prices and cuts are worth keeping.
  private var isFresh = true
  /// Proven of the tier solved last; `Int.min` if nothing is.
  private(set) var bound = Int.min

  private struct Link {
    var whole: Int32
    var part: Int32
  }

  init(_ problem: SelectionProblem, incumbent: [Int]? = nil, witness: [Int]? = nil) {
    let picked = PickedProgram(problem)
    self.incumbent = incumbent.map { picked.extended($0, problem) }
    self.witness = witness.map { picked.extended($0, problem) }
    relaxation = Relaxation(picked.program)
    cost = picked.cost
    isSwitch = picked.isSwitch
    fixedCost = Array(repeating: 0, count: problem.tierCount)
    links = (0..<Int32(problem.columnCount)).map { Link(whole: $0, part: $0) }
  }

  private init(_ reduction: Reduction, of larger: TierPart) {
    relaxation = Relaxation(reduction.program)
    cost = larger.cost.map { reduction.reduced(cost: $0) }
    isSwitch = reduction.reduced(flags: larger.isSwitch)
    incumbent = larger.incumbent.flatMap(reduction.restricted)
    witness = larger.witness.flatMap(reduction.restricted)
    fixed = larger.fixed
    fixedCost = larger.cost.indices.map {
      larger.fixedCost[$0] + reduction.fixedCost(larger.cost[$0])
    }
    links = []
    for link in larger.links {
      let column = reduction.newColumn[Int(link.part)]
      if column >= 0 {
        links.append(Link(whole: link.whole, part: column))
      } else {
        fixed.append((link.whole, reduction.fixedValue[Int(link.part)]))
      }
    }
  }

  /// Solves one tier; without one, looks for any selection.
  ///
  /// Windows are searched one after the other: while they hold nothing they grow, and when a better
  /// selection turns up the next one ends there.
  mutating func solve(
    tier: Int?, control: SearchControl, relativeGap: Double
  ) -> TierSearch.Result {
    isFresh = false
    var control = control
    control.report = Self.report(of: control, offset: fixedCost(tier), known: nil, most: .max)
    var search = search(tier: tier, control)
    if let result = search.start() { return adopt(search, result, tier) }
    var width = search.firstWidth
    var nodeLimit = Self.firstNodes
    var misses = 0
    while true {
      if relativeGap > 0, search.relativeGap(offset: fixedCost(tier)) <= relativeGap {
        return adopt(search, .accepted, tier)
      }
      // Any selection is welcome before there is one.
      // After a miss, what lies between finds better selections while the bound stands still.
      let isWide = search.incumbent == nil || misses % 2 == 1
      let reach = isWide ? Int.max : search.bound.saturatingSum(width)
      let target = min(reach, search.incumbentValue)
      let result = searchWindow(search, below: target, tier, control, nodeLimit)
      switch result {
      case .best(let part):
        self = part
        return .proven
      case .unfinished(let innerBound, let selection):
        search.raiseBound(to: min(innerBound, target))
        if let selection {
          search.accept(selection)
        } else {
          misses += 1
          // What is nearer to the bound is decided sooner.
          if !isWide { width = max(search.step.size, width / 4) }
          nodeLimit = nodeLimit > Int.max / 4 ? .max : 4 * nodeLimit
        }
      case .nothing where target == .max: return .infeasible
      case .nothing:
        search.raiseBound(to: target)
        width = width > Int.max / 2 ? .max : 2 * width
      case .stopped(let selection):
        if let selection { search.accept(selection) }
        return adopt(search, .stopped, tier)
      }
    }
  }

  private func search(tier: Int?, _ control: SearchControl) -> TierSearch {
    let tierCost = tier.map { cost[$0] } ?? Array(repeating: 0, count: relaxation.columnCount)
    var search = TierSearch(
      relaxation: relaxation, cost: tierCost, later: tier.map { Array(cost[($0 + 1)...]) } ?? [],
      isSwitch: isSwitch, incumbent: incumbent, control: control)
    search.witness = witness
    return search
  }

  /// Keeps what a search of this part has found out.
  private mutating func adopt(
    _ search: TierSearch, _ result: TierSearch.Result, _ tier: Int?
  ) -> TierSearch.Result {
    var search = search
    incumbent = search.incumbent
    bound = search.bound == .min ? .min : search.bound + fixedCost(tier)
    if result != .stopped && result != .infeasible {
      search.keepValue()
      relaxation = search.relaxation
      assert(search.keepsWitness, "a tier has lost the witness")
    }
    return result
  }

  /// A report of a window in the terms of the whole part: nothing is proven beyond its end.
  private static func report(
    of control: SearchControl, offset: Int, known: Int?, most: Int
  ) -> @Sendable (Int?, Int) -> Void {
    let report = control.report
    return { value, bound in
      report(
        value.map { $0 + offset } ?? known, bound == .min ? .min : min(bound + offset, most))
    }
  }

  private func fixedCost(_ tier: Int?) -> Int { tier.map { fixedCost[$0] } ?? 0 }

  private enum WindowResult {
    /// The part that holds every best selection, with one of them.
    case best(TierPart)
    /// The search took too many nodes, or has found a better selection that is perhaps not the
    /// best; nothing in the window is better than `bound`.
    case unfinished(bound: Int, better: [Int]?)
    case nothing
    /// A limit ended the search; the best selection that it found.
    case stopped([Int]?)
  }

  private func searchWindow(
    _ search: TierSearch, below target: Int, _ tier: Int?, _ control: SearchControl,
    _ nodeLimit: Int
  ) -> WindowResult {
    // A window that ends at the incumbent holds every best selection: the incumbent may be one.
    let known = target == search.incumbentValue ? search.incumbent : nil
    guard let program = search.window(below: target), let reduction = Reduction(program) else {
      assert(search.isPlausible(bound: target), "a window has lost the witness")
      assert(known == nil, "a window has lost the incumbent")
      return .nothing
    }
    var part = TierPart(reduction, of: self)
    part.incumbent = known.flatMap(reduction.restricted)
    part.isFresh = false
    assert((known == nil) == (part.incumbent == nil), "a window has lost the incumbent")
    var inner = part.search(tier: tier, control)
    inner.control.patience = Self.patience
    inner.control.nodeLimit = nodeLimit
    inner.control.report = Self.report(
      of: control, offset: reduction.fixedCost(search.cost),
      known: search.incumbent == nil ? nil : search.incumbentValue, most: target)
    if known == nil, target != .max {
      inner.incumbentValue = target - reduction.fixedCost(search.cost)
    }
    assert(
      part.witness != nil || search.isPlausible(bound: target.saturatingSum(known == nil ? 0 : 1)),
      "a window has lost the witness")
    let result = inner.run()
    let found = inner.incumbent.map { reduction.expanded($0) }
    switch result {
    case .infeasible:
      assert(search.isPlausible(bound: target), "a window has lost the witness")
      return .nothing
    case .accepted, .proven:
      part.incumbent = inner.incumbent
      part.relaxation = inner.relaxation
      if inner.control.nodes > 0, let closed = part.closed(tier, control) { return .best(closed) }
      _ = part.adopt(inner, result, tier)
      return .best(part)
    case .stopped:
      if control.shouldStop() { return .stopped(found) }
      let better = found.flatMap { TierSearch.value(of: $0, search.cost) < target ? $0 : nil }
      let innerBound = inner.bound.saturatingSum(reduction.fixedCost(search.cost))
      return .unfinished(bound: inner.bound == .min ? .min : innerBound, better: better)
    }
  }

  /// The part after its root was solved once more, now that the best value is known.
  ///
  /// What a tree has proven leaves no prices behind. Cuts at a root that starts with the best value
  /// nearly close the tier, and their prices fix much of what the tiers that follow would have to
  /// search.
  private func closed(_ tier: Int?, _ control: SearchControl) -> TierPart? {
    guard let reduction = Reduction(relaxation.program) else { return nil }
    var part = TierPart(reduction, of: self)
    var search = part.search(tier: tier, control)
    let result = search.start() ?? search.concludeUnsearched()
    guard case .proven = result else { return nil }
    _ = part.adopt(search, .proven, tier)
    return part
  }

  /// Nodes of the first window.
  private static let firstNodes = 200
  /// Nodes that a search goes on for after it has found something better.
  private static let patience = 25

  /// Narrows the ranges of those columns of the problem that the part has.
  ///
  /// - Returns: `false` if what is fixed lies outside.
  mutating func narrow(to restriction: Restriction) -> Bool {
    var program = (lower: relaxation.program.lower, upper: relaxation.program.upper)
    for range in restriction.ranges {
      if let known = fixed.first(where: { $0.column == range.column }) {
        guard (range.lower...range.upper).contains(known.value) else { return false }
      }
      guard let link = links.first(where: { $0.whole == range.column }) else { continue }
      let place = Int(link.part)
      program.lower[place] = max(program.lower[place], range.lower)
      program.upper[place] = min(program.upper[place], range.upper)
      if program.lower[place] > program.upper[place] { return false }
      if let value = incumbent?[place], !(range.lower...range.upper).contains(value) {
        incumbent = nil
      }
    }
    relaxation.narrow(lower: program.lower, upper: program.upper)
    return true
  }

  /// What the part costs in a tier; `nil` without a selection.
  func incumbentCost(tier: Int) -> Int? {
    incumbent.map { TierSearch.value(of: $0, cost[tier]) + fixedCost[tier] }
  }

  /// Writes the incumbent to the problem's columns; `false` if there is none.
  func write(to selection: inout [Int]) -> Bool {
    for (column, value) in fixed { selection[Int(column)] = value }
    guard let incumbent else { return false }
    for link in links { selection[Int(link.whole)] = incumbent[Int(link.part)] }
    return true
  }

  /// The part without what is fixed, as pieces that no row joins.
  ///
  /// - Returns: `nil` if the part is seen to have no selection.
  func pieces() -> [TierPart]? {
    if !isFresh && !isWorthReducing { return [self] }
    guard let reduction = Reduction(relaxation.program) else { return nil }
    let whole = TierPart(reduction, of: self)
    if incumbent != nil && whole.incumbent == nil { return nil }
    assert((witness == nil) == (whole.witness == nil), "a reduction has lost the witness")
    let components = Components(reduction.program)
    // Without a selection nobody knows the pieces' shares of the tiers before.
    let isOne = whole.incumbent == nil && reduction.program.rows.kind.contains(.tier)
    if isOne || components.count <= 1 { return [whole] }
    return (0..<components.count).map { whole.piece(components, $0) }
  }

  /// Whether so much is fixed that starting over with less is worth the work.
  private var isWorthReducing: Bool {
    let program = relaxation.program
    let free = (0..<program.columnCount).count { program.lower[$0] < program.upper[$0] }
    return free * 10 <= program.columnCount * 9 || Components(program).count > 1
  }

  private func piece(_ components: Components, _ component: Int) -> TierPart {
    var piece = self
    let columns = components.columns(of: component)
    piece.relaxation = Relaxation(
      components.program(component, of: relaxation.program, incumbent: incumbent))
    piece.cost = cost.map { values in columns.map { values[Int($0)] } }
    piece.isSwitch = columns.map { isSwitch[Int($0)] }
    piece.incumbent = incumbent.map { values in columns.map { values[Int($0)] } }
    piece.witness = witness.map { values in columns.map { values[Int($0)] } }
    piece.links = links.compactMap { link in
      components.component[Int(link.part)] == component
        ? Link(whole: link.whole, part: components.place[Int(link.part)]) : nil
    }
    // What is fixed goes with the first piece.
    if component > 0 {
      piece.fixed = []
      piece.fixedCost = cost.map { _ in 0 }
    }
    return piece
  }
}

extension TierSearch {
  /// Holds the tier at the value just proven, for the tiers that follow.
  ///
  /// That no selection is better is as much a fact as that none may be worse: both sides of the
  /// row keep the relaxations of later tiers from trading on values that cannot be reached.
  mutating func keepValue() {
    let terms = (0..<cost.count).filter { cost[$0] != 0 }
    relaxation.appendTier(terms: terms.map { (Int32($0), cost[$0]) }, value: incumbentValue)
  }
}
