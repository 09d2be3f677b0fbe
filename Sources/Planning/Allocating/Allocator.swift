package import MobilityModel
package import Selection

/// Finds the best plan of a round.
package struct Allocator: Sendable {
  private let tables: RoundTables

  /// - Parameters:
  ///   - round: the round.
  ///   - mostChanges: the most published placements that may change; `nil` is no bound.
  package init(round: Round, mostChanges: Int? = nil) {
    tables = RoundTables(round, mostChanges: mostChanges)
  }

  /// The best plan tier by tier with its proof, or why there is none.
  ///
  /// Values that `options.report` is told are in the tiers' own sense, its tier an index into the
  /// round's objective. For an infeasible round a smallest set of clashing rules is searched.
  ///
  /// - Parameter options: when to stop, and whom to tell.
  /// - Returns: the outcome, the same on every run that is not stopped.
  /// - Throws: ``PlanningError``, before any search, when sums could leave the 64-bit range.
  package func allocate(options: SolveOptions = SolveOptions()) throws(PlanningError)
    -> AllocationOutcome
  {
    switch try outcome(options: options) {
    case .optimal(let allocation): return .optimal(allocation)
    case .feasible(let allocation): return .feasible(allocation)
    case .unknown: return .unknown
    case .infeasible:
      var finder = ClashFinder(tables, options: options)
      return .infeasible(try finder.clash())
    }
  }

  /// As ``AllocationOutcome``, without a reason where there is no plan.
  enum BareOutcome { case optimal(Allocation), feasible(Allocation), infeasible, unknown }

  /// The best plan tier by tier, or that there is none.
  func outcome(options: SolveOptions) throws(PlanningError) -> BareOutcome {
    let compilation = try Compiler.compile(
      tables, tiers: tables.round.settings.objective, ignoring: [])
    switch Solver(problem: compilation.problem).solve(options: compilation.telling(options)) {
    case .optimal(let incumbent):
      return .optimal(compilation.allocation(incumbent, bounds: incumbent.tierValues))
    case .feasible(let incumbent, let bounds):
      return .feasible(compilation.allocation(incumbent, bounds: bounds))
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    }
  }
}

extension Compilation {
  /// What a selection is worth, in the contract's own sense.
  func allocation(_ incumbent: Incumbent, bounds: [Int?]) -> Allocation {
    var isProven = true
    let results = tiers.indices.map { place in
      let cost = incumbent.tierValues[place]
      isProven = isProven && bounds[place] == cost
      return TierResult(
        tier: tiers[place], value: value(ofTier: place, cost: cost),
        bound: bounds[place].map { value(ofTier: place, cost: $0) }, isProven: isProven)
    }
    return Allocation(
      plan: plan(of: incumbent.value), tiers: results, selection: incumbent.value)
  }

  /// The same options, whose report hears the contract's own values.
  func telling(_ options: SolveOptions) -> SolveOptions {
    guard let report = options.report else { return options }
    var told = options
    told.report = { progress in
      var progress = progress
      progress.value = progress.value.map { value(ofTier: progress.tier, cost: $0) }
      progress.bound = progress.bound.map { value(ofTier: progress.tier, cost: $0) }
      report(progress)
    }
    return told
  }
}
