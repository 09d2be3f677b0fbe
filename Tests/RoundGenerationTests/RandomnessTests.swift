import Testing

@testable import RoundGeneration

@Suite struct RandomnessTests {
  @Test func `the sequence is the published one of xoshiro256**`() {
    // The authors' C code with the state 1, 2, 3, 4.
    var random = Randomness(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    for value in expected { #expect(random.next() == value) }
  }

  @Test func `purpose, index and seed each give a sequence of their own`() {
    var firsts: Set<UInt64> = []
    for seed in 0..<20 as Range<UInt64> {
      for index in 0..<20 {
        for purpose in ["person", "school"] as [StaticString] {
          var random = Randomness(seed: seed, purpose, index)
          firsts.insert(random.next())
        }
      }
    }
    #expect(firsts.count == 800)
  }

  @Test func `draws stay in their range and reach all of it`() {
    var random = Randomness(seed: 1, "test")
    var seen = Array(repeating: 0, count: 7)
    for _ in 0..<7_000 { seen[random.number(in: 3...9) - 3] += 1 }
    #expect(seen.allSatisfy { (800...1_200).contains($0) })
    #expect(random.below(0) == 0)
    #expect(random.below(1) == 0)
  }

  @Test func `weights are met and a weight of zero is never drawn`() {
    var random = Randomness(seed: 2, "test")
    var seen = [0, 0, 0]
    for _ in 0..<8_000 { seen[random.weighted([1, 0, 3])] += 1 }
    #expect(seen[1] == 0)
    #expect((1_800...2_200).contains(seen[0]))
  }

  @Test func `shuffling keeps every element`() {
    var random = Randomness(seed: 3, "test")
    let shuffled = random.shuffled(Array(0..<50))
    #expect(shuffled.sorted() == Array(0..<50))
    #expect(shuffled != Array(0..<50))
  }

  @Test func `days are those of the calendar`() {
    #expect(CalendarDay(1970, 1, 1).number == 0)
    #expect(CalendarDay(2024, 2, 29).iso == "2024-02-29")
    #expect((CalendarDay(2023, 12, 31) + 1).iso == "2024-01-01")
    #expect((CalendarDay(2000, 3, 1) - 1).iso == "2000-02-29")
    for number in stride(from: -30_000, through: 30_000, by: 17) {
      let parts = CalendarDay(number: number).iso.split(separator: "-").compactMap { Int($0) }
      #expect(CalendarDay(parts[0], parts[1], parts[2]).number == number)
    }
  }
}
