import ArgumentParser
import Audit
import MobilityModel
import Planning
import RoundFiles

/// Plans what becomes of places that a country returns.
struct RebalanceRun {
  private let input: RoundInput
  private let finder: PlanFinder

  enum Result {
    case shared(RebalanceResult)
    /// The round has no plan.
    case infeasible
    /// No plan was found in time.
    case unknown
  }

  init(_ input: RoundInput, until interruption: Interruption) {
    self.input = input
    finder = PlanFinder { interruption.isDue }
  }

  /// - Throws: `Ending`, or `ValidationError` where the country returns nothing.
  func result(
    from country: String, most: Int?, plan: Plan?, threads: Int
  ) async throws -> Result {
    let found: Plan
    var finder = finder
    if let plan {
      found = plan
    } else {
      let answer: PlanFinder.Answer
      (answer, finder) = finder.learn(input.round, crew: ThreadCrew(threads: threads))
      switch answer {
      case .best(let allocation): found = try AuditedPlan(allocation, of: input.round).plan
      case .infeasible: return .infeasible
      case .open: return .unknown
      case .tooLarge(let error): throw Ending.tooLarge(error.message)
      }
    }
    let rebalancing = Rebalancing(PlanReview(input.round, found))
    let returned = rebalancing.returned(by: country, most: most)
    if returned.isEmpty { throw ValidationError(nothing(rebalancing, country)) }
    let answers = await inOrder(SharingRule.allCases, threads: threads) { [finder] rule in
      let changed = rebalancing.round(returning: returned, by: rule)
      return Swift.Result { () throws(Ending) in try Self.outcome(rule, changed, finder) }
    }
    return .shared(
      RebalanceResult(
        round: input.round, plan: found, rebalancing: rebalancing, returned: returned,
        outcomes: try answers.map { try $0.get() }))
  }

  private static func outcome(
    _ rule: SharingRule, _ changed: Round, _ finder: PlanFinder
  ) throws(Ending) -> RebalanceResult.Outcome {
    switch finder.answer(changed) {
    case .best(let allocation):
      let plan = try AuditedPlan(allocation, of: changed)
      return RebalanceResult.Outcome(rule: rule, plan: plan.plan, isProven: true)
    case .open(let allocation?):
      let plan = try AuditedPlan(allocation, of: changed)
      return RebalanceResult.Outcome(rule: rule, plan: plan.plan, isProven: plan.isProven)
    case .open(nil), .infeasible:
      return RebalanceResult.Outcome(rule: rule, plan: nil, isProven: false)
    case .tooLarge(let error): throw .tooLarge(error.message)
    }
  }

  private func nothing(_ rebalancing: Rebalancing, _ country: String) -> String {
    let countries = Set(rebalancing.quotas.map(\.country)).sorted()
    if countries.isEmpty {
      return "The round has no quota: a limit on people with a max, of one country or of each."
    }
    if !countries.contains(country) {
      return "\(country.printable) has no quota; the countries with one are "
        + countries.joined(separator: ", ") + "."
    }
    return "\(country) uses all of its quotas, and returns nothing."
  }
}

/// Who takes what has been returned, by each rule.
struct RebalanceResult {
  struct Outcome: Sendable {
    var rule: SharingRule
    /// `nil` where none was found.
    var plan: Plan?
    var isProven: Bool
  }

  /// What one country may take of one quota by one rule, and takes.
  struct Share {
    var limit: String
    /// Places of the quota that have been returned.
    var returned: Int
    var country: String
    var most: Int
    var used: Int
    var waiting: Int
    var offered: Int
    /// `nil` where there is no plan.
    var taken: Int?
  }

  let round: Round
  let plan: Plan
  let rebalancing: Rebalancing
  let returned: [CountryQuota]
  let outcomes: [Outcome]

  /// Participants that a plan places.
  func placed(_ plan: Plan) -> Int {
    plan.placements.count { round.applications[Int($0.application)].role == .participant }
  }

  /// By quota, then by country.
  func shares(_ outcome: Outcome) -> [Share] {
    let now = Dictionary(
      uniqueKeysWithValues: (outcome.plan.map { Rebalancing(PlanReview(round, $0)).quotas } ?? [])
        .map { (Key($0), $0.used) })
    return returned.flatMap { back in
      rebalancing.shares(of: back, by: outcome.rule).compactMap { country, offered in
        let own = rebalancing.quotas.filter {
          $0.country == country && rebalancing.areAlike($0, back)
        }
        guard let quota = own.first else { return nil }
        return Share(
          limit: round.limits[quota.limit].id, returned: back.unused, country: country,
          most: quota.most,
          used: quota.used, waiting: quota.waiting, offered: offered,
          taken: now[Key(quota)].map { $0 - quota.used })
      }
    }
  }

  private struct Key: Hashable {
    var limit: Int
    var country: String

    init(_ quota: CountryQuota) { (limit, country) = (quota.limit, quota.country) }
  }

  var written: Table {
    let columns = [
      "rule", "limit", "from", "returned", "country", "quota", "used", "waiting", "offered",
      "taken",
      "placed", "proven",
    ]
    return Table(
      columns: columns,
      rows: outcomes.flatMap { outcome in shares(outcome).map { row(outcome, $0) } },
      idColumns: Set(columns))
  }

  private func row(_ outcome: Outcome, _ share: Share) -> [String] {
    let numbers = [share.most, share.used, share.waiting, share.offered].map(String.init)
    let placed = outcome.plan.map { String(self.placed($0)) } ?? ""
    return [
      outcome.rule.rawValue, share.limit, returned[0].country, String(share.returned),
      share.country,
    ] + numbers + [
      share.taken.map(String.init) ?? "", placed, outcome.isProven ? "yes" : "no",
    ]
  }
}
