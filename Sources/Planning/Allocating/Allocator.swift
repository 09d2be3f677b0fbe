package import MobilityModel
package import Selection

/// Finds the best plan of a round.
package struct Allocator: Sendable {
  private let tables: RoundTables
  private let mechanism: Mechanism
  private let say: @Sendable (String) -> Void

  /// - Parameters:
  ///   - round: the round.
  ///   - mostChanges: the most published placements that may change; `nil` is no bound.
  ///   - mechanism: by what the plan is chosen.
  ///   - say: told what a mechanism is doing, in a few words.
  package init(
    round: Round, mostChanges: Int? = nil, mechanism: Mechanism = .best,
    saying say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    tables = RoundTables(round, mostChanges: mostChanges)
    self.mechanism = mechanism
    self.say = say
  }

  /// The plan that the mechanism asks for, best tier by tier among those that it leaves, with its proof,
  /// or why there is none.
  ///
  /// Values that `options.report` is told are in the tiers' own sense, its tier an index into the
  /// round's objective. For an infeasible round smallest sets of clashing rules are
  /// searched.
  ///
  /// - Parameter options: when to stop, and whom to tell.
  /// - Returns: the outcome, the same on every run that is not stopped.
  /// - Throws: ``PlanningError``, before any search, when sums could leave the 64-bit range.
  package func allocate(options: SolveOptions = SolveOptions()) throws(PlanningError)
    -> AllocationOutcome
  {
    if hasHopelessLock { return .infeasible(try infeasibility(options)) }
    return try explained(try outcome(options: options), options)
  }

  /// The same for the best plan, with what finding it teaches for rounds much like this one.
  ///
  /// - Parameter options: when to stop, whom to tell, and what other rounds have taught.
  /// - Returns: the outcome, the same on every run that is not stopped and knows the same, with lessons
  ///   where it is proven and the round is not too large for them.
  /// - Throws: ``PlanningError``, before any search, when sums could leave the 64-bit range.
  package func learn(
    options: SolveOptions = SolveOptions()
  ) throws(PlanningError) -> (outcome: AllocationOutcome, lessons: Lessons?) {
    if hasHopelessLock { return (.infeasible(try infeasibility(options)), nil) }
    let (outcome, lessons) = try learnBest(options: options)
    return (try explained(outcome, options), lessons)
  }

  private func explained(
    _ outcome: BareOutcome, _ options: SolveOptions
  ) throws(PlanningError) -> AllocationOutcome {
    switch outcome {
    case .optimal(let allocation): .optimal(allocation)
    case .feasible(let allocation): .feasible(allocation)
    case .unknown: .unknown
    case .infeasible: .infeasible(try infeasibility(options))
    }
  }

  /// Whether any plan keeps the hard rules, locks among them, and what clashes if none does.
  ///
  /// - Parameter options: when to stop.
  /// - Returns: the answer, the same on every run that is not stopped.
  /// - Throws: ``PlanningError``, before any search, when sums could leave the 64-bit range.
  package func feasibility(options: SolveOptions = SolveOptions()) throws(PlanningError)
    -> Feasibility
  {
    if hasHopelessLock { return .infeasible(try infeasibility(options)) }
    let compilation = try Compiler.compile(tables, tiers: [], ignoring: [])
    switch Solver(problem: compilation.problem).solve(options: options) {
    case .optimal, .feasible: return .feasible
    case .infeasible: return .infeasible(try infeasibility(options))
    case .unknown: return .unknown
    }
  }

  /// Whether some application is locked that no session takes.
  private var hasHopelessLock: Bool {
    tables.round.isLocked.enumerated().contains { application, isLocked in
      isLocked && tables.options.range(ofApplication: application).isEmpty
    }
  }

  private func infeasibility(_ options: SolveOptions) throws(PlanningError) -> Infeasibility {
    do {
      var finder = ClashFinder(tables.loosened, options: options)
      return try finder.infeasibility()
    } catch {
      // The round can be counted exactly, but not with the options that its rules refuse.
      var finder = ClashFinder(tables, options: options)
      return try finder.infeasibility()
    }
  }

  /// As ``AllocationOutcome``, without a reason where there is no plan.
  enum BareOutcome { case optimal(Allocation), feasible(Allocation), infeasible, unknown }

  /// The plan that the mechanism asks for, or that there is none.
  func outcome(options: SolveOptions) throws(PlanningError) -> BareOutcome {
    if case .best = mechanism { return try best(options: options) }
    let run = try MechanismRun(tables, options: options, say: say)
    switch mechanism {
    case .best, .rank: return RankMaximal(run).outcome()
    case .equal(let key):
      var search = EqualSearch(run, over: key)
      return search.outcome()
    case .merit:
      var search = try MeritSearch(run)
      return search.outcome()
    }
  }

  private func best(options: SolveOptions) throws(PlanningError) -> BareOutcome {
    let compilation =
      options.lessons == nil
      ? try Compiler.compile(tables, tiers: tables.round.settings.objective, ignoring: [])
      : try Compiler.compileWithKeys(tables)
    let solver = Solver(problem: compilation.problem)
    return compilation.outcome(solver.solve(options: compilation.telling(options)))
  }

  /// The best plan, without a reason where there is none, and what finding it teaches.
  func learnBest(
    options: SolveOptions
  ) throws(PlanningError) -> (outcome: BareOutcome, lessons: Lessons?) {
    let compilation = try Compiler.compileWithKeys(tables)
    let solver = Solver(problem: compilation.problem)
    let (outcome, lessons) = solver.learn(options: compilation.telling(options))
    return (compilation.outcome(outcome), lessons)
  }
}

