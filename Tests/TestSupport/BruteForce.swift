package import MobilityModel

/// Finds the best plans of a tiny round by looking at every plan there is.
///
/// It shares nothing with the audit, with planning or with the solver: every rule of section 5 and
/// every tier of section 6 is counted here once more, so that the three can be held against it.
///
/// A class, because debug builds copy every field of a struct at each call.
package final class BruteForce: Sendable {
  /// The best values tier by tier, and every plan that reaches them.
  package struct Best: Hashable, Sendable {
    /// In the order of the objective and in the tiers' own sense.
    package var tierValues: [Int]
    package var plans: [Plan]
  }

  let round: Round
  /// Every option there is; plans are lists of indices into it.
  package let options: [Option]
  let boundedSums: [BoundedSum]
  let plain: [PlainOption]
  let minPeople: [Int]
  let maxPeople: [Int]
  let perLeader: [Int]
  let mates: [(Int, Int)]
  let locked: [Int]
  private let optionsOfApplication: [[Int]]
  private let worth: [Tier: [Int]]

  package init(_ round: Round) {
    self.round = round
    let table = OptionTable(round)
    options = table.options
    optionsOfApplication = round.applications.indices.map { application in
      table.options.indices.filter { table.options[$0].application == application }
    }
    boundedSums = BoundedSum.all(of: round, table.options)
    plain = table.options.map { PlainOption($0, round) }
    minPeople = round.sessions.map(\.minPeople)
    maxPeople = round.sessions.map { $0.maxPeople ?? Int.max }
    perLeader = round.sessions.map { round.streams[$0.stream].learnersPerLeader }
    mates = Self.mates(in: round)
    locked = round.locks.filter { $0.effect == .lock }.map(\.application)
    let valuation = Valuation(round)
    worth = [
      .filled: options.map(valuation.weight), .points: options.map(valuation.points),
      .fit: options.map(valuation.fit), .travel: options.map(valuation.km),
      .euros: options.map(valuation.euros), .draw: options.map(valuation.draw),
    ]
  }

  /// The best of all plans; `nil` if none keeps the rules.
  package func best() -> Best? {
    var best: Best?
    for plan in feasible() {
      let values = values(of: plan)
      if let known = best {
        if isBetter(known.tierValues, values) { continue }
        if known.tierValues == values {
          best?.plans.append(named(plan))
          continue
        }
      }
      best = Best(tierValues: values, plans: [named(plan)])
    }
    return best
  }

  /// Every plan that keeps the rules, with its values in the order of the objective.
  package func feasiblePlans() -> [(plan: Plan, tierValues: [Int])] {
    feasible().map { (named($0), values(of: $0)) }
  }

  /// Whether `plan`, made of options of this round, keeps every rule.
  package func isFeasible(_ plan: Plan) -> Bool {
    let numbers = plan.placements.compactMap { options.firstIndex(of: $0) }
    return numbers.count == plan.placements.count && keepsRules(numbers)
  }

  private func named(_ plan: [Int]) -> Plan { Plan(placements: plan.map { options[$0] }) }

  private func feasible() -> [[Int]] {
    var found: [[Int]] = []
    extend([], from: 0, into: &found)
    return found
  }

  /// Tries every option of an application, and none, with everything for those after it.
  private func extend(_ plan: [Int], from application: Int, into found: inout [[Int]]) {
    guard application < round.applications.count else {
      if keepsRules(plan) { found.append(plan) }
      return
    }
    extend(plan, from: application + 1, into: &found)
    for option in optionsOfApplication[application] {
      // What clashes now does so in every plan that goes on from here.
      if fits(option, with: plan) { extend(plan + [option], from: application + 1, into: &found) }
    }
  }

  private func isBetter(_ one: [Int], _ other: [Int]) -> Bool {
    for (tier, values) in zip(round.settings.objective, zip(one, other))
    where values.0 != values.1 {
      return tier.isMaximised ? values.0 > values.1 : values.0 < values.1
    }
    return false
  }

  private func values(of plan: [Int]) -> [Int] {
    round.settings.objective.map { tier in
      switch tier {
      case .targets: boundedSums.map { $0.missed(by: plan) }.reduce(0, +)
      case .changes: changes(in: plan)
      default: plan.map { worth[tier]?[$0] ?? 0 }.reduce(0, +)
      }
    }
  }

  private func changes(in plan: [Int]) -> Int {
    round.published.count { published in
      !plan.contains {
        options[$0].application == published.application && options[$0].session == published.session
      }
    }
  }
}
