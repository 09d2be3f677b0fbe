import MobilityModel
import Selection

/// Answers whether some plan has an offer beside all that is taken.
///
/// It keeps one such plan at hand, its *witness*. Most answers come from that plan or from the rows
/// alone; for the others the round is solved, with the rest of the turns in mind, so that the next
/// answers are more likely to be at hand.
struct PlanOracle {
  enum Answer { case found, infeasible, open }

  /// In the order in which they were taken.
  private(set) var taken: [Turn.Offer] = []
  private let run: MechanismRun
  /// The round's rules without its tiers.
  private let base: SelectionProblem
  /// What a plan is worth that does well by the turns in their order.
  private let worth: [SelectionProblem.Term]
  /// The columns of participants in a session.
  private var columns: [Int32: [SelectionProblem.Column]] = [:]
  private var use: RowUse?

  init(_ run: MechanismRun, _ turns: Turns) throws(PlanningError) {
    self.run = run
    base = try Compiler.compile(run.tables, tiers: [], ignoring: []).problem
    var worth: [SelectionProblem.Term] = []
    for (place, turn) in turns.blocks.joined().enumerated() {
      for (rank, offer) in turn.offers.enumerated() {
        let value = (turns.count - place) * max(1, Self.ranks - rank)
        worth += offer.columns.map { SelectionProblem.Term($0, -value) }
        columns[offer.session, default: []] += offer.columns
      }
    }
    self.worth = worth
  }

  /// So many offers of a turn are told apart in what a plan is worth.
  private static let ranks = 8
  /// A witness need not be the best one, which takes longer than what it saves.
  private static let gap = 0.05

  var witness: [Int] { use?.witness ?? [] }

  /// Finds a first plan.
  mutating func start() -> Answer { solve(nil) }

  mutating func take(_ offer: Turn.Offer) {
    taken.append(offer)
    use?.take(offer)
  }

  mutating func release(_ offer: Turn.Offer) {
    guard let place = taken.lastIndex(of: offer) else { return }
    taken.remove(at: place)
    use?.release(offer)
  }

  /// The first offer that some plan has beside all that is taken; the end of `offers` if there is none.
  ///
  /// - Returns: its place; `nil` if a limit stopped the search.
  mutating func best(of offers: ArraySlice<Turn.Offer>) -> Int? {
    if run.options.shouldStop() { return nil }
    let possible = offers.indices.filter { !(use?.isTooMuch(offers[$0]) ?? false) }
    guard let first = possible.first else { return offers.endIndex }
    let held = heldOffer(offers, possible)
    if held == first { return first }
    let others = columns[offers[first].session] ?? []
    if use?.moveIn(offers[first], insteadOf: others) ?? false { return first }
    let better = possible.prefix { $0 != held }.map { offers[$0] }
    switch solve(better) {
    case .open: return nil
    case .infeasible: return held ?? offers.endIndex
    case .found: return heldOffer(offers, possible)
    }
  }

  private func heldOffer(_ offers: ArraySlice<Turn.Offer>, _ places: [Int]) -> Int? {
    places.first { use?.holds(offers[$0]) ?? false }
  }

  /// Finds a plan with all that is taken and the best of some offers, where they are given.
  private mutating func solve(_ offers: [Turn.Offer]?) -> Answer {
    var problem = SteppedProblem(base)
    for offer in taken { problem.addRow(lower: 1, offer.columns.map { .init($0) }) }
    if let offers {
      problem.addRow(lower: 1, offers.flatMap { $0.columns.map { .init($0) } })
      problem.addStep(
        offers.enumerated().flatMap { place, offer in
          offer.columns.map { SelectionProblem.Term($0, place) }
        })
    }
    problem.addStep(worth)
    var options = SolveOptions()
    options.shouldStop = run.options.shouldStop
    // Less than one place in the list of offers.
    options.relativeGap = min(Self.gap, 0.5 / Double((offers?.count ?? 0) + 1))
    switch Solver(problem: problem.problem(withTiers: false)).solve(options: options) {
    case .infeasible: return .infeasible
    case .unknown: return .open
    case .optimal(let incumbent): note(incumbent)
    case .feasible(let incumbent, let bounds):
      // Which offer is the best one has to be proven.
      if offers != nil, bounds[0] != incumbent.tierValues[0] { return .open }
      note(incumbent)
    }
    return .found
  }

  private mutating func note(_ incumbent: Incumbent) {
    if use == nil {
      use = RowUse(base, witness: incumbent.value)
    } else {
      use?.use(incumbent.value)
    }
  }
}
