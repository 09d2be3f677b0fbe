import Audit
import MobilityModel
import Planning

/// For each way to give every application of a tiny round a place that no rule, forbid or lock keeps
/// it from once they are all left out, or none, which hard rules it breaks: as the audit counts them
/// where they are about plans, as eligibility says where they are about places, under the ids that a
/// clash uses.
struct BrokenRules {
  private(set) var ofPlan: [Set<String>] = []
  private let round: Round

  /// The most plans that are looked at.
  static let mostPlans = 300

  /// `nil` for a round with too many plans.
  init?(_ round: Round) {
    self.round = round
    var bare = round
    (bare.rules, bare.locks) = ([], [])
    let table = OptionTable(bare)
    var plans: [[Option]] = [[]]
    for application in round.applications.indices {
      let options = table.options[table.range(ofApplication: application)]
      plans = plans.flatMap { plan in [plan] + options.map { plan + [$0] } }
      if plans.count > Self.mostPlans { return nil }
    }
    let auditor = Auditor(round: bare)
    let eligibility = Eligibility(round)
    let existing = Self.combinations(of: round)
    ofPlan = plans.map { plan in
      var broken = missingLocks(plan)
      for option in plan { broken.formUnion(refusing(option, eligibility)) }
      guard case .broken(let violations) = auditor.audit(plan) else { return broken }
      return broken.union(violations.filter { Self.counts($0, existing) }.map(Self.id))
    }
  }

  /// Whether no plan keeps all of these rules.
  func clash(_ rules: Set<String>) -> Bool { ofPlan.allSatisfy { !$0.isDisjoint(with: rules) } }

  /// Whether some plan keeps every rule but these.
  func isSolvable(without rules: Set<String>) -> Bool {
    ofPlan.contains { $0.isSubset(of: rules) }
  }

  /// The locks that no plan keeps, with all else but the other locks; none where that has no plan.
  var hopelessLocks: Set<String> {
    let unlocked = ofPlan.filter { $0.allSatisfy { $0.hasPrefix("lock:") } }
    if unlocked.isEmpty { return [] }
    return unlocked.dropFirst().reduce(unlocked[0]) { $0.intersection($1) }
  }

  private func missingLocks(_ plan: [Option]) -> Set<String> {
    let placed = Set(plan.map { Int($0.application) })
    return Set(
      round.locks.filter { $0.effect == .lock && !placed.contains($0.application) }.map {
        "lock:\(round.applications[$0.application].id)"
      })
  }

  private func refusing(_ option: Option, _ eligibility: Eligibility) -> [String] {
    let (application, session) = (Int(option.application), Int(option.session))
    let id = round.applications[application].id
    return eligibility.refusals(application: application, session: session, sector: option.sector)
      .flatMap { refusal -> [String] in
        switch refusal {
        case .rule(let rule): return ["rule:\(round.rules[rule].id)"]
        case .locked: return ["lock:\(id)"]
        case .forbidden:
          return round.locks.filter { $0.application == application && $0.effect == .forbid }
            .compactMap { lock in
              switch lock.target {
              case .anywhere: return "forbid:\(id)"
              case .session(let named):
                return named == session ? "forbid:\(id):\(round.sessions[named].id)" : nil
              case .host(let host):
                return host == round.sessions[session].host
                  ? "forbid:\(id):\(round.organisations[host].id)" : nil
              }
            }
        default: return ["impossible"]
        }
      }
  }

  private struct Combination: Hashable {
    var limit: String
    var values: [String]
  }

  /// The combinations of limits that exist in a round as it is.
  private static func combinations(of round: Round) -> Set<Combination> {
    let uses = PlanReview(round, Plan(placements: [])).limitUses()
    return Set(
      uses.map { Combination(limit: round.limits[$0.limit].id, values: $0.each.map(\.value)) })
  }

  /// Whether a violation counts: a combination that exists only where rules are left out may stay
  /// empty.
  private static func counts(_ violation: Violation, _ existing: Set<Combination>) -> Bool {
    guard case .limit(let id, let each) = violation.subject, !each.isEmpty else { return true }
    return violation.count != 0
      || existing.contains(Combination(limit: id, values: each.map(\.value)))
  }

  private static func id(of violation: Violation) -> String {
    switch (violation.rule, violation.subject) {
    case (.overlap, .participant(let id)): "participant:\(id)"
    case (.sessionMin, .session(let id)): "min_people:\(id)"
    case (.sessionMax, .session(let id)): "max_people:\(id)"
    case (.leaders, .session(let id)): "leaders:\(id)"
    case (_, .group(let name, let stream)): "group:\(stream):\(name)"
    case (_, .limit(let id, _)): "limit:\(id)"
    default: "\(violation.rule.rawValue) \(violation.subject)"
    }
  }
}
