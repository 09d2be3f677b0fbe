/// A problem as blocks that only links join.
///
/// A link is a row that allows one of a few options in different blocks: somebody who applies in two
/// streams stands in both, and nothing else joins the streams. Without its links a problem falls
/// into blocks that are solved apart, and few of the links are broken by what is best in each.
struct BlockSplit {
  /// A part of the problem, as a problem of its own.
  struct Block {
    /// The problem's columns, in rising order; the block's own column is the place in here.
    var columns: [Int]
    var problem: SelectionProblem
    /// Of the problem, gathered while it is put together.
    fileprivate var keys = SelectionProblem.Keys()

    init(columns: [Int], problem: SelectionProblem) {
      self.columns = columns
      self.problem = problem
    }

    fileprivate mutating func identify() { problem.identify(keys) }
  }

  /// At most one of all options on its sides is picked.
  struct Link {
    var sides: [Side]
  }

  struct Side {
    var block: Int
    /// Columns of the block.
    var columns: [Int]
  }

  private(set) var blocks: [Block] = []
  private(set) var links: [Link] = []
  /// Block of a column of the problem, and the column's place in it.
  private var blockOf: [Int]
  private var placeOf: [Int]

  /// Splits a problem; `nil` where it is one block.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - methods: how small a block and how large the links may be.
  /// - Complexity: O(terms * log(terms)).
  init?(_ problem: SelectionProblem, _ methods: Methods) {
    if problem.columnCount / 2 < methods.smallestBlock { return nil }
    var sets = DisjointSets(count: problem.columnCount)
    for slot in problem.slots { sets.join(all: slot.options) }
    var packings: [Int] = []
    var binding: [Int] = []
    for (place, row) in problem.rows.enumerated() where !problem.isSlack(row) {
      if problem.isPacking(row) {
        packings.append(place)
      } else {
        binding.append(place)
        sets.join(all: row.terms.lazy.map(\.column))
      }
    }
    sets.joinSmall(than: methods.smallestBlock, count: problem.columnCount)
    blockOf = Array(repeating: -1, count: problem.columnCount)
    placeOf = blockOf
    let members = number(&sets)
    if members.count < 2 { return nil }
    let empty = SelectionProblem(tierCount: problem.tierCount)
    blocks = members.map { Block(columns: $0, problem: empty) }
    addColumns(problem)
    for place in binding { add(problem.rows[place], problem.keys?.rows[place]) }
    for place in packings { addPacking(problem.rows[place], problem.keys?.rows[place]) }
    if problem.keys != nil { for block in blocks.indices { blocks[block].identify() } }
    let linked = links.reduce(0) { $0 + $1.sides.reduce(0) { $0 + $1.columns.count } }
    if Double(linked) > methods.mostLinked * Double(problem.columnCount) { return nil }
  }

  /// Numbers the sets by their least column.
  private mutating func number(_ sets: inout DisjointSets) -> [[Int]] {
    var members: [[Int]] = []
    for column in blockOf.indices {
      let leader = sets.leader(of: column)
      if leader == column {
        blockOf[column] = members.count
        members.append([])
      }
      blockOf[column] = blockOf[leader]
      placeOf[column] = members[blockOf[column]].count
      members[blockOf[column]].append(column)
    }
    return members
  }

  private mutating func addColumns(_ problem: SelectionProblem) {
    var slotOf = Array(repeating: -1, count: problem.slots.count)
    for (place, slot) in problem.slots.enumerated() {
      // A slot without options is nobody's; one that needs an option shows in any block.
      let block = slot.options.first.map { blockOf[$0] } ?? 0
      slotOf[place] = blocks[block].problem.addSlot(isRequired: slot.isRequired)
      if let keys = problem.keys { blocks[block].keys.slots.append(keys.slots[place]) }
    }
    for column in 0..<problem.columnCount {
      let cost = problem.cost.map { $0[column] }
      if let key = problem.keys?.columns[column] {
        blocks[blockOf[column]].keys.columns.append(key)
      }
      let slot = problem.slot[column]
      let range = (problem.lower[column], problem.upper[column])
      if slot >= 0, range == (0, 1) {
        _ = blocks[blockOf[column]].problem.addOption(slot: slotOf[slot], cost: cost)
      } else {
        _ = blocks[blockOf[column]].problem.addCount(lower: range.0, upper: range.1, cost: cost)
      }
    }
  }

