import Audit
import MobilityModel
import Planning
import TestSupport
import Testing

/// Holds `merit` against its definition in `docs/mechanisms.md`.
@Suite struct MeritTests {
  private func merit(_ round: Round) throws -> Allocation? {
    switch try Allocator(round: round, mechanism: .merit).allocate() {
    case .optimal(let allocation): return allocation
    case .infeasible: return nil
    case .feasible, .unknown:
      Issue.record("the search gave up")
      return nil
    }
  }

  /// Points of which no two are equal, in an order that the seed decides.
  private func telling(_ round: Round, apart seed: UInt64) -> Round {
    var (round, random) = (round, SplitMix64(seed: seed))
    let places = random.shuffled(Array(round.applications.indices))
    for (points, application) in places.enumerated() {
      round.applications[application].points = points * 100
    }
    return round
  }

  @Test func `whatever the rules, nobody envies one with fewer points, and no seat is wasted`()
    throws
  {
    var (placed, ties) = (0, 0)
    for seed in 63_001...63_450 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 1_000 else { continue }
      guard let allocation = try merit(round) else {
        #expect(BruteForce(round).best() == nil, "seed \(seed)")
        continue
      }
      #expect(BruteForce(round).isFeasible(allocation.plan), "seed \(seed)")
      let fairness = FairnessDefinition(round, allocation.plan)
      #expect(fairness.enviesByPoints.isEmpty, "seed \(seed): \(fairness.enviesByPoints)")
      #expect(fairness.wasted.isEmpty, "seed \(seed): \(fairness.wasted)")
      #expect(allocation.steps.map(\.isProven) == [true], "seed \(seed)")
      placed += allocation.plan.placements.count
      if Set(round.applications.map(\.points)).count < round.applications.count { ties += 1 }
    }
    #expect(placed > 300 && ties > 100, "\(placed) \(ties)")
  }

  @Test func `with different points it is whoever has more choosing first among all plans`() throws
  {
    var (rounds, chosen) = (0, 0)
    for seed in 64_001...64_350 as ClosedRange<UInt64> {
      let round = telling(TinyRounds.make(seed: seed), apart: seed)
      guard TinyRounds.planCount(of: round) <= 1_000 else { continue }
      let plans = BruteForce(round).feasiblePlans()
      guard let allocation = try merit(round) else {
        #expect(plans.isEmpty, "seed \(seed)")
        continue
      }
      let left = SerialDefinition(round).choose(among: plans.map(\.plan))
      #expect(left.contains(allocation.plan), "seed \(seed)")
      func key(_ values: [Int]) -> [Int] {
        zip(round.settings.objective, values).map { $0.isMaximised ? $1 : -$1 }
      }
      let best = plans.filter { left.contains($0.plan) }.map { key($0.tierValues) }
        .max { $0.lexicographicallyPrecedes($1) }
      #expect(key(allocation.tiers.map(\.value)) == best, "seed \(seed)")
      rounds += 1
      chosen += left.count < plans.count ? 1 : 0
    }
    #expect(rounds > 100 && chosen > 60, "\(rounds) \(chosen)")
  }

  @Test func `where seats alone tie people together it is the applicant-optimal stable matching`()
    throws
  {
    var (several, ties) = (0, 0)
    for seed in 65_001...65_300 as ClosedRange<UInt64> {
      let round = seatsAlone(TinyRounds.make(seed: seed), seed)
      guard TinyRounds.planCount(of: round) <= 3_000 else { continue }
      let definition = StableDefinition(round)
      let stable = BruteForce(round).feasiblePlans().map(\.plan).filter(definition.isStable)
      guard let plan = try merit(round)?.plan else {
        Issue.record("seed \(seed): no plan")
        continue
      }
      #expect(stable.contains(plan), "seed \(seed): not stable")
      for other in stable {
        #expect(definition.isAsGood(plan, as: other), "seed \(seed): somebody prefers another one")
      }
      #expect(FairnessDefinition(round, plan).envies.isEmpty, "seed \(seed)")
      several += stable.count > 1 ? 1 : 0
      ties += Set(round.applications.map(\.points)).count < round.applications.count ? 1 : 0
    }
    #expect(several > 3 && ties > 80, "\(several) \(ties)")
  }

  /// The round with seats as its only rule: one application a person, few seats, long lists.
  private func seatsAlone(_ made: Round, _ seed: UInt64) -> Round {
    var (round, random) = (made, SplitMix64(seed: seed))
    (round.limits, round.locks) = ([], [])
    var seen: Set<Int> = []
    round.applications.removeAll { !seen.insert($0.participant).inserted }
    round.published = []
    for stream in round.streams.indices { round.streams[stream].learnersPerLeader = 0 }
    for session in round.sessions.indices {
      round.sessions[session].minPeople = 0
      round.sessions[session].maxPeople = random.pick([1, 1, 2])
    }
    for place in round.applications.indices {
      round.applications[place].group = ""
      round.applications[place].role = .participant
      round.applications[place].points = random.pick([5000, 5000, 7000])
      let sessions = round.sessions.indices.map { Application.Preference.session($0) }
      round.applications[place].preferences = random.shuffled(sessions)
    }
    return round
  }
}

