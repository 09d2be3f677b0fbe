import MobilityModel
import Selection

/// Gives turns in the order of points, and each the best offer that some plan has beside those given
/// before.
///
/// Those with as many points take their turns together, by deferred acceptance: whoever is refused
/// elsewhere asks for the next offer, and where an offer can only be had in place of somebody of the
/// same block in that session with a lower lot, that one has to go on. At the end of a block nobody of
/// it is left with a better offer that some plan has beside all that the others have.
///
/// So, whatever the rules, nobody envies a person with fewer points, and no seat is wasted: a plan in
/// which such a seat changes hands would be one that has the better offer beside all that was given
/// before. Where seats alone tie applications together, the result is the applicant-optimal stable
/// matching, lots included.
///
/// Source: D. Gale and L. S. Shapley, "College admissions and the stability of marriage", American
/// Mathematical Monthly 69 (1962) 9-15; with rules of any kind, serial dictatorship over the plans.
struct MeritSearch {
  private let run: MechanismRun
  private let turns: Turns
  private var plans: PlanOracle
  /// Turns of the blocks that are done.
  private var taken = 0

  init(_ run: MechanismRun) throws(PlanningError) {
    self.run = run
    turns = Turns(run.tables, run.compilation)
    plans = try PlanOracle(run, turns)
  }

  mutating func outcome() -> Allocator.BareOutcome {
    switch plans.start() {
    case .infeasible: return .infeasible
    case .open: return .unknown
    case .found: break
    }
    for block in turns.blocks {
      run.say("turns  \(taken) of \(turns.count)")
      var acceptance = Acceptance(block)
      guard acceptance.settle(&plans) else { return stopped() }
      taken += block.count
    }
    var problem = SteppedProblem(run.compilation.problem)
    for offer in plans.taken { problem.addRow(lower: 1, offer.columns.map { .init($0) }) }
    let outcome = run.finish(problem, after: [step])
    if case .unknown = outcome { return stopped() }
    return outcome
  }

  private var step: MechanismStep {
    MechanismStep(
      kind: .turns, value: taken, bound: turns.count, isProven: taken == turns.count)
  }

  private func stopped() -> Allocator.BareOutcome {
    .feasible(run.unproven(run.compilation.plan(of: plans.witness), after: [step]))
  }
}

/// Deferred acceptance among turns with as many points.
private struct Acceptance {
  private let block: [Turn]
  /// The offer that a turn holds, or as many as there are if it holds none; indexed by turn.
  private var held: [Int]
  /// The first offer that has not refused a turn.
  private var next: [Int]

  init(_ block: [Turn]) {
    self.block = block
    held = block.map(\.offers.count)
    next = Array(repeating: 0, count: block.count)
  }

  /// Gives every turn its offer.
  ///
  /// - Returns: `false` if a limit stopped the search.
  mutating func settle(_ plans: inout PlanOracle) -> Bool {
    var waiting = Array(block.indices.reversed())
    while let turn = waiting.popLast() {
      guard let refused = ask(turn, &plans) else { return false }
      waiting += refused
    }
    while block.count > 1 {
      guard let isChanged = improve(&plans) else { return false }
      if !isChanged { break }
    }
    return true
  }

  private func offer(_ turn: Int) -> Turn.Offer? {
    held[turn] < block[turn].offers.count ? block[turn].offers[held[turn]] : nil
  }

  /// Gives a turn the best offer that it can have.
  ///
  /// - Returns: turns that have to ask again; `nil` if a limit stopped the search.
  private mutating func ask(_ turn: Int, _ plans: inout PlanOracle) -> [Int]? {
    let offers = block[turn].offers
    guard let free = plans.best(of: offers[next[turn]...]) else { return nil }
    for place in next[turn]..<free {
      for rival in rivals(of: offers[place]) {
        guard let other = offer(rival) else { continue }
        plans.release(other)
        guard let best = plans.best(of: offers[place...place]) else { return nil }
        guard best == place else {
          plans.take(other)
          continue
        }
        plans.take(offers[place])
        (held[turn], next[turn]) = (place, place)
        (held[rival], next[rival]) = (block[rival].offers.count, next[rival] + 1)
        return [rival]
      }
    }
    (held[turn], next[turn]) = (free, free)
    if let offer = offer(turn) { plans.take(offer) }
    return []
  }

  /// Those who are in the session by a lower lot, the lowest first.
  private func rivals(of wanted: Turn.Offer) -> [Int] {
    block.indices.filter { turn in
      offer(turn).map { $0.session == wanted.session && $0.lot < wanted.lot } ?? false
    }.sorted { (offer($0)?.lot ?? 0, $0) < (offer($1)?.lot ?? 0, $1) }
  }

  /// Gives turns better offers that can be had beside all that the others hold.
  ///
  /// - Returns: whether there was one; `nil` if a limit stopped the search.
  private mutating func improve(_ plans: inout PlanOracle) -> Bool? {
    var isChanged = false
    for turn in block.indices {
      let own = offer(turn)
      if let own { plans.release(own) }
      guard let best = plans.best(of: block[turn].offers[..<held[turn]]) else { return nil }
      if best < held[turn] { (held[turn], isChanged) = (best, true) }
      if let offer = offer(turn) { plans.take(offer) }
    }
    return isChanged
  }
}
