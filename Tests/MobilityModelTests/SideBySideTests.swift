import MobilityModel
import Testing

/// What came of pieces is the same and in the same order on any number of threads.
@Suite struct SideBySideTests {
  private static let counts = [0, 1, 2, 3, 50, 1_000]

  /// Takes longer for some pieces than for others.
  private static let work: @Sendable (Int) -> Int = { piece in
    (0..<(piece * 7_919 % 500)).reduce(piece) { ($0 &* 31 &+ $1) & 0xFFFF }
  }

  @Test(arguments: 1...4) func `pieces keep their order`(threads: Int) {
    for count in Self.counts {
      let pieces = Array(0..<count)
      let expected = pieces.map(Self.work)
      #expect(sideBySide(pieces, threads: threads, Self.work) == expected)
      var taken: [Int] = []
      sideBySide(pieces, threads: threads, Self.work) { place, result in
        #expect(place == taken.count)
        taken.append(result)
        return true
      }
      #expect(taken == expected)
    }
  }

  @Test(arguments: 1...4) func `who takes may leave the rest`(threads: Int) {
    for most in [1, 2, 49, 50] {
      var taken: [Int] = []
      sideBySide(Array(0..<50), threads: threads, Self.work) { _, result in
        taken.append(result)
        return taken.count < most
      }
      #expect(taken == (0..<most).map(Self.work))
    }
  }
}
