/// A choice of at most one option per slot, under linear limits, by tiers of objectives.
///
/// Columns are whole numbers in a range: an *option* is 0 or 1 and belongs to a slot, a *count*
/// is any whole number in its range and lets limits speak of "on or off", "how many" or "by how
/// much". Rows bound sums of columns. Every tier is minimised, the first one first.
///
/// The order of columns and rows decides ties, so a caller that wants the same answer for the same
/// problem adds them in a canonical order.
package struct SelectionProblem: Hashable, Sendable {
  /// Index of a column.
  package typealias Column = Int

  /// Sum of coefficient times column, kept between `lower` and `upper`; `nil` is no bound.
  package struct Row: Hashable, Sendable {
    package var lower: Int?
    package var upper: Int?
    package var terms: [Term]
  }

  package struct Term: Hashable, Sendable {
    package var column: Column
    package var coefficient: Int

    package init(_ column: Column, _ coefficient: Int = 1) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  /// At most one of `options` is picked; exactly one if `isRequired`.
  package struct Slot: Hashable, Sendable {
    package var options: [Column] = []
    package var isRequired: Bool
  }

  /// Number of objectives.
  package let tierCount: Int
  package private(set) var slots: [Slot] = []
  package private(set) var rows: [Row] = []
  /// Range of a column, indexed by column.
  package private(set) var lower: [Int] = []
  package private(set) var upper: [Int] = []
  /// Slot of a column or -1 for a count, indexed by column.
  package private(set) var slot: [Int] = []
  /// `cost[tier][column]`, to be minimised.
  package private(set) var cost: [[Int]]

  /// What columns, slots and rows are known by in other problems, where any are to be compared.
  package private(set) var keys: Keys?

  /// Keys of columns, slots and rows; a good set has none twice, of whatever kind.
  package struct Keys: Hashable, Sendable {
    package var columns: [Key]
    package var slots: [Key]
    package var rows: [Key]

    package init(columns: [Key] = [], slots: [Key] = [], rows: [Key] = []) {
      self.columns = columns
      self.slots = slots
      self.rows = rows
    }
  }

  package init(tierCount: Int) {
    self.tierCount = tierCount
    cost = Array(repeating: [], count: tierCount)
  }

  package var columnCount: Int { lower.count }

  package mutating func addSlot(isRequired: Bool = false) -> Int {
    slots.append(Slot(isRequired: isRequired))
    return slots.count - 1
  }

  /// Adds an option to a slot; `cost` has one value per tier.
  package mutating func addOption(slot: Int, cost values: [Int]) -> Column {
    let column = addColumn(lower: 0, upper: 1, slot: slot, cost: values)
    slots[slot].options.append(column)
    return column
  }

  /// Adds a whole number in `lower...upper` that belongs to no slot.
  package mutating func addCount(lower: Int, upper: Int, cost values: [Int]) -> Column {
    addColumn(lower: lower, upper: upper, slot: -1, cost: values)
  }

  /// Bounds a sum of columns; terms of one column are added up.
  package mutating func addRow(lower: Int?, upper: Int?, terms: [Term]) {
    var sum: [Column: Int] = [:]
    for term in terms { sum[term.column, default: 0] += term.coefficient }
    let merged = sum.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    rows.append(Row(lower: lower, upper: upper, terms: merged.map { Term($0.key, $0.value) }))
  }

  /// Bounds a sum of columns whose terms stand in rising order of column, each once and not 0.
  ///
  /// - Complexity: O(1) beyond the terms themselves, which are kept as they are.
  package mutating func addRow(lower: Int?, upper: Int?, ascending terms: [Term]) {
    assert(zip(terms, terms.dropFirst()).allSatisfy { $0.column < $1.column })
    rows.append(Row(lower: lower, upper: upper, terms: terms))
  }

  /// Says what all columns, slots and rows are known by.
  package mutating func identify(_ keys: Keys) {
    precondition(
      keys.columns.count == columnCount && keys.slots.count == slots.count
        && keys.rows.count == rows.count, "keys of another problem")
    self.keys = keys
  }

  /// The problem in which none of some options is picked.
  func forbidding(_ columns: [Column]) -> SelectionProblem {
    var problem = self
    for column in columns { problem.upper[column] = 0 }
    return problem
  }

  private mutating func addColumn(lower: Int, upper: Int, slot: Int, cost values: [Int]) -> Column {
    precondition(values.count == tierCount, "\(values.count) costs for \(tierCount) tiers")
    self.lower.append(lower)
    self.upper.append(upper)
    self.slot.append(slot)
    for tier in 0..<tierCount { cost[tier].append(values[tier]) }
    return self.lower.count - 1
  }
}
