/// Steps that make a plan better.
extension PlanSearch {
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
