/// Which fractional column to branch on: by what branching on it has brought so far.
///
/// Source: Achterberg 2007, reliability branching.
struct Branching {
  /// Gain in the objective per unit of fraction, summed over trials, and their number.
  private var gain: [[Double]]
  private var trials: [[Int]]
  /// Columns whose decision settles others: they are looked at first.
  var isCore: [Bool]

  enum Side: Int { case down, up }

  init(columnCount: Int) {
    gain = Array(repeating: Array(repeating: 0, count: columnCount), count: 2)
    trials = Array(repeating: Array(repeating: 0, count: columnCount), count: 2)
    isCore = Array(repeating: false, count: columnCount)
  }

  mutating func record(_ column: Int, _ side: Side, gain value: Double, fraction: Double) {
    gain[side.rawValue][column] += max(0, value) / max(fraction, 1e-6)
    trials[side.rawValue][column] += 1
  }

  func isReliable(_ column: Int) -> Bool {
    min(trials[0][column], trials[1][column]) >= 4
  }

  func estimate(_ column: Int, _ side: Side, fraction: Double, average: Double) -> Double {
    let count = trials[side.rawValue][column]
    let rate = count == 0 ? average : gain[side.rawValue][column] / Double(count)
    return rate * fraction
  }

  static func score(_ down: Double, _ up: Double) -> Double { max(down, 1e-6) * max(up, 1e-6) }

  /// Mean gain per unit over all trials of a side.
  func average(_ side: Side) -> Double {
    let count = trials[side.rawValue].reduce(0, +)
    return count == 0 ? 1 : gain[side.rawValue].reduce(0, +) / Double(count)
  }
}
