package import Selection

/// Two tiny problems side by side, joined by rows that allow one of a few options of both.
package struct LinkedSelections {
  /// Both as one problem, with the links as rows.
  package private(set) var problem: SelectionProblem
  private let halves: [SelectionProblem]
  /// For each link the options of either half.
  private var links: [[[Int]]] = []

  /// - Returns: `nil` where the two are too large to look at every pair of their selections.
  package init?(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let first = TinySelections.make(seed: 7 * seed)
    guard
      let second = (1...40).lazy.map({ TinySelections.make(seed: 7 * seed + $0) })
        .first(where: { $0.tierCount == first.tierCount })
    else { return nil }
    halves = [first, second]
    problem = SelectionProblem(tierCount: first.tierCount)
    let options = halves.map { half in (0..<half.columnCount).filter { half.slot[$0] >= 0 } }
    if options.contains(where: \.isEmpty) { return nil }
    for half in halves { append(half) }
    for _ in 0..<random.number(in: 1...4) {
      links.append(options.map { some in some.filter { _ in random.happens(percent: 30) } })
    }
    for link in links {
      let columns = link[0] + link[1].map { $0 + first.columnCount }
      problem.addRow(lower: nil, upper: 1, terms: columns.map { .init($0) })
    }
  }

  private mutating func append(_ half: SelectionProblem) {
    let (columns, slots) = (problem.columnCount, problem.slots.count)
    for slot in half.slots { _ = problem.addSlot(isRequired: slot.isRequired) }
    for column in 0..<half.columnCount {
      let cost = half.cost.map { $0[column] }
      if half.slot[column] >= 0 {
        _ = problem.addOption(slot: slots + half.slot[column], cost: cost)
      } else {
        _ = problem.addCount(lower: half.lower[column], upper: half.upper[column], cost: cost)
      }
    }
    for row in half.rows {
      let terms = row.terms.map { SelectionProblem.Term($0.column + columns, $0.coefficient) }
      problem.addRow(lower: row.lower, upper: row.upper, terms: terms)
    }
  }

  /// Tier values of the best pair of selections, or `nil` if there is none; every pair is looked at.
  package func bestValues() -> [Int]? {
    let selections = halves.map(BruteForceSelection.selections)
    var best: [Int]?
    for one in selections[0] {
      for other in selections[1] where isLinked(one, other) {
        let values = zip(
          BruteForceSelection.tierValues(of: one, in: halves[0]),
          BruteForceSelection.tierValues(of: other, in: halves[1])
        ).map { $0 + $1 }
        if best.map({ values.lexicographicallyPrecedes($0) }) ?? true { best = values }
      }
    }
    return best
  }

  /// Whether the best of both halves, each looked at alone, breaks a link however it is chosen.
  package var breaksLinksAlone: Bool {
    let best = halves.map { BruteForceSelection.best(of: $0)?.selections ?? [] }
    return !best[0].contains { one in best[1].contains { isLinked(one, $0) } }
  }

  private func isLinked(_ one: [Int], _ other: [Int]) -> Bool {
    links.allSatisfy { link in
      link[0].reduce(0) { $0 + one[$1] } + link[1].reduce(0) { $0 + other[$1] } <= 1
    }
  }
}
