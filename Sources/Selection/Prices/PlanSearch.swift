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
  private let shouldStop: () -> Bool
  /// Options of a slot in rising order of guide, worked out when they are asked for.
  private var sorted: [Int32] = []
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
  private var leaders: [Int] {
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
  private mutating func decideBySums(_ cluster: Int, shortage: Double = 1) {
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
  private mutating func insert(_ slot: Int) -> Bool {
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
  private mutating func sortOptions(_ slot: Int) {
    sorted.removeAll(keepingCapacity: true)
    for option in problem.options(of: slot) { sorted.append(Int32(option)) }
    sorted.sort { left, right in
      let (one, other) = (share[Int(left)], share[Int(right)])
      if abs(one - other) > 0.05 { return one > other }
      let (low, high) = (guide[Int(left)], guide[Int(right)])
      return low != high ? low < high : left < right
    }
  }

  // MARK: Settling

  /// Brings every sum into its range: fills what is short, and where that fails decides the counts
  /// anew and lets go what is too much.
  private mutating func settle() {
    for _ in 0..<3 {
      for sum in 0..<problem.sumCount where state.isOff(sum) { fillUp(sum) }
      var isClear = true
      for cluster in state.clusters.clusters.indices where isOff(cluster) {
        isClear = false
        settle(cluster)
      }
      for sum in 0..<problem.sumCount where state.isOff(sum) { relieve(sum) }
      if isClear { return }
    }
    // What still does not fit is emptied.
    for cluster in state.clusters.clusters.indices where isOff(cluster) { empty(cluster) }
  }

  func isOff(_ cluster: Int) -> Bool {
    state.clusters.clusters[cluster].sums.contains { state.isOff(Int($0)) }
  }

  /// Options in rising order of guide.
  func byGuide(_ options: ArraySlice<Int32>) -> [Int32] {
    options.sorted {
      let (one, other) = (guide[Int($0)], guide[Int($1)])
      return one != other ? one < other : $0 < $1
    }
  }

  mutating func fillUp(_ sum: Int) {
    guard state.sum[sum] < state.low[sum] else { return }
    let candidates = byGuide(addends.options(of: sum))
    for isMove in [false, true] {
      for option in candidates where state.sum[sum] < state.low[sum] {
        let slot = Int(addends.slot[Int(option)])
        if state.links.isFollower[slot] || state.choice[slot] == option { continue }
        if (state.choice[slot] >= 0) != isMove { continue }
        state.begin()
        if isMove { state.moveOut(slot) }
        state.moveIn(slot, option, guide)
        if state.isAllowed() { state.commit() }
      }
    }
    while state.sum[sum] < state.low[sum], augment(sum) {}
  }

  private mutating func settle(_ cluster: Int) {
    decideBySums(cluster)
    for sum in state.clusters.clusters[cluster].sums {
      relieve(Int(sum))
      fillUp(Int(sum))
    }
    // Nobody more is to be had: take the counts that need nobody, and let go of the fewest.
    if isOff(cluster) { decideBySums(cluster, shortage: 1000) }
    for sum in state.clusters.clusters[cluster].sums { relieve(Int(sum)) }
  }

  /// Lets go of what a sum holds too much of, the least wanted first.
  mutating func relieve(_ sum: Int) {
    guard state.sum[sum] > state.high[sum], state.isListed[sum] else { return }
    let held = state.members[sum].sorted {
      let (one, other) = (guide[Int(state.choice[Int($0)])], guide[Int(state.choice[Int($1)])])
      return one != other ? one > other : $0 < $1
    }
    for slot in held where state.sum[sum] > state.high[sum] {
      if state.links.isFollower[Int(slot)] { continue }
      if problem.isRequired[Int(slot)] { continue }
      state.clear(Int(slot))
    }
  }

  private mutating func empty(_ cluster: Int) {
    for sum in state.clusters.clusters[cluster].sums where state.isListed[Int(sum)] {
      for slot in state.members[Int(sum)] where state.choice[Int(slot)] >= 0 {
        if !state.links.isFollower[Int(slot)] { state.clear(Int(slot)) }
      }
    }
    decideBySums(cluster)
  }

  // MARK: Improving

  /// Walks through all slots until a walk changes nothing or `walks` are done.
  mutating func improve(walks: Int) -> Int {
    var changes = 0
    for _ in 0..<walks {
      let before = changes
      for slot in leaders {
        if slot & 255 == 0, shouldStop() { return changes }
        if state.choice[slot] < 0 {
          if insert(slot) || replace(slot) { changes += 1 }
        } else if shift(slot) {
          changes += 1
        }
      }
      for cluster in state.clusters.clusters.indices where reconsider(cluster) { changes += 1 }
      state.forget()
      if changes == before { break }
    }
    return changes
  }

  /// Moves a placed slot to another of its options.
  private mutating func shift(_ slot: Int) -> Bool {
    for option in problem.options(of: slot) where state.choice[slot] != Int32(option) {
      state.begin()
      state.moveOut(slot)
      state.moveIn(slot, Int32(option), guide)
      if state.isBetter(), state.isAllowed() {
        state.commit()
        return true
      }
    }
    return false
  }

  /// Places a slot where another one makes room, which goes elsewhere or loses its place.
  private mutating func replace(_ slot: Int) -> Bool {
    sortOptions(slot)
    let candidates = sorted
    for option in candidates.prefix(12) {
      state.begin()
      state.moveIn(slot, option, guide)
      guard let tight = state.touched.first(where: { !state.isAllowed($0) }) else { continue }
      guard state.isListed[Int(tight)] else { continue }
      for other in state.members[Int(tight)] {
        if eject(Int(other), for: slot, at: option) { return true }
      }
    }
    return false
  }

  private mutating func eject(_ other: Int, for slot: Int, at option: Int32) -> Bool {
    if state.links.isFollower[other] { return false }
    state.begin()
    state.moveOut(other)
    state.moveIn(slot, option, guide)
    guard state.isAllowed() else { return false }
    if !problem.isRequired[other], state.isBetter() {
      // Whoever has to go may still find another place later on.
      state.commit()
      insert(other)
      return true
    }
    let now = state.choice[other]
    for place in problem.options(of: other) where Int32(place) != now {
      state.begin()
      state.moveOut(other)
      state.moveIn(slot, option, guide)
      state.moveIn(other, Int32(place), guide)
      if state.isAllowed(), state.isBetter() {
        state.commit()
        return true
      }
    }
    return false
  }
}

/// Options by sum.
struct Addends {
  private var start: [Int32]
  private var option: [Int32]
  /// Slot by option.
  private(set) var slot: [Int32]

  init(_ problem: CoupledProblem) {
    slot = Array(repeating: 0, count: problem.optionCount)
    for place in 0..<problem.slotCount {
      for option in problem.options(of: place) { slot[option] = Int32(place) }
    }
    start = Array(repeating: 0, count: problem.sumCount + 1)
    for sum in problem.entrySum { start[Int(sum) + 1] += 1 }
    for sum in 0..<problem.sumCount { start[sum + 1] += start[sum] }
    var next = start
    option = Array(repeating: 0, count: problem.entrySum.count)
    for place in 0..<problem.optionCount {
      for entry in problem.entries(of: place) {
        let sum = Int(problem.entrySum[entry])
        option[Int(next[sum])] = Int32(place)
        next[sum] += 1
      }
    }
  }

  func options(of sum: Int) -> ArraySlice<Int32> { option[Int(start[sum])..<Int(start[sum + 1])] }
}
