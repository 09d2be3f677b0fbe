/// A repeatable sequence of numbers: xoshiro256**, seeded by SplitMix64.
///
/// Every row of a generated table draws from a sequence of its own, keyed by the seed, a purpose
/// and an index. So a row is the same whichever rows were made before it, and rounds can be
/// written row by row.
struct Randomness {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64, _ purpose: StaticString, _ index: Int = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    purpose.withUTF8Buffer { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    var mixer = SplitMix(state: seed ^ hash)
    mixer.state ^= mixer.next() &+ UInt64(bitPattern: Int64(index))
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  /// The next 64 bits of the sequence.
  mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// A whole number from 0 to `count - 1`; 0 if `count` is less than 1.
  mutating func below(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `percent` of 100 draws.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// The index of a weight, drawn in proportion to the weights.
  mutating func weighted(_ weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return 0
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1))
    }
    return result
  }

  private func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }
}

/// SplitMix64, which spreads a poor seed over 64 bits.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
