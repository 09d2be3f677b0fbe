import MobilityModel

/// Counts what a plan does under every limit of a round.
struct LimitCheck {
  let round: Round
  let valuation: Valuation
  let values: KeyValues
  /// Whether the plan has a placement that is no option: it may reach a combination that no option
  /// can reach, and such a one does not exist.
  let hasRefused: Bool
  /// The plan, by session.
  private let placements: [[Option]]
  private let labels: [FilterKey: KeyLabels]

  /// What one combination of a limit's `each` looks at; without `each` there is one.
  struct Combination {
    var each: [Violation.EachValue]
    var placements: [Option]
  }

  init(_ round: Round, _ valuation: Valuation, plan: [Option], hasRefused: Bool) {
    self.round = round
    self.valuation = valuation
    self.hasRefused = hasRefused
    values = KeyValues(round: round)
    var bySession: [[Option]] = Array(repeating: [], count: round.sessions.count)
    for placement in plan { bySession[Int(placement.session)].append(placement) }
    placements = bySession
    var labels: [FilterKey: KeyLabels] = [:]
    for limit in round.limits {
      let conditions = limit.where.conditions + limit.who.conditions
      for key in limit.each + conditions.map(\.key) where labels[key] == nil {
        labels[key] = KeyLabels(key, values)
      }
    }
    self.labels = labels
  }

  /// The tier `targets`: the sum of the shortfalls and excesses of soft limits.
  func missedTargets() -> Int {
    var missed = 0
    for limit in round.limits where limit.kind == .soft && limit.measure != .atOnce {
      for combination in combinations(of: limit) {
        let count = count(combination.placements, by: limit.measure)
        if let min = limit.min, count < min { missed = missed.addingClamped(min - count) }
        if let max = limit.max, count > max { missed = missed.addingClamped(count - max) }
      }
    }
    return missed
  }

  /// The combinations of a limit that exist, in the order of their values.
  func combinations(of limit: Limit) -> [Combination] {
    let scope = LimitScope(of: limit, labels)
    if limit.each.isEmpty {
      let all = placements.flatMap { looked(at: $0, by: scope) }
      return [Combination(each: [], placements: all)]
    }
    var numbers = CombinationNumbers(of: limit.each, labels)
    var counted: [[Option]] = []
    for placement in placements.flatMap({ looked(at: $0, by: scope) }) {
      let number = numbers.number(of: placement)
      if number == counted.count { counted.append([]) }
      counted[number].append(placement)
    }
    var found = counted.map { Combination(each: each(of: limit, $0[0]), placements: $0) }
    if hasRefused || ((limit.min ?? 0) > 0 && limit.kind != .orNone) {
      addUncounted(to: &found, of: limit, scope, &numbers)
    }
    return found.sorted { left, right in
      left.each.map(\.value).lexicographicallyPrecedes(right.each.map(\.value))
    }
  }

  /// Adds the combinations that an option reaches and no placement; drops those that none reaches.
  private func addUncounted(
    to found: inout [Combination], of limit: Limit, _ scope: LimitScope,
    _ numbers: inout CombinationNumbers
  ) {
    var isReached = Array(repeating: false, count: found.count)
    for option in OptionTable(round).options
    where scope.holdsForSession(of: option) && scope.holdsWithin(option) {
      let number = numbers.number(of: option)
      if number == found.count {
        found.append(Combination(each: each(of: limit, option), placements: []))
        isReached.append(true)
      }
      isReached[number] = true
    }
    found = zip(found, isReached).filter(\.1).map(\.0)
  }

  private func looked(at placements: [Option], by scope: LimitScope) -> [Option] {
    guard let first = placements.first, scope.holdsForSession(of: first) else { return [] }
    return placements.filter(scope.holdsWithin)
  }

  private func each(of limit: Limit, _ placement: Option) -> [Violation.EachValue] {
    limit.each.map { key in
      Violation.EachValue(key: values.name(of: key), value: values.value(of: key, of: placement))
    }
  }

  /// What is counted over the whole round; for `at_once` see `stretches(of:during:)`.
  func count(_ placements: [Option], by measure: Limit.Measure) -> Int {
    switch measure {
    case .people, .atOnce: placements.count
    case .days:
      placements.reduce(0) {
        $0.addingClamped(round.sessions[Int($1.session)].dates.days)
      }
    case .euros: placements.reduce(0) { $0.addingClamped(valuation.euros($1)) }
    }
  }
}
