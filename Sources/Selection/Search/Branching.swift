/// Which fractional column to branch on: by what branching on it has brought so far.
///
/// Source: Achterberg 2007, reliability branching.
struct Branching {
  /// Gain in the objective per unit of fraction, summed over trials, and their number; by side.
  private var gain: [[Double]]
  private var trials: [[Int]]
  private var totalGain = [0.0, 0.0]
  private var totalTrials = [0, 0]
  /// Columns whose decision settles others: they are looked at first.
  var isCore: [Bool]
  /// Switches and counts, whose decision leaves little open.
  var isSwitch: [Bool]

  enum Side: Int { case down, up }

  init(columnCount: Int, isSwitch: [Bool]) {
    self.isSwitch = isSwitch
    gain = Array(repeating: Array(repeating: 0, count: columnCount), count: 2)
    trials = Array(repeating: Array(repeating: 0, count: columnCount), count: 2)
    isCore = Array(repeating: false, count: columnCount)
  }

  /// Takes over what a search of a larger program has learned.
  ///
  /// - Parameters:
  ///   - larger: what was learned there.
  ///   - columns: the column here that each of its columns became, or -1.
  mutating func inherit(_ larger: Branching, columns: [Int32]) {
    for side in 0..<2 {
      for (old, new) in columns.enumerated() where new >= 0 && larger.trials[side][old] > 0 {
        gain[side][Int(new)] = larger.gain[side][old]
        trials[side][Int(new)] = larger.trials[side][old]
      }
    }
    totalGain = larger.totalGain
    totalTrials = larger.totalTrials
  }

  /// Takes back what a search of a smaller program has learned beyond what it was given.
  mutating func learn(from smaller: Branching, columns: [Int32]) {
    for side in 0..<2 {
      for (old, new) in columns.enumerated()
      where new >= 0 && smaller.trials[side][Int(new)] > trials[side][old] {
        gain[side][old] = smaller.gain[side][Int(new)]
        trials[side][old] = smaller.trials[side][Int(new)]
      }
    }
    totalGain = smaller.totalGain
    totalTrials = smaller.totalTrials
  }

  /// Notes by how much the objective rose when `column` moved by `distance` to one side.
  mutating func record(_ column: Int, _ side: Side, gain value: Double, distance: Double) {
    let rate = max(0, value) / max(distance, 1e-6)
    gain[side.rawValue][column] += rate
    trials[side.rawValue][column] += 1
    totalGain[side.rawValue] += rate
    totalTrials[side.rawValue] += 1
  }

  func isReliable(_ column: Int) -> Bool {
    min(trials[0][column], trials[1][column]) >= (isSwitch[column] ? 4 : 2)
  }

  /// Expected gain of moving a column by `distance` to one side.
  func estimate(_ column: Int, _ side: Side, distance: Double) -> Double {
    let count = trials[side.rawValue][column]
    if count > 0 { return gain[side.rawValue][column] / Double(count) * distance }
    let all = totalTrials[side.rawValue]
    return (all == 0 ? 1 : totalGain[side.rawValue] / Double(all)) * distance
  }

  static func score(_ down: Double, _ up: Double) -> Double { max(down, 1e-9) * max(up, 1e-9) }
}
