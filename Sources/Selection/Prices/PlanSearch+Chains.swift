extension PlanSearch {
  /// Options looked at for one chain.
  private static let chainWork = 3000

  /// Fills a sum that is short by a chain of moves: somebody comes from another sum, whose place is
  /// taken by somebody else, until one comes who had no place.
  ///
  /// - Returns: whether the sum holds more than before and no other one less than it has to.
  mutating func augment(_ sum: Int) -> Bool {
    var chain = ChainTree(start: Int32(sum))
    var work = 0
    var next = 0
    while next < chain.sums.count {
      let short = chain.sums[next]
      for option in addends.options(of: Int(short)) {
        work += 1
        if work > Self.chainWork { return false }
        let slot = addends.slot[Int(option)]
        if state.links.isFollower[Int(slot)] || chain.isUsed(slot) { continue }
        let held = state.choice[Int(slot)]
        if held < 0 {
          chain.add(slot, option, from: next, leaving: -1)
          if follow(chain, to: chain.moves.count - 1) { return true }
        } else if let left = tightSum(of: held), left != short {
          chain.add(slot, option, from: next, leaving: left)
        }
      }
      next += 1
    }
    return false
  }

  /// The sum that a choice could not leave without falling short.
  private func tightSum(of option: Int32) -> Int32? {
    for entry in problem.entries(of: Int(option)) {
      let sum = Int(problem.entrySum[entry])
      if state.links.isLink[sum] || problem.entryCoefficient[entry] != 1 { continue }
      if state.sum[sum] <= state.low[sum] { return Int32(sum) }
    }
    return nil
  }

  /// Takes a chain as one step, from its free end to its start.
  private mutating func follow(_ chain: ChainTree, to last: Int) -> Bool {
    state.begin()
    for move in chain.path(to: last) {
      state.moveOut(Int(move.slot))
      state.moveIn(Int(move.slot), move.option, guide)
    }
    guard state.isAllowed() else { return false }
    state.commit()
    return true
  }

  // MARK: Counts

  /// Tries other counts for a cluster: a session more or less, a leader more or less.
  ///
  /// - Returns: whether the plan is better.
  mutating func reconsider(_ cluster: Int) -> Bool {
    let members = state.clusters.clusters[cluster]
    let present = state.values(of: cluster)
    let before = state.total
    for values in members.combinations where values != present {
      let distance = zip(values, present).reduce(0) { $0 + abs($1.0 - $1.1) }
      if distance > 2 { continue }
      let mark = state.mark
      state.decide(cluster, values)
      if fit(cluster), state.total.lexicographicallyPrecedes(before) { return true }
      state.undo(to: mark)
    }
    return false
  }

  /// Brings the sums of a cluster into their ranges and fills them.
  private mutating func fit(_ cluster: Int) -> Bool {
    let sums = state.clusters.clusters[cluster].sums.map { Int($0) }
    for sum in sums { relieve(sum) }
    for sum in sums where state.sum[sum] < state.low[sum] {
      fillUp(sum)
      if state.sum[sum] < state.low[sum] { return false }
    }
    for sum in sums { crowd(sum) }
    return !isOff(cluster)
  }

  /// Gives places in a sum to slots without one.
  private mutating func crowd(_ sum: Int) {
    guard state.sum[sum] < state.high[sum] else { return }
    for option in byGuide(addends.options(of: sum)) where state.sum[sum] < state.high[sum] {
      let slot = Int(addends.slot[Int(option)])
      if state.links.isFollower[slot] || state.choice[slot] >= 0 { continue }
      state.begin()
      state.moveIn(slot, option, guide)
      if state.isAllowed(), state.isBetter() { state.commit() }
    }
  }
}

/// Moves that could follow from each other, as a tree from the sum that is short.
private struct ChainTree {
  struct Move {
    var slot: Int32
    var option: Int32
    /// Place in `sums` of the sum that the move fills.
    var from: Int
  }

  private(set) var sums: [Int32]
  private(set) var moves: [Move] = []
  /// The move that left a sum short, by place in `sums`; -1 for the first.
  private var cause: [Int] = [-1]
  private var used: Set<Int32> = []
  private var seen: Set<Int32>

  init(start: Int32) {
    sums = [start]
    seen = [start]
  }

  func isUsed(_ slot: Int32) -> Bool { used.contains(slot) }

  /// Notes a move that fills the sum at place `from` and leaves another one short, or none.
  mutating func add(_ slot: Int32, _ option: Int32, from: Int, leaving: Int32) {
    if leaving >= 0 {
      guard seen.insert(leaving).inserted else { return }
      used.insert(slot)
      sums.append(leaving)
      cause.append(moves.count)
    }
    moves.append(Move(slot: slot, option: option, from: from))
  }

  /// The moves from a free end to the start.
  func path(to last: Int) -> [Move] {
    var path = [moves[last]]
    while let move = path.last, cause[move.from] >= 0 { path.append(moves[cause[move.from]]) }
    return path
  }
}
