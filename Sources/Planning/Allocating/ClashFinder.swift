import MobilityModel
import Selection

/// Searches a smallest set of rules that clash, by solving the round with some of them left out.
///
/// Leaving rules out never makes a solvable round infeasible, so halving works: where one half
/// clashes with what is kept for sure, the other is out at a stroke.
///
/// Source: U. Junker, "QuickXplain: preferred explanations and relaxations for over-constrained
/// problems", AAAI 2004, 167-172.
struct ClashFinder {
  private let tables: RoundTables
  private let options: SolveOptions
  private let all: [HardRule]
  private var isStopped = false

  init(_ tables: RoundTables, options: SolveOptions) {
    self.tables = tables
    var quiet = SolveOptions()
    quiet.shouldStop = options.shouldStop
    self.options = quiet
    all = HardRule.all(of: tables)
  }

  /// A clash of an infeasible round.
  ///
  /// - Returns: a set of rules, minimal unless the search was stopped.
  /// - Throws: ``PlanningError`` as for the round itself.
  /// - Complexity: O(*k* log *n*) solves for *k* of *n* rules in the clash.
  mutating func clash() throws(PlanningError) -> Clash {
    let rules = try part(of: all[...], beside: [], isChanged: false)
    let found = Set(rules)
    let parts = all.filter { found.contains($0) }.map { ClashWords(tables).part($0) }
    return Clash(parts: parts, isMinimal: !isStopped, mostChanges: tables.mostChanges)
  }

  /// The rules among `rules` that clash with `kept`.
  ///
  /// Halving bounds the depth of the recursion.
  private mutating func part(
    of rules: ArraySlice<HardRule>, beside kept: [HardRule], isChanged: Bool
  ) throws(PlanningError) -> [HardRule] {
    if isChanged, try clashes(kept) { return [] }
    if rules.count <= 1 || isStopped { return Array(rules) }
    let middle = rules.startIndex + rules.count / 2
    let first = rules[..<middle]
    let late = try part(of: rules[middle...], beside: kept + first, isChanged: true)
    let early = try part(of: first, beside: kept + late, isChanged: !late.isEmpty)
    return early + late
  }

  /// Whether no plan keeps these rules.
  private mutating func clashes(_ kept: [HardRule]) throws(PlanningError) -> Bool {
    if isStopped { return false }
    let ignoring = Set(all).subtracting(kept)
    let compilation = try Compiler.compile(tables, tiers: [], ignoring: ignoring)
    switch Solver(problem: compilation.problem).solve(options: options) {
    case .infeasible: return true
    case .optimal, .feasible: return false
    case .unknown:
      isStopped = true
      return false
    }
  }
}
