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
    rebuilt(Change(), keys)
  }

  /// The problem with something else about it, by a seed.
  package func changed(_ seed: UInt64, _ keys: Keys = .faithful) -> SelectionProblem {
    var random = SplitMix64(seed: seed)
    var change = Change()
    switch random.number(in: 0...3) {
    case 0 where !base.slots.isEmpty:
      change.gone = Set(base.slots[random.number(in: 0...(base.slots.count - 1))].options)
    case 1:
      change.gone = Set(
        (0..<base.columnCount).filter { base.slot[$0] >= 0 && random.happens(percent: 3) })
    case 2: change.factor = random.pick([2, 3])
    default:
      for row in base.rows.indices where random.happens(percent: 20) {
        change.bounds[row] = random.pick([-1, 1])
      }
    }
    return rebuilt(change, keys)
  }

  /// The problem with something that binds it less: rows or slots that need nothing any more.
  package func loosened(_ seed: UInt64, _ keys: Keys = .faithful) -> SelectionProblem {
    var random = SplitMix64(seed: seed)
    var change = Change()
    for row in base.rows.indices where random.happens(percent: 30) {
      change.bounds[row] = random.happens(percent: 50) ? 1 : 1000
    }
    change.isRelaxed = random.happens(percent: 50)
    return rebuilt(change, keys)
  }

  /// The problem with nothing but less: without some options, with smaller upper bounds.
  package func narrowed(_ seed: UInt64, _ keys: Keys = .faithful) -> SelectionProblem {
    var random = SplitMix64(seed: seed)
    var change = Change()
    change.gone = Set(
      (0..<base.columnCount).filter { base.slot[$0] >= 0 && random.happens(percent: 4) })
    for row in base.rows.indices where base.rows[row].lower == nil && random.happens(percent: 4) {
      change.bounds[row] = -1
    }
    return rebuilt(change, keys)
  }

  /// The problem with its first tier left out, or with it once more at the end.
  package func withTiers(_ keys: Keys = .faithful, isMore: Bool) -> SelectionProblem {
    let tiers = Array(0..<base.tierCount)
    var change = Change()
    change.tiers = isMore ? tiers + tiers.prefix(1) : Array(tiers.dropFirst())
    return rebuilt(change, keys)
  }

  /// What is to be otherwise.
  private struct Change {
    /// Columns that are left out.
    var gone: Set<Int> = []
    /// By how much the bounds of rows move.
    var bounds: [Int: Int] = [:]
    /// What the cost of every fifth column is multiplied by.
    var factor = 1
    /// Whether no slot has to be taken.
    var isRelaxed = false
    /// The tiers of the base that there are; all of them if `nil`.
    var tiers: [Int]?
  }

  private func rebuilt(_ change: Change, _ keys: Keys) -> SelectionProblem {
    let tiers = change.tiers ?? Array(0..<base.tierCount)
    var problem = SelectionProblem(tierCount: tiers.count)
    for slot in base.slots {
      _ = problem.addSlot(isRequired: slot.isRequired && !change.isRelaxed)
    }
    var place: [Int: Int] = [:]
    for column in 0..<base.columnCount where !change.gone.contains(column) {
      let cost = tiers.map { base.cost[$0][column] * (column % 5 == 0 ? change.factor : 1) }
      place[column] =
        base.slot[column] >= 0
        ? problem.addOption(slot: base.slot[column], cost: cost)
        : problem.addCount(lower: base.lower[column], upper: base.upper[column], cost: cost)
    }
    for (number, row) in base.rows.enumerated() {
      let step = change.bounds[number] ?? 0
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
