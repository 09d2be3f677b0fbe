import MobilityModel
import TestSupport
import Testing

@Suite struct SealedSeedTests {
  private func seed(_ name: String, _ number: UInt64) -> SealedSeed {
    var random = Digits(source: SplitMix64(seed: number))
    return SealedSeed(name: name, using: &random)
  }

  @Test func `a seed is its name and 128 bits that nobody chose, and its hash is that of the text`()
  {
    let sealed = seed("call-2026", 1)
    #expect(sealed.text.hasPrefix("call-2026-") && sealed.text.count == 10 + 32)
    #expect(sealed.hash == SHA256.hex(sealed.text.utf8))
    #expect(SealedSeed(sealed.text) == sealed)
  }

  @Test func `equal names get different seeds and hashes`() {
    let seeds = (0..<200).map { seed("a", $0) }
    #expect(Set(seeds.map(\.text)).count == 200 && Set(seeds.map(\.hash)).count == 200)
  }

  @Test(arguments: [
    "", "7", "1e5", "-a", "a b", "a,b", "=a", "ä", String(repeating: "a", count: 65),
  ])
  func `a name that a spreadsheet could change is none`(name: String) {
    #expect(!SealedSeed.isName(name))
  }

  @Test func `a text that was not sealed is no seed`() {
    let sealed = seed("draw", 5).text
    for text in [
      "draw", "7", "", String(sealed.dropLast()), sealed + "0", sealed.uppercased(),
      String(sealed.dropFirst(4)), sealed.replacing("-", with: "_"), sealed + "\n",
    ] {
      #expect(SealedSeed(text) == nil, "\(text)")
    }
  }
}

/// Constant randomness for the digits.
private struct Digits: RandomNumberGenerator {
  var source: SplitMix64

  mutating func next() -> UInt64 { source.next() }
}
