package import Selection

/// Seeded tiny problems for the solver's tests: every kind of column, row and slot turns up.
///
/// About three in four have a selection. None has more than 1,200 combinations of columns.
package enum TinySelections {
  package static func make(seed: UInt64) -> SelectionProblem {
    var random = SplitMix64(seed: seed)
    return Builder(&random).finished(&random)
  }
}

private struct Builder {
  var problem: SelectionProblem
  var combinations = 1
  /// A selection around which most rows are bounded, so that they can all hold at once.
  var witness: [Int] = []
  let isZeroTier: [Bool]
  let costRange: ClosedRange<Int>

  init(_ random: inout SplitMix64) {
    let tierCount = random.number(in: 1...4)
    problem = SelectionProblem(tierCount: tierCount)
    isZeroTier = (0..<tierCount).map { _ in random.happens(percent: 15) }
    costRange = random.pick([-1...0, -1...1, -3...3, -9...2, 0...20, -1000...1000])
  }

  func finished(_ random: inout SplitMix64) -> SelectionProblem {
    var builder = self
    builder.addSlots(&random)
    builder.addCounts(&random)
    for _ in 0..<random.number(in: 0...5) {
      switch random.number(in: 0...5) {
      case 0: builder.addCapacity(&random)
      case 1: builder.addTogether(&random)
      case 2: builder.addOnOrOff(&random)
      case 3: builder.addShortfall(&random)
      default: builder.addAnyRow(&random)
      }
    }
    return builder.problem
  }

  func cost(_ random: inout SplitMix64) -> [Int] {
    isZeroTier.map { $0 ? 0 : random.number(in: costRange) }
  }

  mutating func addSlots(_ random: inout SplitMix64) {
    for _ in 0..<random.number(in: 0...6) {
      let count = random.number(in: random.happens(percent: 4) ? 0...0 : 1...4)
      guard combinations * (count + 1) <= 600 else { return }
      combinations *= count + 1
      let isRequired = random.happens(percent: 15)
      let slot = problem.addSlot(isRequired: isRequired)
      let picked = random.number(in: (isRequired ? 0 : -1)...max(count - 1, 0))
      for option in 0..<count {
        _ = problem.addOption(slot: slot, cost: cost(&random))
        witness.append(option == picked ? 1 : 0)
      }
    }
  }

  mutating func addCounts(_ random: inout SplitMix64) {
    for _ in 0..<random.number(in: 0...2) {
      let lower = random.happens(percent: 70) ? 0 : random.number(in: -2...1)
      _ = addCount(lower: lower, upper: lower + random.number(in: 0...3), &random)
    }
  }

  /// A new count, or `nil` when the problem would grow too large.
  mutating func addCount(lower: Int, upper: Int, _ random: inout SplitMix64) -> Int? {
    let size = upper - lower + 1
    guard combinations * size <= 1200 else { return nil }
    combinations *= size
    witness.append(random.number(in: lower...upper))
    return problem.addCount(lower: lower, upper: upper, cost: cost(&random))
  }

  func someColumns(_ random: inout SplitMix64) -> [Int] {
    let percent = random.pick([25, 50, 100])
    return witness.indices.filter { _ in random.happens(percent: percent) }
  }

  func someOptions(_ random: inout SplitMix64) -> [Int] {
    someColumns(&random).filter { problem.slot[$0] >= 0 }
  }

  /// At most so many of these options.
  mutating func addCapacity(_ random: inout SplitMix64) {
    let terms = someOptions(&random).map { SelectionProblem.Term($0) }
    problem.addRow(lower: nil, upper: random.number(in: 0...3), terms: terms)
  }

  /// Two options are picked together or not at all.
  mutating func addTogether(_ random: inout SplitMix64) {
    let pair = random.shuffled(someOptions(&random)).prefix(2)
    guard let one = pair.first, let other = pair.last, one != other else { return }
    problem.addRow(lower: 0, upper: 0, terms: [.init(one), .init(other, -1)])
  }

  /// None of these options, or between `least` and `most` of them.
  mutating func addOnOrOff(_ random: inout SplitMix64) {
    guard let isOn = addCount(lower: 0, upper: 1, &random) else { return }
    let least = random.number(in: 1...3)
    let most = least + random.number(in: 0...3)
    let terms = someOptions(&random).map { SelectionProblem.Term($0) }
    problem.addRow(lower: 0, upper: nil, terms: terms + [.init(isOn, -least)])
    problem.addRow(lower: nil, upper: 0, terms: terms + [.init(isOn, -most)])
    witness[isOn] = terms.contains { witness[$0.column] > 0 } ? 1 : 0
  }

  /// A count makes up for what the options fall short of.
  mutating func addShortfall(_ random: inout SplitMix64) {
    let target = random.number(in: 1...4)
    guard let shortfall = addCount(lower: 0, upper: target, &random) else { return }
    let terms = someOptions(&random).map { SelectionProblem.Term($0, random.number(in: 1...2)) }
    problem.addRow(lower: target, upper: nil, terms: terms + [.init(shortfall)])
  }

  /// A row with small whole coefficients of both signs, mostly one that the witness keeps.
  mutating func addAnyRow(_ random: inout SplitMix64) {
    let range = random.pick([0...1, -1...1, -3...3, 1...9])
    let terms = someColumns(&random).map { column in
      SelectionProblem.Term(column, random.number(in: range))
    }
    let known = terms.map { $0.coefficient * witness[$0.column] }.reduce(0, +)
    let centre = random.happens(percent: 85) ? known : random.number(in: -4...6)
    let slack = (random.number(in: 0...2), random.number(in: 0...2))
    switch random.number(in: 0...3) {
    case 0: problem.addRow(lower: centre, upper: centre, terms: terms)
    case 1: problem.addRow(lower: centre - slack.0, upper: nil, terms: terms)
    case 2: problem.addRow(lower: nil, upper: centre + slack.1, terms: terms)
    default: problem.addRow(lower: centre - slack.0, upper: centre + slack.1, terms: terms)
    }
  }
}
