/// Which fractional column to branch on: by what branching on it has brought so far.
///
/// Source: Achterberg 2007, reliability branching.
struct Branching {
  /// Gain in the objective per unit of fraction, summed over trials, and their number.
  struct Record: Sendable {
    var gain = 0.0
    var trials = 0

    var mean: Double? { trials == 0 ? nil : gain / Double(trials) }

    /// The same mean as a hint: one trial, which a program that it comes to is to repeat.
    var asHint: Record { mean.map { Record(gain: $0, trials: 1) } ?? self }

    mutating func add(_ rate: Double) {
      gain += rate
      trials += 1
    }
  }

  /// By side and column.
  private var records: [[Record]]
  /// Of all columns, by side.
  private var total = [Record(), Record()]
  /// Columns whose decision settles others: dives look at them first.
  var isCore: [Bool]
  /// Switches and counts, whose decision leaves little open.
  var isSwitch: [Bool]

  enum Side: Int { case down, up }

  init(columnCount: Int, isSwitch: [Bool]) {
    self.isSwitch = isSwitch
    records = Array(repeating: Array(repeating: Record(), count: columnCount), count: 2)
    isCore = Array(repeating: false, count: columnCount)
  }

  /// Takes over what a search of a larger program has learned.
  ///
  /// - Parameters:
  ///   - larger: what was learned there.
  ///   - columns: the column here that each of its columns became, or -1.
  mutating func inherit(_ larger: Branching, columns: [Int32]) {
    for side in 0..<2 {
      for (old, new) in columns.enumerated() where new >= 0 && larger.records[side][old].trials > 0
      {
        records[side][Int(new)] = larger.records[side][old]
      }
    }
    total = larger.total
  }

  /// Takes back what a search of a smaller program has learned beyond what it was given.
  mutating func learn(from smaller: Branching, columns: [Int32]) {
    for side in 0..<2 {
      for (old, new) in columns.enumerated()
      where new >= 0 && smaller.records[side][Int(new)].trials > records[side][old].trials {
        records[side][old] = smaller.records[side][Int(new)]
      }
    }
    total = smaller.total
  }

  /// Notes by how much the objective rose when `column` moved by `distance` to one side.
  mutating func record(_ column: Int, _ side: Side, gain value: Double, distance: Double) {
    let rate = max(0, value) / max(distance, 1e-6)
    records[side.rawValue][column].add(rate)
    total[side.rawValue].add(rate)
  }

  func isReliable(_ column: Int) -> Bool { trials(column) >= (isSwitch[column] ? 4 : 2) }

  func isTried(_ column: Int) -> Bool { trials(column) > 0 }

  /// How often a column was tried on that side on which it was tried less.
  private func trials(_ column: Int) -> Int {
    min(records[0][column].trials, records[1][column].trials)
  }

  /// Expected gain of moving a column by `distance` to one side.
  func estimate(_ column: Int, _ side: Side, distance: Double) -> Double {
    (records[side.rawValue][column].mean ?? total[side.rawValue].mean ?? 1) * distance
  }

  static func score(_ down: Double, _ up: Double) -> Double { max(down, 1e-9) * max(up, 1e-9) }
}

/// What branching has taught, in terms of other programs.
extension Branching {
  struct Lessons: Sendable {
    /// By column and side.
    fileprivate var records: [Key: [Record]] = [:]
    fileprivate var total: [Record]?

    /// Adds what is known of further columns, or known better.
    mutating func add(_ other: Lessons) {
      records.merge(other.records) { $1 }
      total = other.total ?? total
    }
  }

  /// What was learned of columns that other programs may have.
  func lessons(_ names: ColumnNames) -> Lessons {
    var lessons = Lessons(total: total)
    for (column, key) in names.keys.enumerated() {
      let sides = records.map { $0[column] }
      if sides.contains(where: { $0.trials > 0 }) { lessons.records[key] = sides }
    }
    return lessons
  }

  /// Takes over what branching has brought in another program, as hints: trees that believed it
  /// did not end where columns that closed both sides there close none here.
  mutating func recall(_ lessons: Lessons, _ names: ColumnNames) {
    for (column, key) in names.keys.enumerated() {
      guard let sides = lessons.records[key] else { continue }
      for side in 0..<2 { records[side][column] = sides[side].asHint }
    }
    total = lessons.total ?? total
  }
}
