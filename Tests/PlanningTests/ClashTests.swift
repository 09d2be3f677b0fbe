import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct ClashTests {
  @Test func `clashes leave no plan and their parts do, by brute force; so does the relief`() throws
  {
    var (rounds, kinds, severalClashes) = (0, Set<Substring>(), 0)
    for seed in 80_001...80_700 as ClosedRange<UInt64> {
      let round = Self.crowded(TinyRounds.make(seed: seed), seed: seed)
      guard case .infeasible(let found) = try Allocator(round: round).allocate(),
        let broken = BrokenRules(round)
      else { continue }
      rounds += 1
      severalClashes += found.clashes.count > 1 ? 1 : 0
      for clash in found.clashes {
        expectMinimal(clash, broken, "seed \(seed)")
        kinds.formUnion(clash.parts.map { $0.id.prefix { $0 != ":" } })
      }
      let out = Set(try #require(relief(found), "seed \(seed)"))
      #expect(broken.isSolvable(without: out), "seed \(seed)")
      expectHopelessLocksTold(found, broken, "seed \(seed)")
    }
    #expect(rounds > 100 && severalClashes > 20, "\(rounds) \(severalClashes)")
    let expected: Set<Substring> = [
      "lock", "forbid", "rule", "limit", "group", "min_people", "max_people", "participant",
      "leaders",
    ]
    #expect(kinds == expected, "\(kinds)")
  }

  /// No plan keeps all rules of a clash; without any one of them there is one.
  private func expectMinimal(_ clash: Clash, _ broken: BrokenRules, _ comment: Comment) {
    let rules = Set(clash.parts.map(\.id))
    #expect(clash.isMinimal && !rules.isEmpty, comment)
    #expect(broken.clash(rules), comment)
    for rule in rules {
      #expect(!broken.clash(rules.subtracting([rule])), "\(comment) \(rules) without \(rule)")
    }
  }

  /// Every lock that is impossible whatever the others are has a clash with no other lock in it.
  private func expectHopelessLocksTold(
    _ found: Infeasibility, _ broken: BrokenRules, _ comment: Comment
  ) {
    let alone = found.clashes.map { $0.parts.map(\.id).filter { $0.hasPrefix("lock:") } }
      .filter { $0.count == 1 }.map { $0[0] }
    #expect(broken.hopelessLocks.isSubset(of: alone), comment)
  }

  @Test func `a lock and the rule that refuses it clash, each with its words`() throws {
    var round = Self.pair
    round.rules = [Rule(id: "closed")]
    round.rules[0].where.conditions = [Filter.Condition(key: .session, values: ["s0"])]
    round.rules[0].reason = "works council"
    var lock = Lock(application: 0, effect: .lock, target: .session(0))
    (lock.reason, lock.author) = ("agreed in May", "Mira")
    round.locks = [lock]
    let found = try #require(try infeasibility(of: round))
    #expect(ids(found) == [["lock:a0", "rule:closed"]])
    let words = found.clashes[0].parts.map(\.words)
    #expect(
      words == [
        "application a0 is locked to s0 (agreed in May, by Mira)",
        "rule closed refuses placements where session=s0 (works council)",
      ])
    #expect(relief(found) == ["lock:a0"])
  }

  @Test func `all locks that are impossible are told at once`() throws {
    var round = Self.pair
    round.locks = [
      Lock(application: 0, effect: .lock, target: .session(0)),
      Lock(application: 0, effect: .forbid, target: .anywhere),
      Lock(application: 1, effect: .lock, target: .anywhere),
      Lock(application: 1, effect: .forbid, target: .session(0)),
    ]
    let found = try #require(try infeasibility(of: round))
    #expect(ids(found) == [["lock:a0", "forbid:a0"], ["lock:a1", "forbid:a1:s0"]])
    #expect(relief(found) == ["lock:a0", "lock:a1"])
  }

  @Test func `locks that are possible alone but not together name the seats`() throws {
    var round = Self.pair
    round.sessions[0].maxPeople = 1
    round.locks = round.applications.indices.map {
      Lock(application: $0, effect: .lock, target: .anywhere)
    }
    let found = try #require(try infeasibility(of: round))
    #expect(ids(found) == [["lock:a0", "lock:a1", "max_people:s0"]])
  }

  @Test func `a floor above all who could be counted says how many these are`() throws {
    var round = Self.pair
    var floor = Limit(id: "floor")
    floor.min = 3
    floor.each = [.country]
    round.limits = [floor]
    round.organisations[1].country = "XK"
    let found = try #require(try infeasibility(of: round))
    #expect(ids(found) == [["limit:floor"]])
    let words = found.clashes[0].parts.map(\.words)
    #expect(
      words == [
        "limit floor asks for at least 3 people, for each country; "
          + "no more could be counted than 2 for country=XK"
      ])
  }

  @Test func `a group that no session takes says who is in the way`() throws {
    var round = Self.pair
    round.applications[0].group = "g"
    round.applications[1].group = "g"
    round.applications[1].availableUntil = Day(number: 19_145)
    round.locks = [Lock(application: 0, effect: .lock, target: .anywhere)]
    let found = try #require(try infeasibility(of: round))
    #expect(ids(found) == [["lock:a0", "group:m1:g"]])
    let words = found.clashes[0].parts.map(\.words)
    #expect(words[1] == "group g of stream m1 goes to one session or stays; no session takes a1")
  }

  private func ids(_ found: Infeasibility) -> [[String]] {
    found.clashes.map { $0.parts.map(\.id) }
  }

  private func relief(_ found: Infeasibility) -> [String]? { found.relief?.map(\.id) }

  private func infeasibility(of round: Round) throws -> Infeasibility? {
    guard case .infeasible(let found) = try Allocator(round: round).allocate() else { return nil }
    return found
  }

  /// Two applications to one session.
  private static var pair: Round {
    var round = Round()
    round.organisations = [Organisation(id: "host"), Organisation(id: "school")]
    round.streams = [Stream(id: "m1")]
    let dates = Interval(start: Day(number: 19_144), end: Day(number: 19_150))
    round.sessions = [Session(id: "s0", stream: 0, host: 0, dates: dates)]
    round.participants = (0...1).map { Participant(id: "p\($0)", organisation: 1) }
    round.applications = (0...1).map { Application(id: "a\($0)", participant: $0, stream: 0) }
    return round
  }

  /// A round with more locks, forbids, rules and floors than it is likely to bear.
  private static func crowded(_ round: Round, seed: UInt64) -> Round {
    var random = SplitMix64(seed: seed)
    var round = round
    let sessions = round.sessions.indices
    for application in round.applications.indices {
      let session = random.pick(Array(sessions))
      let target: Lock.Target = random.pick([
        .anywhere, .session(session), .host(round.sessions[session].host),
      ])
      if random.happens(percent: 35) {
        round.locks.append(Lock(application: application, effect: .lock, target: target))
      } else if random.happens(percent: 20) {
        round.locks.append(Lock(application: application, effect: .forbid, target: target))
      }
    }
    for place in sessions where random.happens(percent: 25) {
      var rule = Rule(id: "z\(place)")
      rule.where.conditions = [
        Filter.Condition(key: .session, values: [round.sessions[place].id])
      ]
      round.rules.append(rule)
    }
    if random.happens(percent: 30) {
      var floor = Limit(id: "zz")
      floor.min = random.number(in: 1...3)
      floor.each = random.pick([[], [.country], [.session]])
      round.limits.append(floor)
    }
    return round
  }
}
