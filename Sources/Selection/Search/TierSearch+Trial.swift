/// The choice of a column to branch on.
extension TierSearch {
  struct Candidate {
    var column: Int
    var value: Double
    var score: Double
  }

  private static let mostTried = 8
  private static let trialPivots = 20
  /// Trials in a row that may end without a better column.
  private static let mostMisses = 3
  private static let mostTriedSwitches = 8
  private static let switchTrialPivots = 30

  /// The fractional switch or count whose decision promises most; each is tried on both sides,
  /// since few decisions of this kind settle nearly everything else.
  ///
  /// - Returns: `nil` if every switch is whole.
  mutating func branchSwitch() -> Candidate? {
    var candidates = fractionalColumns { branching.isSwitch[$0] }
    candidates.sort { ($1.score, $0.column) < ($0.score, $1.column) }
    for candidate in candidates.prefix(Self.mostTriedSwitches)
    where !branching.isReliable(candidate.column) {
      tryBoth(candidate, pivots: Self.switchTrialPivots)
    }
    let choice = mostPromising(candidates.prefix(Self.mostTriedSwitches))
    return choice.flatMap { isWorthwhile($0) ? $0 : nil }
  }

  /// The fractional column that promises most, of those that were tried, if any.
  ///
  /// What the tier asks for decides its bound: who is placed, where the tier is about that. Where
  /// everybody is placed moves nothing, however often it is tried, so it has to wait.
  ///
  /// - Returns: `nil` if no column is fractional.
  mutating func branchColumn() -> Candidate? {
    var candidates = fractionalColumns { cost[$0] != 0 || branching.isSwitch[$0] }
    if candidates.isEmpty { candidates = fractionalColumns { _ in true } }
    candidates.sort { ($1.score, $0.column) < ($0.score, $1.column) }
    tryColumns(candidates.prefix(Self.mostTried).filter { !branching.isReliable($0.column) })
    let best = candidates.prefix(4 * Self.mostTried)
    return mostPromising(best.filter { branching.isTried($0.column) }) ?? mostPromising(best)
  }

  private mutating func tryColumns(_ candidates: [Candidate]) {
    var best = -Double.infinity
    var misses = 0
    for candidate in candidates where misses < Self.mostMisses {
      tryBoth(candidate, pivots: Self.trialPivots)
      let score = promise(candidate.column, candidate.value)
      misses = score > best ? 0 : misses + 1
      best = max(best, score)
    }
  }

  /// Whether deciding a switch moves the bound by a part of the gap that matters.
  private func isWorthwhile(_ switchChoice: Candidate) -> Bool {
    let fraction = switchChoice.value - switchChoice.value.rounded(.down)
    let gain = max(
      branching.estimate(switchChoice.column, .down, distance: fraction),
      branching.estimate(switchChoice.column, .up, distance: 1 - fraction))
    let gap = incumbentValue == .max ? 0 : Double(incumbentValue) - relaxation.worth(cost)
    return gain >= Self.leastShare * gap
  }

  private static let leastShare = 0.3

  private func mostPromising(_ candidates: some Sequence<Candidate>) -> Candidate? {
    candidates.map { candidate in
      Candidate(
        column: candidate.column, value: candidate.value,
        score: promise(candidate.column, candidate.value))
    }
    .max { ($0.score, $1.column) < ($1.score, $0.column) }
  }

  /// The free column that is farthest from whole, by however little: for a vertex that looks whole
  /// but whose rounding breaks a row.
  func leastWholeColumn() -> Candidate? {
    var best: (column: Int, distance: Double)?
    for column in 0..<cost.count where !domain.isFixed(column) {
      let value = relaxation.value(column)
      let distance = abs(value - value.rounded())
      if best.map({ distance > $0.distance }) ?? true { best = (column, distance) }
    }
    return best.map { Candidate(column: $0.column, value: relaxation.value($0.column), score: 0) }
  }

  private func fractionalColumns(_ isWanted: (Int) -> Bool) -> [Candidate] {
    var found: [Candidate] = []
    for column in 0..<cost.count where !domain.isFixed(column) && isWanted(column) {
      let value = relaxation.value(column)
      let fraction = value - value.rounded(.down)
      if fraction < 1e-6 || fraction > 1 - 1e-6 { continue }
      found.append(Candidate(column: column, value: value, score: promise(column, value)))
    }
    return found
  }

  private func promise(_ column: Int, _ value: Double) -> Double {
    let fraction = value - value.rounded(.down)
    return Branching.score(
      branching.estimate(column, .down, distance: fraction),
      branching.estimate(column, .up, distance: 1 - fraction))
  }

  /// The gain that closes a side: more is not better.
  private var gainThatCloses: Double {
    incumbentValue == .max
      ? .infinity : max(Double(step.size), Double(incumbentValue) - relaxation.objective)
  }

  /// Moves a column to both sides for a few pivots and notes what that brings.
  private mutating func tryBoth(_ candidate: Candidate, pivots: Int) {
    let column = candidate.column
    let floor = Int(candidate.value.rounded(.down))
    let trials = [
      trial(column, domain.lower[column], floor, pivots: pivots),
      trial(column, floor + 1, domain.upper[column], pivots: pivots),
    ]
    let most = gainThatCloses
    let sides = crew.results(of: trials)
    for (side, trial) in zip([Branching.Side.down, .up], sides) {
      let distance = abs(candidate.value - Double(side == .down ? floor : floor + 1))
      branching.record(column, side, gain: min(trial.gain, most), distance: distance)
      relaxation.count(trial.counters)
    }
  }

  /// What a trial brings, and what it takes.
  private struct Trial: Sendable {
    var gain: Double
    var counters: Simplex.Counters
  }

  private func trial(
    _ column: Int, _ lower: Int, _ upper: Int, pivots: Int
  ) -> @Sendable () -> Trial {
    let (start, cutoff, shouldStop) = (relaxation, cutoff, control.shouldStop)
    return {
      var vertex = start
      vertex.setRange(column, lower, upper)
      let result = vertex.optimize(cutoff: cutoff, pivotLimit: pivots, shouldStop: shouldStop)
      var gain = vertex.objective - start.objective
      if case .infeasible = result { gain = max(gain, vertex.objectiveReach) }
      return Trial(gain: gain, counters: vertex.simplex.counters - start.simplex.counters)
    }
  }

  /// Who does what does not hang together, where the program is large enough to make up for handing
  /// it on.
  var crew: any Crew { cost.count < Self.fewestColumns ? OneByOne() : control.crew }

  private static let fewestColumns = 500
}
