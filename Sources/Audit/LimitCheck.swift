import MobilityModel

/// Counts what a plan does under every limit of a round.
struct LimitCheck {
  let book: LimitBook
  /// Whether the plan has a placement that is no option: it may reach a combination that no option
  /// can reach, and such a one does not exist.
  let hasRefused: Bool
  /// Options that reach combinations, by the ids of limits that have to know.
  private let reached: [String: [Option]]
  /// The plan, by session.
  private let placements: [[Option]]

  /// What one combination of a limit's `each` looks at; without `each` there is one.
  struct Combination {
    /// A placement or an option of the combination; `nil` without `each`.
    var example: Option?
    var placements: [Option]
    /// The values of `each`, where the limit is not plain.
    var values: [String]?
    /// Placements that are taken off.
    var minus: [Option] = []
  }

  init(_ book: LimitBook, plan: [Option], hasRefused: Bool) {
    self.book = book
    self.hasRefused = hasRefused
    reached = book.reached(hasRefused: hasRefused)
    var bySession: [[Option]] = Array(repeating: [], count: book.values.round.sessions.count)
    for placement in plan { bySession[Int(placement.session)].append(placement) }
    placements = bySession
  }

  var round: Round { book.values.round }

  /// The tier `targets`: the sum of the shortfalls and excesses of soft limits.
  func missedTargets() -> Int {
    var missed = 0
    for limit in round.limits where limit.kind == .soft && limit.measure != .atOnce {
      for combination in combinations(of: limit) {
        let count = count(combination, under: limit)
        if let min = limit.min, count < min { missed = missed.addingClamped(min - count) }
        if let max = limit.max, count > max { missed = missed.addingClamped(count - max) }
      }
    }
    return missed
  }

  /// The combinations of a limit that exist, in no particular order.
  func combinations(of limit: Limit) -> [Combination] {
    if !limit.isPlain { return combinationsByValues(of: limit) }
    let scope = LimitScope(of: limit, book.labels)
    if limit.each.isEmpty {
      let all = placements.flatMap { looked(at: $0, by: scope) }
      return [Combination(placements: all)]
    }
    var numbers = CombinationNumbers(of: limit.each, book.labels)
    var found: [Combination] = []
    for placement in placements.flatMap({ looked(at: $0, by: scope) }) {
      let number = numbers.number(of: placement)
      if number == found.count { found.append(Combination(example: placement, placements: [])) }
      found[number].placements.append(placement)
    }
    guard LimitBook.needsReach(limit, hasRefused: hasRefused) else { return found }
    return existing(found, reached[limit.id] ?? [], &numbers)
  }

  /// The combinations of a limit that takes placements off, counts different values, or starts from
  /// what is carried.
  private func combinationsByValues(of limit: Limit) -> [Combination] {
    var reached = book.reachedValues[limit.id] ?? []
    if limit.each.isEmpty { reached.insert([]) }
    var found: [[String]: Combination] = [:]
    for values in reached { found[values] = Combination(placements: [], values: values) }
    for placement in placements.joined() {
      for side in limit.sides where book.holds(side, for: placement) {
        let values = book.each(side, of: placement)
        if side.sign > 0 {
          found[values]?.placements.append(placement)
        } else {
          found[values]?.minus.append(placement)
        }
      }
    }
    return Array(found.values)
  }

  /// Adds the combinations that an option reaches and no placement; drops those that none reaches.
  private func existing(
    _ counted: [Combination], _ reached: [Option], _ numbers: inout CombinationNumbers
  ) -> [Combination] {
    var found = counted
    var isReached = Array(repeating: false, count: found.count)
    for option in reached {
      let number = numbers.number(of: option)
      if number == found.count {
        found.append(Combination(example: option, placements: []))
        isReached.append(true)
      }
      isReached[number] = true
    }
    return zip(found, isReached).filter(\.1).map(\.0)
  }

  private func looked(at placements: [Option], by scope: LimitScope) -> [Option] {
    guard let first = placements.first, scope.holdsForSession(of: first) else { return [] }
    return placements.filter(scope.holdsWithin)
  }

  /// The values that a limit's `each` has for a combination.
  func each(of limit: Limit, _ combination: Combination) -> [Violation.EachValue] {
    if let values = combination.values {
      return zip(limit.each, values).map {
        Violation.EachValue(key: $0.word(in: book.values.round), value: $1)
      }
    }
    guard let example = combination.example else { return [] }
    return limit.each.map { key in
      Violation.EachValue(
        key: key.word(in: book.values.round), value: book.values.value(of: key, of: example))
    }
  }

  /// What is counted over the whole round; for `at_once` see `stretches(of:during:)`.
  func count(_ combination: Combination, under limit: Limit) -> Int {
    if limit.measure == .different {
      let values = limit.of.map { key in
        Set(combination.placements.map { book.values.value(of: key, of: $0) })
      }
      return values?.count ?? 0
    }
    return (limit.carried[combination.values ?? []] ?? 0)
      .addingClamped(count(combination.placements, by: limit.measure))
      .addingClamped(-count(combination.minus, by: limit.measure))
  }

  private func count(_ placements: [Option], by measure: Limit.Measure) -> Int {
    switch measure {
    case .people, .atOnce, .different: placements.count
    case .days:
      placements.reduce(0) {
        $0.addingClamped(round.sessions[Int($1.session)].dates.days)
      }
    case .euros: placements.reduce(0) { $0.addingClamped(book.valuation.euros($1)) }
    }
  }
}
