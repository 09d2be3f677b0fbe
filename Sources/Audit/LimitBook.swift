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
  /// Values of the combinations that options reach, by the ids of limits that are not plain.
  private(set) var reachedValues: [String: Set<[String]>] = [:]

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
    reachedValues = valuesReached(by: round.limits.filter { !$0.isPlain })
  }

  /// Whether a combination matters that has no placement, or whose placements are no options.
  static func needsReach(_ limit: Limit, hasRefused: Bool) -> Bool {
    if limit.each.isEmpty || !limit.isPlain { return false }
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

  /// Whether a side of a limit looks at a placement.
  func holds(_ side: Limit.Side, for placement: Option) -> Bool {
    (side.where.conditions + side.who.conditions).allSatisfy {
      $0.values.contains(values.value(of: $0.key, of: placement))
    }
  }

  /// The values by which a side of a limit splits a placement.
  func each(_ side: Limit.Side, of placement: Option) -> [String] {
    side.each.map { values.value(of: $0, of: placement) }
  }

  private func valuesReached(by limits: [Limit]) -> [String: Set<[String]>] {
    if limits.isEmpty { return [:] }
    var reached: [String: Set<[String]>] = [:]
    var finder = OptionFinder(eligibility, streams: values.round.streams.count)
    var options: [Option] = []
    for application in values.round.applications.indices {
      options.removeAll(keepingCapacity: true)
      finder.find(application, into: &options)
      for limit in limits {
        for side in limit.sides {
          for option in options where holds(side, for: option) {
            reached[limit.id, default: []].insert(each(side, of: option))
          }
        }
      }
    }
    return reached
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
