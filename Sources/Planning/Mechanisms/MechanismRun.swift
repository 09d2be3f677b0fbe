import MobilityModel
import Selection

/// What the mechanisms have in common: a compiled round, and how it is solved after their steps.
struct MechanismRun {
  let tables: RoundTables
  /// Compiled with the round's own tiers.
  let compilation: Compilation
  let options: SolveOptions
  /// Told what is being done.
  let say: @Sendable (String) -> Void

  init(
    _ tables: RoundTables, options: SolveOptions, say: @escaping @Sendable (String) -> Void
  ) throws(PlanningError) {
    self.tables = tables
    self.options = options
    self.say = say
    compilation = try Compiler.compile(
      tables, tiers: tables.round.settings.objective, ignoring: [])
  }

  var round: Round { tables.round }

  /// What the steps of a problem, and the round's own tiers behind them, give.
  ///
  /// - Parameters:
  ///   - problem: the round with its steps.
  ///   - kinds: what these are.
  ///   - before: steps that were taken before, and that the problem's rows keep.
  /// - Returns: the best plan with its steps and tiers, or that there is none.
  func finish(
    _ problem: SteppedProblem, _ kinds: [MechanismStep.Kind] = [],
    after before: [MechanismStep] = []
  ) -> Allocator.BareOutcome {
    let told = compilation.telling(options, after: kinds, say: say)
    switch Solver(problem: problem.problem(withTiers: true)).solve(options: told) {
    case .optimal(let incumbent):
      let best = allocation(incumbent, incumbent.tierValues, kinds, before)
      return before.allSatisfy(\.isProven) ? .optimal(best) : .feasible(best)
    case .feasible(let incumbent, let bounds):
      return .feasible(allocation(incumbent, bounds, kinds, before))
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    }
  }

  private func allocation(
    _ incumbent: Incumbent, _ bounds: [Int?], _ kinds: [MechanismStep.Kind],
    _ before: [MechanismStep]
  ) -> Allocation {
    var isProven = before.allSatisfy(\.isProven)
    let steps = kinds.enumerated().map { place, kind in
      let cost = incumbent.tierValues[place]
      isProven = isProven && bounds[place] == cost
      var step = MechanismStep(kind: kind, value: cost, bound: bounds[place], isProven: isProven)
      if step.isMaximised { (step.value, step.bound) = (-cost, step.bound.map { -$0 }) }
      return step
    }
    return compilation.allocation(
      incumbent, bounds: bounds, after: before + steps, own: kinds.count)
  }

  /// A plan of which nothing is proven but what the steps say.
  func unproven(_ plan: Plan, after steps: [MechanismStep]) -> Allocation {
    let values = PlanReview(tables, plan).values
    let tiers = zip(compilation.tiers, values).map {
      TierResult(tier: $0, value: $1, bound: nil, isProven: false)
    }
    return Allocation(plan: plan, tiers: tiers, steps: steps)
  }
}

extension PlanReview {
  /// What the plan is worth in each tier of the objective, in the tiers' own sense.
  var values: [Int] {
    var sums = costs.zero
    for option in plan.placements { costs.add(option, to: &sums) }
    return costs.tiers.enumerated().map { place, tier in
      if tier == .targets {
        return limitUses().reduce(0) { WholeNumbers.sum($0, $1.missed) }
      }
      return costs.value(of: tier, cost: sums[place])
    }
  }
}