/// What applicants want, the slow way: by the place in the list, then by fit, then by lot.
private struct Wishes {
  let round: Round
  let valuation: Valuation

  init(_ round: Round) {
    self.round = round
    valuation = Valuation(round)
  }

  /// Less is better; `nil` is no placement.
  func key(_ option: Option?) -> [Int] {
    guard let option else { return [Int.max, 1] }
    return [
      round.rank(of: option) ?? .max, -valuation.fit(option), -valuation.draw(option),
      Int(option.session), Int(option.sector.number),
    ].map { $0 == .max ? .max - 1 : $0 }
  }

  func prefers(_ one: Option?, to other: Option?) -> Bool {
    key(one).lexicographicallyPrecedes(key(other))
  }
}

/// Whoever has more points chooses first, groups where their last participant would.
private struct SerialDefinition {
  private let wishes: Wishes
  private var round: Round { wishes.round }

  init(_ round: Round) { wishes = Wishes(round) }

  func choose(among plans: [Plan]) -> [Plan] {
    turns.reduce(plans) { plans, turn in
      let keys = plans.map { key(of: turn, in: $0) }
      let best = keys.min { $0.lexicographicallyPrecedes($1) }
      return plans.indices.filter { keys[$0] == best }.map { plans[$0] }
    }
  }

  /// The participants of each turn, those with most points first in each.
  private var turns: [[Int]] {
    var groups: [[Int]] = []
    for (place, application) in round.applications.enumerated() {
      let known = groups.firstIndex { members in
        let mate = round.applications[members[0]]
        return !application.group.isEmpty && mate.group == application.group
          && mate.stream == application.stream
      }
      if let known { groups[known].append(place) } else { groups.append([place]) }
    }
    func points(_ place: Int) -> Int { round.applications[place].points }
    return groups.map { members in
      members.filter { round.applications[$0].role == .participant }
        .sorted { points($0) > points($1) }
    }.filter { !$0.isEmpty }.sorted { points($0[$0.count - 1]) > points($1[$1.count - 1]) }
  }

  /// What a turn has, less is better; a group looks at sessions only.
  private func key(of turn: [Int], in plan: Plan) -> [Int] {
    let options = turn.map { member in plan.placements.first { Int($0.application) == member } }
    guard turn.count > 1 || isGrouped(turn[0]) else { return wishes.key(options[0]) }
    return turn.indices.flatMap { place -> [Int] in
      guard let option = options[place] else { return wishes.key(nil) }
      let choices = OptionTable(round).options.filter {
        Int($0.application) == turn[place] && $0.session == option.session
      }
      return choices.map(wishes.key).min { $0.lexicographicallyPrecedes($1) } ?? []
    }
  }

  private func isGrouped(_ place: Int) -> Bool {
    let application = round.applications[place]
    return !application.group.isEmpty
      && round.applications.count {
        $0.group == application.group && $0.stream == application.stream
      } > 1
  }
}

/// Stability as Gale and Shapley have it, with seats, points and lots.
private struct StableDefinition {
  private let wishes: Wishes
  private let options: [Option]
  private var round: Round { wishes.round }

  init(_ round: Round) {
    wishes = Wishes(round)
    options = OptionTable(round).options
  }

  /// Whether no applicant prefers an option whose session has a free seat or somebody with fewer
  /// points or a lower lot.
  func isStable(_ plan: Plan) -> Bool {
    !options.contains { option in
      let own = plan.placements.first { $0.application == option.application }
      guard wishes.prefers(option, to: own) else { return false }
      let holders = plan.placements.filter { $0.session == option.session }
      let others = holders.filter { $0.application != option.application }
      return others.count < round.sessions[Int(option.session)].maxPeople ?? .max
        || others.contains { claim($0).lexicographicallyPrecedes(claim(option)) }
        || own?.session == option.session
    }
  }

  private func claim(_ option: Option) -> [Int] {
    let lots = options.filter {
      $0.application == option.application && $0.session == option.session
    }.map(wishes.valuation.draw)
    return [round.applications[Int(option.application)].points, lots.max() ?? 0]
  }

  /// Whether nobody prefers another plan.
  func isAsGood(_ plan: Plan, as other: Plan) -> Bool {
    round.applications.indices.allSatisfy { place in
      func option(_ plan: Plan) -> Option? {
        plan.placements.first { Int($0.application) == place }
      }
      return !wishes.prefers(option(other), to: option(plan))
    }
  }
}
