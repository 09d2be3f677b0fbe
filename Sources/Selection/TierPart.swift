/// A part of the problem that no row joins to the rest, with what is known of it.
struct TierPart {
  var relaxation: Relaxation
  /// Costs of the tiers, on the columns of the part.
  var cost: [[Int]]
  var isSwitch: [Bool]
  var incumbent: [Int]?
  /// See `SolveOptions.witness`.
  var witness: [Int]?
  /// The problem's columns that are not fixed, each with the column here that stands for it.
  var links: [Link]
  /// The problem's columns of this part that are fixed, with their values.
  var fixed: [(column: Int32, value: Int)] = []
  /// What they cost, by tier.
  var fixedCost: [Int]
  /// Whether `relaxation` has been searched, so that its prices and cuts are worth keeping.
  var isFresh = true
  /// Proven of the tier solved last; `Int.min` if nothing is.
  var bound = Int.min

  struct Link {
    var whole: Int32
    var part: Int32
  }

  init(
    _ problem: SelectionProblem, incumbent: [Int]? = nil, witness: [Int]? = nil, _ methods: Methods
  ) {
    let picked = PickedProgram(problem)
    self.incumbent = incumbent.map { PickedProgram.extended($0, problem) }
    self.witness = witness.map { PickedProgram.extended($0, problem) }
    relaxation = Relaxation(
      methods.cuts ? ImpliedBounds(picked.program).strengthened() : picked.program)
    cost = picked.cost
    isSwitch = picked.isSwitch
    fixedCost = Array(repeating: 0, count: problem.tierCount)
    links = (0..<Int32(problem.columnCount)).map { Link(whole: $0, part: $0) }
  }

  /// What is left of a larger part.
  ///
  /// - Parameters:
  ///   - reduction: of the program of `relaxation`.
  ///   - larger: the part.
  ///   - relaxation: the larger part's, or one that a search of the part has gone on with.
  init(_ reduction: Reduction, of larger: TierPart, at relaxation: Relaxation) {
    self.relaxation = Relaxation(reduction, of: relaxation)
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

  func search(tier: Int?, _ control: SearchControl) -> TierSearch {
    let tierCost = tier.map { cost[$0] } ?? Array(repeating: 0, count: relaxation.columnCount)
    var search = TierSearch(
      relaxation: relaxation, cost: tierCost, later: tier.map { Array(cost[($0 + 1)...]) } ?? [],
      isSwitch: isSwitch, incumbent: incumbent, control: control)
    search.witness = witness
    return search
  }

  /// Keeps what a search of this part has found out.
  mutating func adopt(
    _ search: TierSearch, _ result: TierSearch.Result, _ tier: Int?
  ) -> TierSearch.Result {
    var search = search
    incumbent = search.incumbent
    bound = search.bound == .min ? .min : search.bound + fixedCost(tier)
    if result != .stopped && result != .infeasible {
      search.keepValue(tier)
      relaxation = search.relaxation
      assert(search.keepsWitness, "a tier has lost the witness")
    }
    return result
  }

  /// Nodes that may go into coming near to a selection.
  private static let approachNodes = 20

  /// Looks for a selection that picks as much as can be of what another does.
  mutating func approach(_ wanted: [Int], _ control: SearchControl) {
    var distance = Array(repeating: 0, count: relaxation.columnCount)
    for link in links where wanted[Int(link.whole)] != 0 { distance[Int(link.part)] = -1 }
    var control = control
    control.nodeLimit = Self.approachNodes
    var search = TierSearch(
      relaxation: relaxation, cost: distance, later: cost, isSwitch: isSwitch, incumbent: nil,
      control: control)
    _ = search.run()
    incumbent = search.incumbent
  }

  func fixedCost(_ tier: Int?) -> Int { tier.map { fixedCost[$0] } ?? 0 }

  /// What the part costs in a tier; `nil` without a selection.
  func incumbentCost(tier: Int) -> Int? {
    incumbent.map { TierSearch.value(of: $0, cost[tier]) + fixedCost[tier] }
  }

  /// What no selection of the part is below in a tier, each column looked at alone.
  func leastCost(tier: Int) -> Int {
    let program = relaxation.program
    return cost[tier].indices.reduce(fixedCost[tier]) { sum, column in
      let cost = cost[tier][column]
      return sum + min(cost * program.lower[column], cost * program.upper[column])
    }
  }

  /// Writes the incumbent to the problem's columns; `false` if there is none.
  func write(to selection: inout [Int]) -> Bool {
    for (column, value) in fixed { selection[Int(column)] = value }
    guard let incumbent else { return false }
    for link in links { selection[Int(link.whole)] = incumbent[Int(link.part)] }
    return true
  }
}

extension TierSearch {
  /// Holds the tier at the value just proven, for the tiers that follow.
  ///
  /// That no selection is better is as much a fact as that none may be worse: both sides of the
  /// row keep the relaxations of later tiers from trading on values that cannot be reached.
  mutating func keepValue(_ tier: Int?) {
    let terms = (0..<cost.count).filter { cost[$0] != 0 }
    relaxation.appendTier(
      tier, terms: terms.map { (Int32($0), cost[$0]) }, value: incumbentValue)
  }
}
