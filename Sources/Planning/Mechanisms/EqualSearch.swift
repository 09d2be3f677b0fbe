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
  /// A selection that keeps the steps.
  private var selection: [Int]?

  init(_ run: MechanismRun, over key: FilterKey) {
    self.run = run
    all = EqualShares(over: key, run.tables, run.compilation)
  }

  /// What became of a search for a plan with few values below a share.
  private enum Probe { case found, none, open, infeasible }

  mutating func outcome() -> Allocator.BareOutcome {
    while (steps.last?.below ?? 0) < all.members.count {
      switch nextSteps() {
      case .found: continue
      case .none: return finished()
      case .infeasible: return .infeasible
      case .open: return stopped()
      }
    }
    return finished()
  }

  /// The best plan with all steps.
  private func finished() -> Allocator.BareOutcome {
    var problem = SteppedProblem(run.compilation.problem)
    _ = all.add(levels, to: &problem, isShort: false)
    let outcome = run.finish(problem, after: results)
    if case .unknown = outcome { return stopped() }
    return outcome
  }

  /// Finds the last share that no more values stay below than below the one before, and then how many
  /// stay below the next one.
  ///
  /// - Returns: `.found` if there was such a share, `.none` if no share is left.
  private mutating func nextSteps() -> Probe {
    let count = steps.last?.below ?? 0
    var low = max(steps.last?.share ?? -1, reached(butFor: count))
    var high = all.shares.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      switch probe(middle, atMost: count) {
      case .found: low = max(middle, reached(butFor: count))
      case .none: high = middle
      case let other: return other
      }
    }
    if low > steps.last?.share ?? -1 { steps.append((low, count)) }
    if high == all.shares.count { return .none }
    for below in count + 1...all.members.count {
      switch probe(high, atMost: below) {
      case .found:
        steps.append((high, below))
        return .found
      case .none: continue
      case let other: return other
      }
    }
    // All values may stay below it, so the last of these is never `.none`.
    return .open
  }

  private func reached(butFor count: Int) -> Int {
    selection.map { all.reached(by: $0, butFor: count) } ?? -1
  }

  /// Whether a plan that keeps the steps has at most `count` values below a share.
  ///
  /// What it is short of that is minimised, and is 0 where there is one: that shows the search the way.
  private mutating func probe(_ share: Int, atMost count: Int) -> Probe {
    run.say("shares of \(all.shares[share].text) for all but \(count)")
    var problem = SteppedProblem(run.compilation.problem)
    let level = EqualShares.Level(share: all.shares[share], below: count)
    let short = all.add(levels + [level], to: &problem, isShort: true)
    problem.addStep(short.map { SelectionProblem.Term($0) })
    let isShort = Flag()
    var options = SolveOptions()
    let shouldStop = run.options.shouldStop
    options.shouldStop = { isShort.isSet || shouldStop() }
    options.report = { progress in
      if let bound = progress.bound, bound > 0 { isShort.set() }
    }
    switch Solver(problem: problem.problem(withTiers: false)).solve(options: options) {
    case .infeasible: return .infeasible
    case .optimal(let incumbent):
      return note(incumbent) ? .found : .none
    case .feasible(let incumbent, _):
      if note(incumbent) { return .found }
      return isShort.isSet ? .none : .open
    case .unknown: return isShort.isSet ? .none : .open
    }
  }

  /// Keeps a selection that is short of nothing; one that is, only where there is no other.
  private mutating func note(_ incumbent: Incumbent) -> Bool {
    let isFound = incumbent.tierValues[0] == 0
    if isFound || selection == nil { selection = incumbent.value }
    return isFound
  }

  private var levels: [EqualShares.Level] {
    steps.map { EqualShares.Level(share: all.shares[$0.share], below: $0.below) }
  }

  private var results: [MechanismStep] {
    levels.map {
      MechanismStep(kind: .below($0.share), value: $0.below, bound: $0.below, isProven: true)
    }
  }

  /// The best that is known when the search is stopped.
  ///
  /// The next step, of which nothing is proven, says that not all are.
  private func stopped() -> Allocator.BareOutcome {
    guard let selection else { return .unknown }
    let count = steps.last?.below ?? 0
    var results = results
    let next = reached(butFor: count) + 1
    if next < all.shares.count, count < all.members.count {
      let share = all.shares[next]
      let below = all.shares(of: selection).count { $0 < share }
      results.append(
        MechanismStep(kind: .below(share), value: below, bound: count, isProven: false))
    }
    return run.unproven(run.compilation.plan(of: selection), after: results)
  }
}

/// Set once, from wherever.
private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}
