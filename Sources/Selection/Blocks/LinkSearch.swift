/// Settles the links of a cluster of blocks, each of which is solved without them.
///
/// Tier by tier, the sum of what is best in each block is a bound for all selections that keep the
/// links. Where a broken link is kept by one side alone, every other side loses its options: each
/// choice of that side is a part of the tree, and the part of the least sum is looked at first, so
/// that the first one in which no link is broken is best.
struct LinkSearch {
  private let split: BlockSplit
  /// The blocks of the cluster.
  private let blocks: [Int]
  private let runs: [TierRun]
  /// What is best in a block, by the block's place in the cluster and what it must not pick.
  private var known: [[[Ban]: TierRun.Result]]

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

  private struct Node {
    var bans: [Ban]
    /// What is best in each block.
    var selections: [[Int]]
    /// What they cost together, by tier.
    var values: [Int]

    func isBetter(than other: Node) -> Bool { values.lexicographicallyPrecedes(other.values) }
  }

  private static let mostNodes = 100

  /// - Parameters:
  ///   - split: the blocks and links.
  ///   - blocks: the blocks of a cluster.
  ///   - runs: runs of all blocks of the split, with their history, all tiers proven.
  init(_ split: BlockSplit, blocks: [Int], runs: [TierRun]) {
    self.split = split
    self.blocks = blocks
    self.runs = runs
    known = Array(repeating: [:], count: blocks.count)
  }

  mutating func run() -> Result {
    var open: [Node] = []
    switch node(bans: [], from: nil) {
    case .found(let root): open.append(root)
    case .nothing: return .infeasible
    case .stopped: return .stopped
    }
    for _ in 0..<Self.mostNodes {
      guard let next = open.indices.min(by: { open[$0].isBetter(than: open[$1]) }) else {
        return .infeasible
      }
      let node = open.remove(at: next)
      guard let link = brokenLink(node) else { return .best(node.selections) }
      for side in split.links[link].sides {
        let others = split.links[link].sides.lazy.map(\.block).filter { $0 != side.block }
        let bans = Set(node.bans).union(others.map { Ban(link: link, block: $0) })
        switch self.node(bans: bans.sorted(), from: node) {
        case .found(let child): open.append(child)
        case .nothing: break
        case .stopped: return .stopped
        }
      }
    }
    return .tangled
  }

  private enum NodeResult { case found(Node), nothing, stopped }

  private mutating func node(bans: [Ban], from parent: Node?) -> NodeResult {
    var selections: [[Int]] = []
    for place in blocks.indices {
      let own = bans.filter { $0.block == blocks[place] }
      switch best(place, own, parent?.selections[place]) {
      case .optimal(let selection): selections.append(selection)
      case .infeasible: return .nothing
      case .feasible, .unknown: return .stopped
      }
    }
    let values = zip(blocks, selections).map { split.blocks[$0].problem.values(of: $1) }
    let sum = values.dropFirst().reduce(values[0]) { zip($0, $1).map { $0 + $1 } }
    return .found(Node(bans: bans, selections: selections, values: sum))
  }

  /// What is best in a block that leaves some links to others.
  private mutating func best(_ place: Int, _ bans: [Ban], _ parent: [Int]?) -> TierRun.Result {
    let run = runs[blocks[place]]
    guard let parent else { return run.result(of: .proven) }
    let banned = bans.flatMap { columns(of: $0) }
    if banned.allSatisfy({ parent[$0] == 0 }) { return .optimal(parent) }
    if let result = known[place][bans] { return result }
    let result = run.restricted(to: Restriction(forbidding: banned))
    known[place][bans] = result
    return result
  }

  /// Columns that a block must not pick.
  private func columns(of ban: Ban) -> [Int] {
    split.links[ban.link].sides.first { $0.block == ban.block }?.columns ?? []
  }

  /// The first link that several blocks make use of.
  private func brokenLink(_ node: Node) -> Int? {
    split.links.indices.first { link in
      split.links[link].sides.count { side in
        guard let place = blocks.firstIndex(of: side.block) else { return false }
        return side.columns.contains { node.selections[place][$0] != 0 }
      } > 1
    }
  }
}
