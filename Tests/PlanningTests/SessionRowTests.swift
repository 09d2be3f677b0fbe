import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct SessionRowTests {
  @Test func `a session has exactly the sizes and leaders that the contract allows`() throws {
    for perLeader in 0...6 {
      for least in [0, 1, 2, 4, 6] {
        for most in [nil, 0, 1, 3, 5, 9] as [Int?] {
          let found = try sizes(perLeader: perLeader, least: least, most: most)
          let expected = allowed(perLeader: perLeader, least: least, most: most)
          #expect(found == expected, "per leader \(perLeader), \(least) to \(most ?? -1)")
        }
      }
    }
  }

  private struct Size: Hashable {
    var participants: Int
    var leaders: Int
  }

  private static let applicants = 5
  private static let leaders = 3

  private func allowed(perLeader: Int, least: Int, most: Int?) -> Set<Size> {
    let sizes = (0...Self.applicants).filter { $0 == 0 || least <= $0 && $0 <= most ?? .max }
    let all = sizes.map { size in
      Size(
        participants: size,
        leaders: perLeader == 0 ? 0 : Int((Double(size) / Double(perLeader)).rounded(.up)))
    }
    return Set(all.filter { $0.leaders <= Self.leaders })
  }

  private func sizes(perLeader: Int, least: Int, most: Int?) throws -> Set<Size> {
    var round = Round()
    round.organisations = [Organisation(id: "SEV", country: "ES")]
    round.streams = [Stream(id: "m1")]
    round.streams[0].learnersPerLeader = perLeader
    let start = Day(number: 19_000)
    round.sessions = [
      Session(id: "june", stream: 0, host: 0, dates: Interval(start: start, end: start))
    ]
    round.sessions[0].minPeople = least
    round.sessions[0].maxPeople = most
    for number in 0..<(Self.applicants + Self.leaders) {
      round.participants.append(Participant(id: "p\(number)", organisation: 0))
      round.applications.append(Application(id: "a\(number)", participant: number, stream: 0))
      if number >= Self.applicants { round.applications[number].role = .leader }
    }
    let compilation = try Compiler.compile(round)
    var found: Set<Size> = []
    SelectionEnumeration(compilation.problem).forEach { value in
      let placed = compilation.plan(of: value).placements
      let leaders = placed.count { $0.application >= Self.applicants }
      found.insert(Size(participants: placed.count - leaders, leaders: leaders))
    }
    return found
  }
}
