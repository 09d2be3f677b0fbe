import MobilityModel
import Testing

@Suite struct StayTests {
  @Test func `ninety days are allowed and ninety-one are not`() {
    #expect(refusal(session: dates("2024-06-01", "2024-08-29")) == nil)
    #expect(refusal(session: dates("2024-06-01", "2024-08-30")) == .stay)
  }

  @Test func `a national visa, another nationality and hosts outside the area are free`() {
    let long = dates("2024-06-01", "2024-12-30")
    var round = stayRound(session: long)
    round.streams[0].hasNationalVisa = true
    #expect(round.refusal == nil)
    round = stayRound(session: long)
    round.participants[0].nationality = "AL"
    #expect(round.refusal == nil)
    round = stayRound(session: long)
    round.organisations[0].country = "IE"
    #expect(round.refusal == nil)
  }

  @Test func `days before a country joined do not count`() {
    let early = Stay(participant: 0, country: "HR", dates: dates("2022-10-01", "2022-12-31"))
    let late = Stay(participant: 0, country: "HR", dates: dates("2022-10-01", "2023-01-01"))
    let session = dates("2023-01-02", "2023-03-31")
    #expect(refusal(session: session, stays: [early]) == nil)
    #expect(refusal(session: session, stays: [late]) == nil)
    #expect(refusal(session: dates("2023-01-02", "2023-04-01"), stays: [early]) == nil)
    #expect(refusal(session: dates("2023-01-02", "2023-04-01"), stays: [late]) == .stay)
    #expect(refusal(session: dates("2024-12-01", "2025-03-31"), host: "RO") == nil)
    #expect(refusal(session: dates("2024-12-01", "2025-04-01"), host: "BG") == .stay)
  }

  @Test func `random stays are judged as by counting every day`() {
    var random = SmallRandom(state: 42)
    var refused = 0
    for _ in 0..<4000 {
      let start = random.number(0...200)
      let length = random.number(1...120)
      let session = interval(start, length)
      let stays = (0..<random.number(0...5)).map { _ in
        Stay(
          participant: 0, country: random.number(0...4) == 0 ? "AL" : "IT",
          dates: interval(random.number(-250...350), random.number(1...70)))
      }
      let expected = exceedsByCounting(session, stays)
      refused += expected ? 1 : 0
      #expect((refusal(session: session, stays: stays) == .stay) == expected, "\(stays)")
    }
    #expect(refused > 500 && refused < 3500)
  }

  @Test func `absurd intervals cost no more than others`() {
    let all = Interval(start: Day(number: .min), end: Day(number: .max))
    let stays = (0..<1000).map { _ in Stay(participant: 0, country: "IT", dates: all) }
    #expect(refusal(session: all, stays: stays) == .stay)
    #expect(refusal(session: dates("2024-06-01", "2024-06-01"), stays: stays) == .stay)
    let none = Interval(start: Day(number: .max), end: Day(number: .min))
    #expect(refusal(session: none, stays: stays) == nil)
    #expect(refusal(session: all, stays: []) == .stay)
  }

  private func stayRound(session: Interval, host: String = "ES", stays: [Stay] = []) -> Round {
    var round = smallRound()
    round.settings.shortStayNationalities = ["XK"]
    round.participants[0].nationality = "XK"
    round.organisations[0].country = host
    round.sessions[0].dates = session
    round.stays = stays
    return round
  }

  private func refusal(session: Interval, host: String = "ES", stays: [Stay] = []) -> Refusal? {
    stayRound(session: session, host: host, stays: stays).refusal
  }

  private func interval(_ start: Int, _ length: Int) -> Interval {
    Interval(start: Day(number: Int32(start)), end: Day(number: Int32(start + length - 1)))
  }

  private func exceedsByCounting(_ session: Interval, _ stays: [Stay]) -> Bool {
    var counted = Set(session.start.number...session.end.number)
    for stay in stays where stay.country == "IT" {
      counted.formUnion(stay.dates.start.number...stay.dates.end.number)
    }
    return (session.start.number...session.end.number).contains { day in
      counted.count { day - 179 <= $0 && $0 <= day } > 90
    }
  }
}

struct SmallRandom {
  var state: UInt64

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }
}