  private mutating func add(_ row: SelectionProblem.Row, _ key: Key?) {
    // A row without terms that is not slack has no selection, in whatever block it stands.
    let block = row.terms.first.map { blockOf[$0.column] } ?? 0
    let terms = row.terms.map { SelectionProblem.Term(placeOf[$0.column], $0.coefficient) }
    blocks[block].problem.addRow(lower: row.lower, upper: row.upper, ascending: terms)
    if let key { blocks[block].keys.rows.append(key) }
  }

  /// Adds a row to the blocks that it has options of, and a link if those are several.
  private mutating func addPacking(_ row: SelectionProblem.Row, _ key: Key?) {
    var sides: [Side] = []
    for term in row.terms {
      let block = blockOf[term.column]
      if let side = sides.firstIndex(where: { $0.block == block }) {
        sides[side].columns.append(placeOf[term.column])
      } else {
        sides.append(Side(block: block, columns: [placeOf[term.column]]))
      }
    }
    for side in sides where side.columns.count > 1 {
      let terms = side.columns.map { SelectionProblem.Term($0) }
      blocks[side.block].problem.addRow(lower: nil, upper: 1, ascending: terms)
      if let key { blocks[side.block].keys.rows.append(key) }
    }
    if sides.count > 1 { links.append(Link(sides: sides)) }
  }

  /// Selections of all blocks as one of the problem.
  func joined(_ selections: [[Int]]) -> [Int] {
    blockOf.indices.map { selections[blockOf[$0]][placeOf[$0]] }
  }

  /// Blocks that links join, directly or through others; blocks without links stand alone.
  var clusters: [[Int]] {
    var sets = DisjointSets(count: blocks.count)
    for link in links { sets.join(all: link.sides.lazy.map(\.block)) }
    var members = Array(repeating: [Int](), count: blocks.count)
    for block in blocks.indices { members[sets.leader(of: block)].append(block) }
    return members.filter { !$0.isEmpty }
  }
}

extension SelectionProblem {
  /// Whether options of which one may be picked are all that a row speaks of.
  fileprivate func isPacking(_ row: Row) -> Bool {
    row.upper == 1 && (row.lower ?? 0) <= 0 && row.terms.count > 1
      && row.terms.allSatisfy { $0.coefficient == 1 && slot[$0.column] >= 0 }
  }

  /// Whether slots and ranges alone keep a row.
  fileprivate func isSlack(_ row: Row) -> Bool {
    let most = row.upper == nil ? 0 : reach(of: row, sign: 1)
    let least = row.lower == nil ? 0 : -reach(of: row, sign: -1)
    return most <= row.upper ?? 0 && least >= row.lower ?? 0
  }

  /// The most that a row's sum, or its opposite, can be when one option of a slot is picked.
  private func reach(of row: Row, sign: Int) -> Int {
    var sum = 0
    var ofSlot: [(slot: Int, value: Int)] = []
    for term in row.terms {
      let factor = sign * term.coefficient
      let (low, high) = (factor * lower[term.column], factor * upper[term.column])
      if slot[term.column] < 0 {
        sum += max(low, high)
      } else {
        ofSlot.append((slot[term.column], max(low, high)))
      }
    }
    ofSlot.sort { $0 < $1 }
    // Of each slot the last one here counts the most.
    for place in ofSlot.indices
    where place + 1 == ofSlot.count || ofSlot[place + 1].slot != ofSlot[place].slot {
      sum += max(0, ofSlot[place].value)
    }
    return sum
  }
}

extension DisjointSets {
  mutating func join(all members: some Sequence<Int>) {
    var first: Int?
    for member in members {
      if let first { join(first, member) } else { first = member }
    }
  }

  /// Joins all sets of fewer than `limit` members.
  fileprivate mutating func joinSmall(than limit: Int, count: Int) {
    var size = Array(repeating: 0, count: count)
    for member in 0..<count { size[leader(of: member)] += 1 }
    join(all: (0..<count).filter { size[$0] > 0 && size[$0] < limit })
  }
}
