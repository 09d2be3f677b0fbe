import MobilityModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct StepCountTests {
  private func interval(_ start: Int32, _ end: Int32) -> Interval {
    Interval(start: Day(number: start), end: Day(number: end))
  }

  @Test func `random stays are counted as they are day by day`() {
    var random = SplitMix64(seed: 11)
    for round in 0..<200 {
      let stays = (0..<Int(random.next() % 9)).map { _ in
        let start = Int32(random.next() % 20)
        return interval(start, start + Int32(random.next() % 7) - 1)
      }
      let count = StepCount(stays)
      for number in Int32(-1)...30 {
        let day = Day(number: number)
        let expected = stays.count { $0.contains(day) }
        let found = count.steps.filter { $0.days.contains(day) }
        #expect(found.count <= 1 && found.first?.count ?? 0 == expected, "\(round) \(number)")
      }
      let most = (Int32(0)...30).map { day in stays.count { $0.contains(Day(number: day)) } }.max()
      #expect(count.most == most)
      let full = (Int32(0)...30).count { day in stays.count { $0.contains(Day(number: day)) } >= 2 }
      #expect(count.days(atLeast: 2) == full)
    }
  }

  @Test func `a day after another with the same number makes one step`() {
    let count = StepCount([interval(1, 3), interval(4, 6)])
    #expect(count.steps == [StepCount.Step(days: interval(1, 6), count: 1)])
  }
}