extension Compilation {
  /// An outcome of the problem in terms of plans.
  fileprivate func outcome(_ outcome: Outcome) -> Allocator.BareOutcome {
    switch outcome {
    case .optimal(let incumbent):
      .optimal(allocation(incumbent, bounds: incumbent.tierValues))
    case .feasible(let incumbent, let bounds): .feasible(allocation(incumbent, bounds: bounds))
    case .infeasible: .infeasible
    case .unknown: .unknown
    }
  }
}

extension Compilation {
  /// What a selection is worth, in the contract's own sense.
  ///
  /// - Parameters:
  ///   - incumbent: the selection, with its costs in the steps and tiers.
  ///   - bounds: what is known of these.
  ///   - steps: what was asked for before the tiers; the last ones are the problem's own.
  ///   - count: how many steps the problem has.
  /// - Returns: the plan with its values and bounds.
  func allocation(
    _ incumbent: Incumbent, bounds: [Int?], after steps: [MechanismStep] = [], own count: Int = 0
  ) -> Allocation {
    var isProven = steps.allSatisfy(\.isProven)
    let known = zip(incumbent.tierValues, bounds).dropFirst(count).enumerated()
    let results = known.map { place, known in
      let (cost, bound) = known
      isProven = isProven && bound == cost
      return TierResult(
        tier: tiers[place], value: self.value(ofTier: place, cost: cost),
        bound: bound.map { self.value(ofTier: place, cost: $0) }, isProven: isProven)
    }
    return Allocation(
      plan: plan(of: incumbent.value), tiers: results, steps: steps, selection: incumbent.value)
  }

  /// The same options, whose report hears the contract's own values.
  ///
  /// - Parameters:
  ///   - options: the options of the run.
  ///   - steps: what is solved for before the tiers.
  ///   - say: told where these stand.
  /// - Returns: options for a problem with these steps.
  func telling(
    _ options: SolveOptions, after steps: [MechanismStep.Kind] = [],
    say: @escaping @Sendable (String) -> Void = { _ in }
  ) -> SolveOptions {
    guard let report = options.report else { return options }
    var told = options
    told.report = { progress in
      if progress.tier < steps.count { return say(steps[progress.tier].name) }
      var progress = progress
      progress.tier -= steps.count
      progress.value = progress.value.map { value(ofTier: progress.tier, cost: $0) }
      progress.bound = progress.bound.map { value(ofTier: progress.tier, cost: $0) }
      report(progress)
    }
    return told
  }
}
