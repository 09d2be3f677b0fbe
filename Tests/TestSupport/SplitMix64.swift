/// A small seeded generator of random numbers, the same on every machine.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014.
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in `range`; the tiny bias of the remainder does not matter for tests.
  package mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// Whether an event of the given chance, in percent, happens.
  package mutating func happens(percent: Int) -> Bool { number(in: 0...99) < percent }

  /// One of `choices`, which must not be empty.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[number(in: 0...(choices.count - 1))]
  }

  /// `choices` in a random order.
  package mutating func shuffled<Choice>(_ choices: [Choice]) -> [Choice] {
    var result = choices
    for last in result.indices.reversed() where last > 0 {
      result.swapAt(last, number(in: 0...last))
    }
    return result
  }
}
