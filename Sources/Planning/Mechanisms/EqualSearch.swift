import MobilityModel
import Selection
import Synchronization

/// Makes the shares of a key's values leximin: the smallest as large as can be, then the second
/// smallest, and so on.
///
/// Sorted shares are compared by counting: of two plans that one is better which, at the first share
/// where they differ, has fewer values below it. So the steps are such counts, at those shares where the
/// least count there can be changes; each is found and proven by the solver, and held by rows in all
/// steps after it. Any rules will do: nothing is asked of the set of plans.
struct EqualSearch {
  private let run: MechanismRun
  private let all: EqualShares
  /// Steps that are proven: a place in `all.shares`, and the fewest values below that share.
  private var steps: [(share: Int, below: Int)] = []
  /// A plan that keeps the steps.
  private var plan: Plan?
  /// The first share that no plan is known to reach with as many below it as below the last step's.
  private var ceiling: Int
  /// The most that any plan places of all; `nil` while nothing is known.
  private var total: Int?
  /// How often a probe may ask whether to stop until it is left open; `nil` for as long as it takes.
  private var patience: Int? = EqualSearch.leastPatience
  /// What a probe that was left open has come to mean: the best plan without its answer.
  private var provisional: Allocator.BareOutcome?

  /// The total need not be known more exactly than this, for its part of it.
  private static let totalGap = 0.001
  /// A probe may take so many times as long as the longest one that was answered.
  private static let patienceFactor = 4
  private static let leastPatience = 20_000

  init(_ run: MechanismRun, over key: FilterKey) {
    self.run = run
    all = EqualShares(over: key, run.tables, run.compilation)
    ceiling = all.shares.count
  }

  /// What became of a search for a plan with few values below a share.
  private enum Probe { case found, none, open, infeasible }

  /// Finds step after step.
  ///
  /// A probe that takes long is left open at first, and the best plan is made with what is reached, so
  /// that a run that is stopped has a good one; then the probe is given all the time there is.
  mutating func outcome() -> Allocator.BareOutcome {
    findTotal()
    while count < all.members.count {
      switch nextStep() {
      case .found: continue
      case .none: return finished(isOpen: false)
      case .infeasible: return .infeasible
      case .open:
        if patience == nil || run.options.shouldStop() {
          return provisional ?? stopped(isOpen: true)
        }
        provisional = finished(isOpen: true)
        patience = nil
      }
    }
    return finished(isOpen: false)
  }

  /// Bounds how many can be placed at all: where shares add up to more, a probe is answered at once that
  /// would take long otherwise, and the plan is a good one to start from.
  private mutating func findTotal() {
    run.say("placements of all")
    var problem = SteppedProblem(run.compilation.problem)
    problem.addStep(
      all.members.flatMap(\.placed).map { SelectionProblem.Term($0.column, -$0.coefficient) })
    var options = SolveOptions()
    options.shouldStop = run.options.shouldStop
    options.relativeGap = Self.totalGap
    switch Solver(problem: problem.problem(withTiers: false)).solve(options: options) {
    case .optimal(let incumbent):
      total = -incumbent.tierValues[0]
      plan = run.compilation.plan(of: incumbent.value)
    case .feasible(let incumbent, let bounds):
      total = bounds[0].map { -$0 }
      plan = run.compilation.plan(of: incumbent.value)
    case .infeasible, .unknown: break
    }
  }

  /// The round, with what is known of the total.
  private var bounded: SteppedProblem {
    var problem = SteppedProblem(run.compilation.problem)
    if let total { problem.addRow(upper: total, all.members.flatMap(\.placed)) }
    return problem
  }

  /// Values below the share of the last step.
  private var count: Int { steps.last?.below ?? 0 }

  /// The last share that this plan reaches but for as many values as the steps leave below.
  private var reached: Int {
    max(steps.last?.share ?? -1, plan.map { all.reached(by: $0, butFor: count) } ?? -1)
  }

  /// Finds the last share that no more values stay below than below the one before, and then how many
  /// stay below the next one.
  ///
  /// - Returns: `.found` if there was such a share, `.none` if no share is left.
  private mutating func nextStep() -> Probe {
    var low = reached
    while ceiling - low > 1 {
      let middle = low + (ceiling - low) / 2
      switch probe(middle, atMost: count) {
      case .found: low = max(middle, reached)
      case .none: ceiling = middle
      case let other: return other
      }
    }
    if low > steps.last?.share ?? -1 { steps.append((low, count)) }
    if ceiling == all.shares.count { return .none }
    for below in count + 1...all.members.count {
      switch probe(ceiling, atMost: below) {
      case .found:
        steps.append((ceiling, below))
        (ceiling, provisional) = (all.shares.count, nil)
        patience = patience ?? Self.leastPatience
        return .found
      case .none: continue
      case let other: return other
      }
    }
    // All values may stay below it, so the last of these is never `.none`.
    return .open
  }

