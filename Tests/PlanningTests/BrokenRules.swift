import Audit
import MobilityModel

/// For each way to give every application of a tiny round one of its options or none, which hard
/// rules it breaks, as the audit counts them and under the ids that a clash uses.
struct BrokenRules {
  private(set) var ofPlan: [Set<String>] = []

  init(_ round: Round) {
    let table = OptionTable(round)
    let auditor = Auditor(round: round)
    var plans: [[Option]] = [[]]
    for application in round.applications.indices {
      let options = table.options[table.range(ofApplication: application)]
      plans = plans.flatMap { plan in [plan] + options.map { plan + [$0] } }
    }
    ofPlan = plans.map { plan in
      guard case .broken(let violations) = auditor.audit(plan) else { return [] }
      return Set(violations.map(Self.id))
    }
  }

  /// Whether no plan keeps all of these rules.
  func clash(_ rules: Set<String>) -> Bool { ofPlan.allSatisfy { !$0.isDisjoint(with: rules) } }

  private static func id(of violation: Violation) -> String {
    switch (violation.rule, violation.subject) {
    case (.locked, .application(let id)): "lock:\(id)"
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
