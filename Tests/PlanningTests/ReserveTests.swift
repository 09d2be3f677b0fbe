import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

@Suite struct ReserveTests {
  @Test func `reserves stand in the order of points`() {
    var round = pair()
    round.sessions[0].maxPeople = 1
    round.participants.append(Participant(id: "cem", organisation: 0))
    round.applications.append(Application(id: "cem-m1", participant: 2, stream: 0))
    for (place, points) in [9000, 7000, 8000].enumerated() {
      round.applications[place].points = points
    }
    let plan = Plan(placements: [Option(application: 0, session: 0, sector: .none)])
    let reserves = PlanReview(round, plan).reserves()
    #expect(reserves.map(\.claim.application) == [2, 1])
    #expect(reserves.map(\.rank) == [1, 2])
    #expect(reserves.allSatisfy { $0.seats == .any && !$0.isFree })
  }

  @Test func `a reserve for a country's seat stands for the seats of that country only`() {
    var round = pair()
    round.sessions[0].maxPeople = 2
    round.participants.append(Participant(id: "cem", organisation: 1))
    round.participants[1].organisation = 1
    round.applications.append(Application(id: "cem-m1", participant: 2, stream: 0))
    var limit = Limit(id: "each-country")
    (limit.each, limit.max) = ([.country], 1)
    round.limits = [limit]
    let plan = Plan(
      placements: [0, 1].map { Option(application: $0, session: 0, sector: .none) })
    let reserves = PlanReview(round, plan).reserves()
    #expect(reserves.map(\.seats) == [.of([[1]])])
  }