  /// Whether a plan that keeps the steps has at most `most` values below a share.
  ///
  /// What it is short of that is minimised, and is 0 where there is one: that shows the search the way.
  private mutating func probe(_ share: Int, atMost most: Int) -> Probe {
    run.say("shares of \(all.shares[share].text) for all but \(most)")
    var problem = bounded
    let level = EqualShares.Level(share: all.shares[share], below: most)
    let short = all.add(levels + [level], to: &problem, isShort: true)
    problem.addStep(short.map { SelectionProblem.Term($0) })
    let (bound, asked) = (Largest(), Largest())
    var options = SolveOptions()
    let (shouldStop, patience) = (run.options.shouldStop, patience)
    options.shouldStop = {
      let isTooLong = patience.map { asked.next() > $0 } ?? false
      return bound.value > 0 || isTooLong || shouldStop()
    }
    options.report = { progress in bound.raise(to: progress.bound ?? 0) }
    let isFound: Bool
    switch Solver(problem: problem.problem(withTiers: false)).solve(options: options) {
    case .infeasible: return .infeasible
    case .optimal(let incumbent): isFound = note(incumbent)
    case .feasible(let incumbent, _):
      isFound = note(incumbent)
      if !isFound && bound.value <= 0 { return .open }
    case .unknown:
      if bound.value <= 0 { return .open }
      isFound = false
    }
    self.patience = patience.map { max($0, Self.patienceFactor * asked.value) }
    return isFound ? .found : .none
  }

  /// Keeps a plan that was asked for, or reaches more.
  private mutating func note(_ incumbent: Incumbent) -> Bool {
    let new = run.compilation.plan(of: incumbent.value)
    let isFound = incumbent.tierValues[0] == 0
    if isFound || plan == nil || all.reached(by: new, butFor: count) > reached { plan = new }
    return isFound
  }

  // MARK: Answers

  /// The best plan with all steps and, where the next one is open, with the share that is reached.
  private func finished(isOpen: Bool) -> Allocator.BareOutcome {
    var levels = levels
    if isOpen, reached > steps.last?.share ?? -1 {
      levels.append(EqualShares.Level(share: all.shares[reached], below: count))
    }
    var problem = bounded
    _ = all.add(levels, to: &problem, isShort: false)
    switch run.finish(problem, after: results(levels) + (isOpen ? [openStep] : [])) {
    case .optimal(let allocation): return .optimal(allocation)
    case .feasible(let allocation): return .feasible(counting(allocation, isOpen: isOpen))
    case .infeasible: return .infeasible
    case .unknown: return stopped(isOpen: isOpen)
    }
  }

  /// The best that is known when the search is stopped.
  private func stopped(isOpen: Bool) -> Allocator.BareOutcome {
    guard let plan else { return .unknown }
    let steps = results(levels) + (isOpen ? [openStep] : [])
    return .feasible(counting(run.unproven(plan, after: steps), isOpen: isOpen))
  }

  /// The share after the one that is reached: what stays below it, and that no more need to, is not
  /// known.
  private var openStep: MechanismStep {
    let share = all.shares[min(reached + 1, all.shares.count - 1)]
    return MechanismStep(kind: .below(share), value: 0, bound: count, isProven: false)
  }

  /// The same with the number in the open step that the plan has.
  private func counting(_ allocation: Allocation, isOpen: Bool) -> Allocation {
    var allocation = allocation
    guard isOpen, let last = allocation.steps.indices.last,
      case .below(let share) = allocation.steps[last].kind
    else { return allocation }
    allocation.steps[last].value = all.shares(of: allocation.plan).count { $0 < share }
    return allocation
  }

  private var levels: [EqualShares.Level] {
    steps.map { EqualShares.Level(share: all.shares[$0.share], below: $0.below) }
  }

  private func results(_ levels: [EqualShares.Level]) -> [MechanismStep] {
    levels.map {
      MechanismStep(kind: .below($0.share), value: $0.below, bound: $0.below, isProven: true)
    }
  }
}

/// The largest number that was told, or how often it was asked for, from 0.
private final class Largest: Sendable {
  private let largest = Atomic(0)

  var value: Int { largest.load(ordering: .relaxed) }

  func raise(to value: Int) { largest.max(value, ordering: .relaxed) }

  /// One more than before.
  func next() -> Int { largest.add(1, ordering: .relaxed).newValue }
}
