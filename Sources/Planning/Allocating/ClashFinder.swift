import MobilityModel
import Selection

/// Searches for smallest sets of rules that clash, by solving the round with some of them left out.
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

  /// Clashes that are looked for at most, beside those of locks that are impossible on their own.
  private static let mostClashes = 10

  /// - Parameters:
  ///   - tables: of an infeasible round; with loosened ones, rules and forbids are parts, too.
  ///   - options: when to stop.
  init(_ tables: RoundTables, options: SolveOptions) {
    self.tables = tables
    var quiet = SolveOptions()
    quiet.shouldStop = options.shouldStop
    self.options = quiet
    all = HardRule.all(of: tables)
  }

  /// Why an infeasible round has no plan: clashes each among what is left when one part of every
  /// clash before it is left out, until what is left has a plan.
  ///
  /// - Returns: sets of rules, each minimal unless the search was stopped.
  /// - Throws: ``PlanningError`` as for the round itself.
  /// - Complexity: O(*k* log *n*) solves for *k* of *n* rules in a clash, and at most one for each
  ///   lock.
  mutating func infeasibility() throws(PlanningError) -> Infeasibility {
    var clashes: [Clash] = []
    var out: Set<HardRule> = []
    for lock in try hopelessLocks() {
      clashes.append(try clash(among: all.filter { $0 == lock || !$0.isLock }))
      out.insert(lock)
    }
    let most = clashes.count + Self.mostClashes
    // What is left without the locks that are hopeless may have a plan; all of it has none.
    var isOpen = clashes.isEmpty
    if !isOpen { isOpen = try isClash(all.filter { !out.contains($0) }) }
    while isOpen {
      if !clashes.isEmpty, isStopped || clashes.count == most {
        return Infeasibility(clashes: clashes)
      }
      let clash = try clash(among: all.filter { !out.contains($0) })
      clashes.append(clash)
      guard clash.isMinimal, let part = Self.victim(of: clash) else { break }
      out.insert(part)
      isOpen = try isClash(all.filter { !out.contains($0) })
    }
    let words = ClashWords(tables)
    return Infeasibility(
      clashes: clashes,
      relief: isStopped ? nil : all.filter { out.contains($0) }.map { words.part($0) })
  }

  /// The part of a clash that is left out first: a lock, which names one person, or else what stands
  /// last in the order of rules.
  private static func victim(of clash: Clash) -> HardRule? {
    let rules = clash.parts.map(\.rule)
    return rules.last(where: \.isLock) ?? rules.last
  }

  /// The locks that cannot be kept even if they are the only ones; none where the round has no plan
  /// without locks, either.
  private mutating func hopelessLocks() throws(PlanningError) -> [HardRule] {
    let locks = all.filter(\.isLock)
    let rest = all.filter { !$0.isLock }
    guard !locks.isEmpty, case .plan(let plan) = try answer(keeping: rest) else { return [] }
    let kept = locksKept(in: plan)
    var open = locks.filter { !kept.contains($0) }
    var hopeless: [HardRule] = []
    while let lock = open.first {
      open.removeFirst()
      switch try answer(keeping: [lock] + rest) {
      case .clash: hopeless.append(lock)
      case .plan(let plan):
        let kept = locksKept(in: plan)
        open.removeAll { kept.contains($0) }
      case .stopped: return hopeless
      }
    }
    return hopeless
  }

  /// The locks of applications that a plan places, and places where they lead.
  private func locksKept(in plan: [Int]) -> Set<HardRule> {
    let locks = plan.map { option in
      (option, HardRule.lock(application: Int(tables.options.options[option].application)))
    }
    return Set(locks.filter { !tables.refusals.of($0).contains($1) }.map(\.1))
  }

  /// A smallest set of rules among some that clash.
  private mutating func clash(among rules: [HardRule]) throws(PlanningError) -> Clash {
    let found = Set(try part(of: rules[...], beside: [], isChanged: false))
    let words = ClashWords(tables)
    return Clash(
      parts: all.filter { found.contains($0) }.map { words.part($0) }, isMinimal: !isStopped,
      mostChanges: tables.mostChanges)
  }

  /// The rules among `rules` that clash with `kept`.
  ///
  /// Halving bounds the depth of the recursion.
  private mutating func part(
    of rules: ArraySlice<HardRule>, beside kept: [HardRule], isChanged: Bool
  ) throws(PlanningError) -> [HardRule] {
    if isChanged, try isClash(kept) { return [] }
    if rules.count <= 1 || isStopped { return Array(rules) }
    let middle = rules.startIndex + rules.count / 2
    let first = rules[..<middle]
    let late = try part(of: rules[middle...], beside: kept + first, isChanged: true)
    let early = try part(of: first, beside: kept + late, isChanged: !late.isEmpty)
    return early + late
  }

  private mutating func isClash(_ kept: [HardRule]) throws(PlanningError) -> Bool {
    if case .clash = try answer(keeping: kept) { true } else { false }
  }

  private enum Answer {
    /// No plan keeps the rules.
    case clash
    /// One that does, by indices of options.
    case plan([Int])
    case stopped
  }

  /// Solves the round with these rules alone, for any plan.
  private mutating func answer(keeping kept: [HardRule]) throws(PlanningError) -> Answer {
    if isStopped { return .stopped }
    let ignoring = Set(all).subtracting(kept)
    let compilation = try Compiler.compile(tables, tiers: [], ignoring: ignoring)
    switch Solver(problem: compilation.problem).solve(options: options) {
    case .infeasible: return .clash
    case .optimal(let found), .feasible(let found, _):
      return .plan(compilation.picked(by: found.value))
    case .unknown:
      isStopped = true
      return .stopped
    }
  }
}
