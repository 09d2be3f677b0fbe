/// Builds a plan along a fractional selection and prices, and improves it step by step.
///
/// Everything is decided in a fixed order and by counted work, so the same problem gives the same
/// plan.
struct PlanSearch {
  var state: PlanState
  /// Share of each option in the fractional selection.
  let share: [Float]
  /// Reduced cost of each option: what is wanted least first is the highest.
  let guide: [Float]
  private let countShare: [Double]
  let shouldStop: () -> Bool
  /// Options of a slot in rising order of guide, worked out when they are asked for.
  private(set) var sorted: [Int32] = []
  let problem: CoupledProblem
  let addends: Addends

  init(
    _ state: PlanState, share: [Float], guide: [Float], countShare: [Double],
    shouldStop: @escaping () -> Bool
  ) {
    self.state = state
    problem = state.problem
    addends = Addends(state.problem)
    self.share = share
    self.guide = guide
    self.countShare = countShare
    self.shouldStop = shouldStop
  }

  /// Slots that decide for themselves.
  var leaders: [Int] {
    (0..<problem.slotCount).filter {
      !state.links.isFollower[$0] && !problem.options(of: $0).isEmpty
    }
  }

  // MARK: Building

  /// Decides all counts near the fractional ones, then fills slot after slot.
  mutating func build() {
    decideCounts()
    fill()
    settle()
    fill()
  }

  private mutating func decideCounts() {
    var sums = [Double](repeating: 0, count: problem.sumCount)
    for option in 0..<problem.optionCount where share[option] > 0 {
      for entry in problem.entries(of: option) {
        sums[Int(problem.entrySum[entry])] +=
          Double(share[option]) * Double(problem.entryCoefficient[entry])
      }
    }
    for cluster in state.clusters.clusters.indices {
      decide(cluster) { sums[$0] }
    }
  }

  /// Takes the counts with which the sums miss their rows least; of equal ones those nearest to the
  /// fractional counts.
  private mutating func decide(
    _ cluster: Int, shortage: Double = 1, sums: (Int) -> Double
  ) {
    let members = state.clusters.clusters[cluster]
    var best: [Int]?
    var bestCost = Double.infinity
    for values in members.combinations {
      var cost = state.missed(cluster, values, shortage: shortage, sums: sums)
      for (count, value) in zip(members.counts, values) {
        cost += 0.01 * abs(Double(value) - countShare[Int(count)])
      }
      if cost < bestCost {
        bestCost = cost
        best = values
      }
    }
    if let best { state.decide(cluster, best) }
  }

  /// Likewise by the sums as they are.
  mutating func decideBySums(_ cluster: Int, shortage: Double = 1) {
    let sums = state.sum
    decide(cluster, shortage: shortage) { Double(sums[$0]) }
  }

  /// Gives slots without a choice the option that the fractional selection likes best, those that
  /// are surest first, and required ones before all others.
  private mutating func fill() {
    var open: [(isRequired: Bool, share: Float, slot: Int32)] = []
    for slot in leaders where state.choice[slot] < 0 {
      let most = problem.options(of: slot).reduce(Float(0)) { max($0, share[$1]) }
      open.append((problem.isRequired[slot], most, Int32(slot)))
    }
    open.sort { left, right in
      if left.isRequired != right.isRequired { return left.isRequired }
      return left.share != right.share ? left.share > right.share : left.slot < right.slot
    }
    for candidate in open { insert(Int(candidate.slot)) }
  }

  /// Places a slot at its best option that fits, if that makes the plan better or it is required.
  @discardableResult
  mutating func insert(_ slot: Int) -> Bool {
    sortOptions(slot)
    for option in sorted {
      state.begin()
      state.moveIn(slot, option, guide)
      guard state.isAllowed(), problem.isRequired[slot] || isWelcome() else { continue }
      state.commit()
      return true
    }
    return false
  }

  /// Whether a step makes the plan better, or helps a sum that is below its range.
  private func isWelcome() -> Bool {
    for sum in state.touched
    where state.change[Int(sum)] > 0 && state.sum[Int(sum)] < state.low[Int(sum)] {
      return true
    }
    return state.isBetter()
  }

  /// Options by share, then by guide.
  mutating func sortOptions(_ slot: Int) {
    sorted.removeAll(keepingCapacity: true)
    for option in problem.options(of: slot) { sorted.append(Int32(option)) }
    sorted.sort { left, right in
      let (one, other) = (share[Int(left)], share[Int(right)])
      if abs(one - other) > 0.05 { return one > other }
      let (low, high) = (guide[Int(left)], guide[Int(right)])
      return low != high ? low < high : left < right
    }
  }
}