  @Test func `exactly those who can take a seat are on the lists, which is tried seat by seat`() {
    var (kept, refused, free) = (0, 0, 0)
    for seed in 30_001...30_600 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      guard let plan = BruteForce(round).best()?.plans.first else { continue }
      let reserves = PlanReview(round, plan).reserves()
      for option in newcomers(round, plan) {
        let reserve = reserves.first {
          $0.claim.application == option.application && $0.claim.session == option.session
        }
        for leaving in peers(of: option, round, plan) + [nil] {
          let isSound = isSound(option, insteadOf: leaving, round, plan)
          if isSound { kept += 1 } else { refused += 1 }
          if isSound && leaving == nil { free += 1 }
          if let reserve, reserve.claim != option { continue }
          let isListed = reserve.map { offers($0, leaving) } ?? false
          #expect(isListed == isSound, "seed \(seed): \(option) for \(leaving ?? -1)")
        }
      }
    }
    #expect(kept > 100 && refused > 100 && free > 5, "\(kept) and \(refused), \(free) free")
  }

  /// Options of everybody without a placement who travels alone.
  private func newcomers(_ round: Round, _ plan: Plan) -> [Option] {
    let placed = Set(plan.placements.map(\.application))
    return OptionTable(round).options.filter {
      !placed.contains($0.application) && isAlone(round.applications[Int($0.application)], round)
    }
  }

  private func isAlone(_ application: Application, _ round: Round) -> Bool {
    let mates = round.applications.filter {
      $0.stream == application.stream && $0.group == application.group
    }
    return application.group.isEmpty || mates.count == 1
  }

  /// Who holds a seat of the option's role in its session.
  private func peers(of option: Option, _ round: Round, _ plan: Plan) -> [Int32?] {
    func role(_ option: Option) -> Role { round.applications[Int(option.application)].role }
    return plan.placements.filter { $0.session == option.session && role($0) == role(option) }
      .map(\.application)
  }

  private func offers(_ reserve: Reserve, _ leaving: Int32?) -> Bool {
    guard let leaving else { return reserve.isFree }
    switch reserve.seats {
    case .any: return true
    case .of(let units): return units.contains([leaving])
    }
  }

  @Test
  func `exactly those groups that can take a seat are on the lists, each with all its members`() {
    var tried = GroupTrials()
    for seed in 31_001...31_500 as ClosedRange<UInt64> {
      let round = inPairs(TinyRounds.make(seed: seed), seed)
      guard TinyRounds.planCount(of: round) <= 500 else { continue }
      let plans = BruteForce(round).feasiblePlans().map(\.plan)
      for place in Set([plans.count / 3, plans.count / 2, plans.count - 1]).sorted()
      where plans.indices.contains(place) {
        tryGroups(round, plans[place], &tried, "seed \(seed), plan \(place)")
      }
    }
    #expect(tried.listed > 50 && tried.unlisted > 50 && tried.together > 2, "\(tried)")
  }

  /// Applications of a stream two by two, in sessions that hold few.
  private func inPairs(_ made: Round, _ seed: UInt64) -> Round {
    var (round, random) = (made, SplitMix64(seed: seed))
    for place in round.applications.indices { round.applications[place].group = "" }
    for stream in round.streams.indices {
      let members = round.applications.indices.filter { round.applications[$0].stream == stream }
      for (place, member) in random.shuffled(members).prefix(4).enumerated() {
        round.applications[member].group = "g\(place / 2)"
      }
    }
    for session in round.sessions.indices {
      round.sessions[session].maxPeople = max(round.sessions[session].minPeople, 2)
    }
    return round
  }

  /// What was seen of groups.
  private struct GroupTrials {
    var listed = 0
    var unlisted = 0
    /// Groups that could take the place of a group.
    var together = 0
  }

  private func tryGroups(
    _ round: Round, _ plan: Plan, _ tried: inout GroupTrials, _ comment: Comment
  ) {
    let reserves = PlanReview(round, plan).reserves()
    for members in groups(round) where !isPlaced(members[0], plan) {
      for session in round.sessions.indices {
        let units = units(session, round, plan)
        let reserve = reserves.first {
          $0.options.count > 1 && Int($0.claim.application) == claimant(members, round)
            && Int($0.claim.session) == session
        }
        guard let reserve else {
          tried.unlisted += 1
          for way in ways(members, session, round) {
            for unit in units + [[]] {
              #expect(!isSound(way, insteadOf: unit, round, plan), comment)
            }
          }
          continue
        }
        tried.listed += 1
        #expect(reserve.options.map { Int($0.application) } == members, comment)
        #expect(
          reserve.isFree == isSound(reserve.options, insteadOf: [], round, plan), comment)
        for unit in units {
          let isSound = isSound(reserve.options, insteadOf: unit, round, plan)
          #expect(offers(reserve, unit) == isSound, comment)
          tried.together += isSound && unit.count > 1 ? 1 : 0
        }
      }
    }
  }

  private func groups(_ round: Round) -> [[Int]] {
    let named = round.applications.indices.filter { !round.applications[$0].group.isEmpty }
    return Dictionary(grouping: named) {
      "\(round.applications[$0].stream) \(round.applications[$0].group)"
    }.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private func isPlaced(_ application: Int, _ plan: Plan) -> Bool {
    plan.placements.contains { Int($0.application) == application }
  }

  /// A participant with the fewest points, the last of several.
  private func claimant(_ members: [Int], _ round: Round) -> Int {
    let participants = members.filter { round.applications[$0].role == .participant }
    let fewest = participants.map { round.applications[$0].points }.min()
    return participants.last { round.applications[$0].points == fewest } ?? members[0]
  }

  /// Every way to place each of the members in a session.
  private func ways(_ members: [Int], _ session: Int, _ round: Round) -> [[Option]] {
    let options = OptionTable(round).options.filter { Int($0.session) == session }
    return members.reduce([[]]) { ways, member in
      ways.flatMap { way in
        options.filter { Int($0.application) == member }.map { way + [$0] }
      }
    }
  }

  /// Participants of a session one by one, and groups that are there.
  private func units(_ session: Int, _ round: Round, _ plan: Plan) -> [[Int32]] {
    let there = plan.placements.filter { Int($0.session) == session }.map(\.application)
    let groups = groups(round).map { $0.map { Int32($0) } }.filter { there.contains($0[0]) }
    return there.filter { round.applications[Int($0)].role == .participant }.map { [$0] } + groups
  }

  private func offers(_ reserve: Reserve, _ unit: [Int32]) -> Bool {
    switch reserve.seats {
    case .any: return unit.count == 1
    case .of(let units): return units.contains(unit)
    }
  }

  private func isSound(
    _ option: Option, insteadOf leaving: Int32?, _ round: Round, _ plan: Plan
  ) -> Bool {
    isSound([option], insteadOf: leaving.map { [$0] } ?? [], round, plan)
  }

  /// Whether the audit accepts the plan after the exchange, but for the locks and the groups of those
  /// who leave.
  private func isSound(
    _ options: [Option], insteadOf leaving: [Int32], _ round: Round, _ plan: Plan
  ) -> Bool {
    let staying = plan.placements.filter { !leaving.contains($0.application) }
    guard case .broken(let violations) = Auditor(round: round).audit(staying + options) else {
      return true
    }
    let gone = Set(leaving.map { round.applications[Int($0)].id })
    return violations.allSatisfy { !$0.absent.isEmpty && gone.isSuperset(of: $0.absent) }
  }
}
