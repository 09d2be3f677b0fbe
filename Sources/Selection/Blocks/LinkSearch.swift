/// Settles the links of a cluster of blocks, each of which is solved without them.
///
/// Tier by tier, the sum of what is best in each block is a bound for all selections that keep the
/// links. Where a broken link is kept by one side alone, every other side loses its options: each
/// choice of that side is a part of the tree, and the part of the least sum is looked at first, so
/// that the first one in which no link is broken is best. What is best in a block that has lost
/// options is found out only as far as that order asks for.
struct LinkSearch {
  private let split: BlockSplit
  /// The blocks of the cluster.
  private let blocks: [Int]
  private let runs: [TierRun]
  private let tierCount: Int
  /// What is known of each block, by the block's place in the cluster.
  private(set) var known: [Knowledge]

  /// A link that a block leaves to others.
  struct Ban: Hashable, Comparable {
    var link: Int
    var block: Int

    static func < (one: Ban, other: Ban) -> Bool {
      (one.link, one.block) < (other.link, other.block)
    }
  }

  enum Result {
    /// A selection for each block of the cluster.
    case best([[Int]])
    case infeasible
    case stopped
    /// So many links pull at each other that the cluster should be solved as one.
    case tangled
  }

  struct Solved: Sendable {
    var selection: [Int]
    /// What it costs, by tier.
    var values: [Int]
  }

  /// What is known of a block, by the columns that it must not pick.
  typealias Knowledge = [[Int]: Answer]

  enum Answer: Sendable {
    case solved(Solved)
    /// The last tier before which all may be as good as without bans; up to the one after it, all
    /// cannot be.
    case open(tier: Int)
  }

  private struct Node {
    var bans: [Ban] = []
    /// Without which columns each block is looked at: those that its bans take, or fewer that come
    /// to the same.
    var keys: [[Int]]
    /// What no selection of a block is below in the first tiers, by block.
    var floors: [[Int]]
  }

  private static let mostNodes = 100

  /// - Parameters:
  ///   - split: the blocks and links.
  ///   - blocks: the blocks of a cluster.
  ///   - runs: runs of all blocks of the split, with their history, all tiers proven.
  ///   - known: what is known of all blocks of the split.
  init(_ split: BlockSplit, blocks: [Int], runs: [TierRun], known: [Knowledge]) {
    self.split = split
    self.blocks = blocks
    self.runs = runs
    self.known = blocks.map { known[$0] }
    tierCount = split.blocks[blocks[0]].problem.tierCount
  }

  mutating func run() -> Result {
    guard let root = rootValues() else { return .infeasible }
    var open = [Node(keys: Array(repeating: [], count: blocks.count), floors: root)]
    var expanded = 0
    while expanded < Self.mostNodes {
      guard let next = open.indices.min(by: { isLess(bound(open[$0]), bound(open[$1])) }) else {
        return .infeasible
      }
      guard let solved = solutions(open[next]) else {
        switch learn(open[next]) {
        case .more: continue
        case .nothing: open.remove(at: next)
        case .stopped: return .stopped
        }
        continue
      }
      let node = open.remove(at: next)
      guard let link = brokenLink(solved) else { return .best(solved.map(\.selection)) }
      expanded += 1
      open += children(of: node, solved, link)
    }
    return .tangled
  }

  /// What each block costs without bans; `nil` if one has no selection.
  private mutating func rootValues() -> [[Int]]? {
    var values: [[Int]] = []
    for (place, block) in blocks.enumerated() {
      guard let selection = runs[block].selection else { return nil }
      let solved = solved(selection, block)
      known[place][[]] = .solved(solved)
      values.append(solved.values)
    }
    return values
  }

  private func solved(_ selection: [Int], _ block: Int) -> Solved {
    Solved(selection: selection, values: split.blocks[block].problem.values(of: selection))
  }

  /// A part for each side of a broken link: all others leave the link to it.
  private func children(of node: Node, _ solved: [Solved], _ link: Int) -> [Node] {
    split.links[link].sides.map { side in
      let others = split.links[link].sides.lazy.map(\.block).filter { $0 != side.block }
      var child = node
      child.bans = Set(node.bans).union(others.map { Ban(link: link, block: $0) }).sorted()
      child.floors = solved.map(\.values)
      for place in blocks.indices {
        let own = child.bans.filter { $0.block == blocks[place] }.flatMap { columns(of: $0) }
          .sorted()
        let isFree = own.allSatisfy { solved[place].selection[$0] == 0 }
        if !isFree { child.keys[place] = own }
      }
      return child
    }
  }

  // MARK: What is known

  /// What no selection of a part is below, in the first tiers; nothing is known of those after.
  private func bound(_ node: Node) -> [Int] {
    let bounds = blocks.indices.map { bound(node, $0) }
    let tiers = bounds.lazy.map(\.count).min() ?? 0
    return (0..<tiers).map { tier in bounds.reduce(0) { $0 + $1[tier] } }
  }

  private func bound(_ node: Node, _ place: Int) -> [Int] {
    switch known[place][node.keys[place]] {
    case .solved(let solved): return solved.values
    case .open(let tier) where (0..<tierCount - 1).contains(tier):
      guard case .solved(let best) = known[place][[]] else { return node.floors[place] }
      let own = best.values[..<tier] + [best.values[tier] + 1]
      return isLess(node.floors[place], Array(own)) ? Array(own) : node.floors[place]
    case .open, nil: return node.floors[place]
    }
  }

  private func isLess(_ one: [Int], _ other: [Int]) -> Bool { one.lexicographicallyPrecedes(other) }

  /// What is best in each block; `nil` while it is not known of all.
  private func solutions(_ node: Node) -> [Solved]? {
    var found: [Solved] = []
    for place in blocks.indices {
      guard case .solved(let solved) = known[place][node.keys[place]] else { return nil }
      found.append(solved)
    }
    return found
  }

  private enum Lesson { case more, nothing, stopped }

  /// Looks for what is best in the first block of which it is not known, among the selections that
  /// are as good as without bans in one tier less than those looked for before.
  private mutating func learn(_ node: Node) -> Lesson {
    for place in blocks.indices {
      let key = node.keys[place]
      var tier = tierCount - 1
      switch known[place][key] {
      case .solved: continue
      case .open(let left): tier = left
      case nil: break
      }
      if tier < 0 { return .nothing }
      switch runs[blocks[place]].restricted(to: Restriction(forbidding: key), from: tier) {
      case .optimal(let selection): known[place][key] = .solved(solved(selection, blocks[place]))
      case .infeasible: known[place][key] = .open(tier: tier - 1)
      case .feasible, .unknown: return .stopped
      }
      return .more
    }
    return .more
  }

  /// Columns that a block must not pick.
  private func columns(of ban: Ban) -> [Int] {
    split.links[ban.link].sides.first { $0.block == ban.block }?.columns ?? []
  }

  /// The first link that several blocks make use of.
  private func brokenLink(_ solved: [Solved]) -> Int? {
    split.links.indices.first { link in
      split.links[link].sides.count { side in
        guard let place = blocks.firstIndex(of: side.block) else { return false }
        return side.columns.contains { solved[place].selection[$0] != 0 }
      } > 1
    }
  }
}
