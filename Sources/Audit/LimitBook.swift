import MobilityModel

/// What the limits of a round ask about it, prepared once for all plans.
struct LimitBook {
  let values: KeyValues
  let valuation: Valuation
  /// For every key that a limit uses.
  let labels: [FilterKey: KeyLabels]
  private let eligibility: Eligibility
  /// Options that reach combinations, for the limits that have to know whatever the plan.
  private var reached: [String: [Option]] = [:]

  init(_ round: Round, _ eligibility: Eligibility, _ valuation: Valuation) {
    values = KeyValues(round: round)
    self.valuation = valuation
    self.eligibility = eligibility
    var labels: [FilterKey: KeyLabels] = [:]
    for limit in round.limits {
      let conditions = limit.where.conditions + limit.who.conditions
      for key in limit.each + conditions.map(\.key) where labels[key] == nil {
        labels[key] = KeyLabels(key, values)
      }
    }
    self.labels = labels
    reached = reached(by: round.limits.filter { Self.needsReach($0, hasRefused: false) })
  }

  /// Whether a combination matters that has no placement, or whose placements are no options.
  static func needsReach(_ limit: Limit, hasRefused: Bool) -> Bool {
    if limit.each.isEmpty { return false }
    return hasRefused || ((limit.min ?? 0) > 0 && limit.kind != .orNone)
  }

  /// By the ids of limits, an option of each combination that options reach; only for limits that
  /// need it for a plan with or without refused placements.
  func reached(hasRefused: Bool) -> [String: [Option]] {
    guard hasRefused else { return reached }
    let further = values.round.limits.filter {
      reached[$0.id] == nil && Self.needsReach($0, hasRefused: true)
    }
    return reached.merging(reached(by: further)) { known, _ in known }
  }

  /// Looks at the options application by application, so as never to hold all of them.
  private func reached(by limits: [Limit]) -> [String: [Option]] {
    if limits.isEmpty { return [:] }
    let scopes = limits.map { LimitScope(of: $0, labels) }
    var numbers = limits.map { CombinationNumbers(of: $0.each, labels) }
    var examples: [[Option]] = Array(repeating: [], count: limits.count)
    var finder = OptionFinder(eligibility, streams: values.round.streams.count)
    var options: [Option] = []
    for application in values.round.applications.indices {
      options.removeAll(keepingCapacity: true)
      finder.find(application, into: &options)
      for limit in limits.indices {
        for option in options
        where scopes[limit].holdsForSession(of: option) && scopes[limit].holdsWithin(option) {
          if numbers[limit].number(of: option) == examples[limit].count {
            examples[limit].append(option)
          }
        }
      }
    }
    return Dictionary(zip(limits.map(\.id), examples)) { known, _ in known }
  }
}
