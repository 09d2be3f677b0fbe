/// The smallest ranges that hold every selection which is as good as the incumbent, as far as the
/// tree has seen them.
///
/// A part of the tree that is pruned because its bound equals the incumbent may hold selections
/// that are as good; one whose bound is worse holds none. When the tier is proven, all best
/// selections lie within these ranges, and the tiers that follow need to look nowhere else.
struct Survivors {
  /// Ranges by column; empty while nothing survives.
  private(set) var lower: [Int] = []
  private(set) var upper: [Int] = []
  /// Whether all that the root allows may survive, so that nothing is learned.
  private(set) var isEverything = false

  var isEmpty: Bool { lower.isEmpty && !isEverything }

  /// Forgets all: a better incumbent was found, so nothing pruned before is as good.
  mutating func removeAll() { self = Survivors() }

  mutating func formEverything() {
    isEverything = true
    lower = []
    upper = []
  }

  /// Widens the ranges to hold those of a part.
  mutating func formUnion(lower partLower: [Int], upper partUpper: [Int]) {
    if isEverything { return }
    if lower.isEmpty {
      lower = partLower
      upper = partUpper
      return
    }
    for column in 0..<lower.count {
      if partLower[column] < lower[column] { lower[column] = partLower[column] }
      if partUpper[column] > upper[column] { upper[column] = partUpper[column] }
    }
  }
}
