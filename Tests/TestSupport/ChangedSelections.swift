package import Selection

/// Problems with keys, and changes of them that planners ask about: options gone, bounds moved, costs
/// changed.
package struct ChangedSelections {
  private let base: SelectionProblem

  package init(_ base: SelectionProblem) { self.base = base }

  /// How columns, slots and rows are told apart.
  package enum Keys: CaseIterable {
    /// By their places in the problem before any change.
    case faithful
    /// All by the same key.
    case same
    /// By a few keys that mean nothing.
    case few
  }

  /// The problem as it is.
  package func unchanged(_ keys: Keys = .faithful) -> SelectionProblem {
    rebuilt(gone: [], bounds: [:], factor: 1, keys)
  }

  /// The problem with something else about it, by a seed.
  package func changed(_ seed: UInt64, _ keys: Keys = .faithful) -> SelectionProblem {
    var random = SplitMix64(seed: seed)
    var gone: Set<Int> = []
    var bounds: [Int: Int] = [:]
    var factor = 1
    switch random.number(in: 0...3) {
    case 0 where !base.slots.isEmpty:
      gone = Set(base.slots[random.number(in: 0...(base.slots.count - 1))].options)
    case 1:
      gone = Set((0..<base.columnCount).filter { base.slot[$0] >= 0 && random.happens(percent: 3) })
    case 2: factor = random.pick([2, 3])
    default:
      for row in base.rows.indices where random.happens(percent: 20) {
        bounds[row] = random.pick([-1, 1])
      }
    }
    return rebuilt(gone: gone, bounds: bounds, factor: factor, keys)
  }

  /// The problem with its first tier left out, or with it once more at the end.
  package func withTiers(_ keys: Keys = .faithful, isMore: Bool) -> SelectionProblem {
    let tiers = Array(0..<base.tierCount)
    return rebuilt(
      gone: [], bounds: [:], factor: 1, keys,
      tiers: isMore ? tiers + tiers.prefix(1) : Array(tiers.dropFirst()))
  }

  /// - Parameters:
  ///   - gone: columns that are left out.
  ///   - bounds: by how much the bounds of rows move.
  ///   - factor: what the cost of every fifth column is multiplied by.
  ///   - keys: how all is told apart.
  ///   - tiers: the tiers of the base that it has; all of them if `nil`.
  /// - Returns: the changed problem.
  private func rebuilt(
    gone: Set<Int>, bounds: [Int: Int], factor: Int, _ keys: Keys, tiers: [Int]? = nil
  ) -> SelectionProblem {
    let tiers = tiers ?? Array(0..<base.tierCount)
    var problem = SelectionProblem(tierCount: tiers.count)
    for slot in base.slots { _ = problem.addSlot(isRequired: slot.isRequired) }
    var place: [Int: Int] = [:]
    for column in 0..<base.columnCount where !gone.contains(column) {
      let cost = tiers.map { base.cost[$0][column] * (column % 5 == 0 ? factor : 1) }
      place[column] =
        base.slot[column] >= 0
        ? problem.addOption(slot: base.slot[column], cost: cost)
        : problem.addCount(lower: base.lower[column], upper: base.upper[column], cost: cost)
    }
    for (number, row) in base.rows.enumerated() {
      let step = bounds[number] ?? 0
      let terms = row.terms.compactMap { term in
        place[term.column].map { SelectionProblem.Term($0, term.coefficient) }
      }
      problem.addRow(
        lower: row.lower.map { $0 + min(step, 0) }, upper: row.upper.map { $0 + step },
        terms: terms)
    }
    let columns = place.sorted { $0.value < $1.value }.map(\.key)
    problem.identify(
      SelectionProblem.Keys(
        columns: columns.map { keys.key($0, 1) }, slots: base.slots.indices.map { keys.key($0, 2) },
        rows: base.rows.indices.map { keys.key($0, 3) }))
    return problem
  }
}

extension ChangedSelections.Keys {
  fileprivate func key(_ place: Int, _ kind: UInt64) -> Key {
    switch self {
    case .faithful: UInt64(place) * 4 + kind
    case .same: 7
    case .few: UInt64(place * place) % 5
    }
  }
}
