import MobilityModel
import Selection

/// One search for the best twinning among some pairs.
///
/// How many schools can have a twin is found first. Then, by halving, the best worst rank with which
/// as many still have one: each step leaves out the pairs that are worse and asks the solver for the
/// same number anew. All other tiers are solved among the pairs that are left.
struct TwinSearch {
  let pairing: SchoolPairing
  /// Pairs that may be in it, in rising order.
  let possible: [SchoolPair]
  /// A school that must have a twin.
  let demanded: Int?
  let options: SolveOptions

  func outcome() -> TwinOutcome {
    switch solve(possible, tiers: [.twinned], options.quiet) {
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    case .found(let twinning) where !twinning.isMet(.twinned): return .feasible(twinning)
    case .found(let twinning): return outcome(twinned: twinning.value(of: .twinned))
    }
  }

  /// Solves all tiers among the pairs that are no worse than they have to be.
  private func outcome(twinned: Int) -> TwinOutcome {
    let rank = bestWorstRank(twinned: twinned)
    switch solve(pairs(upTo: rank.value), tiers: TwinCompiler.allTiers, options) {
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    case .found(var twinning):
      twinning.prove(.worstRank, bound: rank.bound)
      return twinning.isProven ? .optimal(twinning) : .feasible(twinning)
    }
  }

  /// A worst rank with which as many schools have a twin, and a bound on it.
  private func bestWorstRank(twinned: Int) -> (value: Int, bound: Int) {
    let floor = possible.filter(pairing.isAgreed).map(pairing.worseRank).max() ?? 0
    let ranks = Set(possible.map(pairing.worseRank) + [floor]).filter { $0 >= floor }.sorted()
    var (low, high) = (0, ranks.count - 1)
    while low < high {
      let middle = (low + high) / 2
      switch solve(pairs(upTo: ranks[middle]), tiers: [.twinned], options.quiet) {
      case .found(let twinning) where twinning.value(of: .twinned) == twinned: high = middle
      case .found(let twinning) where twinning.isMet(.twinned): low = middle + 1
      case .infeasible: low = middle + 1
      case .found, .unknown: return (ranks[high], ranks[low])
      }
    }
    return (ranks[high], ranks[low])
  }

  private func pairs(upTo rank: Int) -> [SchoolPair] {
    possible.filter { pairing.worseRank($0) <= rank || pairing.isAgreed($0) }
  }

  // MARK: Solving

  private enum Found {
    case found(Twinning)
    case infeasible, unknown
  }

  private func solve(_ pairs: [SchoolPair], tiers: [TwinTier], _ options: SolveOptions) -> Found {
    let compiled = TwinCompiler(pairing, pairs, tiers: tiers, demanding: demanded)
    switch Solver(problem: compiled.problem).solve(options: options.told(tiers)) {
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    case .optimal(let found): return .found(compiled.twinning(found, found.tierValues))
    case .feasible(let found, let bounds): return .found(compiled.twinning(found, bounds))
    }
  }
}

extension SolveOptions {
  /// The same limits, with nobody told.
  fileprivate var quiet: SolveOptions {
    var quiet = SolveOptions()
    quiet.shouldStop = shouldStop
    return quiet
  }

  /// The same options, whose report hears places in ``TwinTier`` and values in the tiers' own sense.
  fileprivate func told(_ tiers: [TwinTier]) -> SolveOptions {
    guard let report else { return self }
    var told = self
    told.report = { progress in
      let tier = tiers[progress.tier]
      let sign = tier.isMaximised ? -1 : 1
      var progress = progress
      progress.tier = TwinTier.allCases.firstIndex(of: tier) ?? 0
      progress.value = progress.value.map { sign * $0 }
      progress.bound = progress.bound.map { sign * $0 }
      report(progress)
    }
    return told
  }
}

extension TwinCompiler {
  /// The twinning that a selection stands for; tiers that were not optimised have no bound.
  fileprivate func twinning(_ found: Incumbent, _ bounds: [Int?]) -> Twinning {
    let chosen = zip(pairs, column).filter { $1 >= 0 && found.value[$1] == 1 }.map(\.0).sorted()
    var twinning = Twinning(chosen, pairing)
    for (place, tier) in tiers.enumerated() {
      let sign = tier.isMaximised ? -1 : 1
      assert(twinning.value(of: tier) == sign * found.tierValues[place], "\(tier)")
      twinning.prove(tier, bound: bounds[place].map { sign * $0 })
    }
    return twinning
  }
}
