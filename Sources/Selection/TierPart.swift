/// A part of the problem that no row joins to the rest, with what is known of it.
struct TierPart {
  private var relaxation: Relaxation
  /// Costs of the tiers, on the columns of the part.
  private var cost: [[Int]]
  private var isSwitch: [Bool]
  private var incumbent: [Int]?
  /// The problem's columns that are not settled, each with the column here that stands for it.
  private var links: [Link]
  /// Whether `relaxation` has been searched, so that its prices and cuts are worth keeping.
  private var isFresh = true
  /// Proven of the tier solved last; `Int.min` if nothing is.
  private(set) var bound = Int.min

  private struct Link {
    var whole: Int32
    var part: Int32
  }

  init(_ problem: SelectionProblem) {
    relaxation = Relaxation(problem.program)
    cost = problem.cost
    isSwitch = problem.switches
    links = (0..<Int32(problem.columnCount)).map { Link(whole: $0, part: $0) }
  }

  private init(_ reduction: Reduction, of larger: TierPart) {
    relaxation = Relaxation(reduction.program)
    cost = larger.cost.map { reduction.reduced(cost: $0) }
    isSwitch = reduction.reduced(flags: larger.isSwitch)
    incumbent = larger.incumbent.flatMap(reduction.restricted)
    links = larger.links.compactMap { link in
      let column = reduction.newColumn[Int(link.part)]
      return column < 0 ? nil : Link(whole: link.whole, part: column)
    }
  }

  /// Solves one tier; without one, looks for any selection.
  mutating func solve(tier: Int?, control: SearchControl) -> TierSearch.Result {
    isFresh = false
    let tierCost = tier.map { cost[$0] } ?? Array(repeating: 0, count: relaxation.columnCount)
    var search = TierSearch(
      relaxation: relaxation, cost: tierCost, later: tier.map { Array(cost[($0 + 1)...]) } ?? [],
      isSwitch: isSwitch, incumbent: incumbent, control: control)
    let result = search.run()
    incumbent = search.incumbent
    bound = search.bound
    if case .proven = result {
      search.keepValue()
      relaxation = search.relaxation
    }
    return result
  }

  func incumbentCost(tier: Int) -> Int? {
    incumbent.map { TierSearch.value(of: $0, cost[tier]) }
  }

  /// Writes the incumbent to the problem's columns; `false` if there is none.
  func write(to selection: inout [Int]) -> Bool {
    guard let incumbent else { return links.isEmpty }
    for link in links { selection[Int(link.whole)] = incumbent[Int(link.part)] }
    return true
  }

  /// The part without what is fixed, as pieces that no row joins.
  ///
  /// - Parameters:
  ///   - settled: gets the values of the columns that are fixed.
  ///   - settledCost: gets what they cost, by tier.
  /// - Returns: `nil` if the part is seen to have no selection.
  func pieces(settling settled: inout [Int], _ settledCost: inout [Int]) -> [TierPart]? {
    if !isFresh && !isWorthReducing { return [self] }
    var pieces: [TierPart] = []
    guard let reduction = Reduction(relaxation.program) else { return nil }
    for tier in cost.indices { settledCost[tier] += reduction.fixedCost(cost[tier]) }
    for link in links where reduction.newColumn[Int(link.part)] < 0 {
      settled[Int(link.whole)] = reduction.fixedValue[Int(link.part)]
    }
    let whole = TierPart(reduction, of: self)
    if incumbent != nil && whole.incumbent == nil { return nil }
    let components = Components(reduction.program)
    if components.count <= 1 { return reduction.program.columnCount == 0 ? [] : [whole] }
    for component in 0..<components.count {
      pieces.append(whole.piece(components, component))
    }
    return pieces
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
    piece.links = links.compactMap { link in
      components.component[Int(link.part)] == component
        ? Link(whole: link.whole, part: components.place[Int(link.part)]) : nil
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
