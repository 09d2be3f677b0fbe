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
    #expect(reserves.map(\.option.application) == [2, 1])
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
    #expect(reserves.map(\.seats) == [.of([1])])
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
          $0.option.application == option.application && $0.option.session == option.session
        }
        for leaving in peers(of: option, round, plan) + [nil] {
          let isSound = isSound(option, insteadOf: leaving, round, plan)
          if isSound { kept += 1 } else { refused += 1 }
          if isSound && leaving == nil { free += 1 }
          if let reserve, reserve.option != option { continue }
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
    case .of(let applications): return applications.contains(leaving)
    }
  }

  /// Whether the audit accepts the plan after the exchange, but for the lock and the group of
  /// whoever leaves.
  private func isSound(
    _ option: Option, insteadOf leaving: Int32?, _ round: Round, _ plan: Plan
  ) -> Bool {
    let staying = plan.placements.filter { $0.application != leaving }
    guard case .broken(let violations) = Auditor(round: round).audit(staying + [option]) else {
      return true
    }
    guard let leaving else { return false }
    return violations.allSatisfy { $0.absent == [round.applications[Int(leaving)].id] }
  }
}
