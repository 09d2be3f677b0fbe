/// Brings sums into their ranges.
extension PlanSearch {
  /// Brings every sum into its range: fills what is short, and where that fails decides the counts
  /// anew and lets go what is too much.
  mutating func settle() {
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

  /// The slot that decides where a placed one goes: itself, or the one that it follows.
  private func leader(of slot: Int) -> Int {
    guard state.links.isFollower[slot], state.choice[slot] >= 0 else { return slot }
    for entry in problem.entries(of: Int(state.choice[slot])) {
      let followed = state.links.followed[Int(problem.entrySum[entry])]
      if followed >= 0 { return Int(addends.slot[Int(followed)]) }
    }
    return slot
  }

  private mutating func empty(_ cluster: Int) {
    for sum in state.clusters.clusters[cluster].sums where state.isListed[Int(sum)] {
      for slot in state.members[Int(sum)] where state.choice[Int(slot)] >= 0 {
        state.clear(leader(of: Int(slot)))
      }
    }
    decideBySums(cluster)
  }
}
