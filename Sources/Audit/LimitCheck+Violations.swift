import MobilityModel

extension LimitCheck {
  /// How many placements of broken limits are listed in all, before lists are cut to `shortList`.
  ///
  /// A table may hold thousands of limits that each look at a whole plan; the lists alone would
  /// then fill the memory.
  private static let longLists = 4_000_000
  private static let shortList = 100

  /// A violation for every hard bound and every `or_none` limit that is broken.
  func violations() -> [Violation] {
    var room = Self.longLists
    return round.limits.filter { $0.kind != .soft }.flatMap { limit in
      findings(for: limit).map { violation(of: limit, $0, room: &room) }
    }
  }

  /// How a bound is broken.
  private struct Finding {
    var rule: BrokenRule
    var each: [Violation.EachValue] = []
    var count: Int
    var placements: [Option]
    var day: Day?
    var brokenDays: Int?
  }

  private func isBroken(_ rule: BrokenRule, of limit: Limit, count: Int) -> Bool {
    let isTooFew = limit.min.map { count < $0 } ?? false
    let isTooMany = limit.max.map { count > $0 } ?? false
    switch (rule, limit.kind) {
    case (.limitMin, .hard): return isTooFew
    case (.limitMax, .hard): return isTooMany
    case (.limitOrNone, .orNone): return count != 0 && (isTooFew || isTooMany)
    default: return false
    }
  }

  /// In the order of the values of `each`.
  private func findings(for limit: Limit) -> [Finding] {
    let found = combinations(of: limit).flatMap { combination in
      [BrokenRule.limitMin, .limitMax, .limitOrNone].compactMap { rule in
        var finding = finding(rule, of: limit, combination)
        finding?.each = each(of: limit, combination)
        return finding
      }
    }
    return found.sorted { left, right in
      let values = (left.each.map(\.value), right.each.map(\.value))
      if values.0 != values.1 { return values.0.lexicographicallyPrecedes(values.1) }
      // `limit-min` comes before `limit-max`.
      return left.rule.rawValue > right.rule.rawValue
    }
  }

  private func finding(
    _ rule: BrokenRule, of limit: Limit, _ combination: Combination
  ) -> Finding? {
    if limit.measure == .atOnce { return worstDay(rule, of: limit, combination) }
    let count = count(combination, under: limit)
    guard isBroken(rule, of: limit, count: count) else { return nil }
    return Finding(
      rule: rule, count: count, placements: combination.placements + combination.minus)
  }

  /// The day on which most are too many, or fewest too few; the first of equal days.
  private func worstDay(
    _ rule: BrokenRule, of limit: Limit, _ combination: Combination
  ) -> Finding? {
    let broken = stretches(of: combination.placements, during: limit).filter {
      isBroken(rule, of: limit, count: $0.count)
    }
    let sign = rule == .limitMin ? 1 : -1
    let worst = broken.min { (sign * $0.count, $0.first) < (sign * $1.count, $1.first) }
    guard let worst else { return nil }
    let day = Day(number: Int32(clamping: worst.first))
    return Finding(
      rule: rule, count: worst.count,
      placements: combination.placements.filter { round.session($0).dates.contains(day) },
      day: day, brokenDays: broken.map { $0.last - $0.first + 1 }.reduce(0, +))
  }

  private func violation(of limit: Limit, _ finding: Finding, room: inout Int) -> Violation {
    var violation = Violation(finding.rule, .limit(limit.id, each: finding.each))
    violation.day = finding.day
    violation.brokenDays = finding.brokenDays
    violation.count = finding.count
    violation.min = finding.rule == .limitMax ? nil : limit.min
    violation.max = finding.rule == .limitMin ? nil : limit.max
    let inOrder = finding.placements.sorted()
    let listed = inOrder.count <= room ? inOrder[...] : inOrder.prefix(Self.shortList)
    room -= listed.count
    violation.placements = listed.map(round.named)
    violation.unlisted = inOrder.count - listed.count
    violation.message = Wording.limit(
      violation, limit, of: limit.of.map { $0.word(in: round) } ?? "")
    return violation
  }
}

extension LimitCheck {
  /// Successive days, by number, on which equally many placements are under way.
  struct Stretch {
    var first: Int
    var last: Int
    var count: Int
  }

  /// The days of the limit's window, or where it is open the days from the first placement to the
  /// last, with the number of placements whose session includes them.
  func stretches(of placements: [Option], during limit: Limit) -> [Stretch] {
    let from = limit.from.map { Int($0.number) }
    let until = limit.until.map { Int($0.number) }
    if let from, let until, from > until { return [] }
    var change: [Int: Int] = [:]
    if let from, let until {
      change[from] = 0
      change[until + 1] = 0
    }
    for placement in placements {
      let dates = round.sessions[Int(placement.session)].dates
      let first = max(Int(dates.start.number), from ?? Int.min)
      let last = min(Int(dates.end.number), until ?? Int.max)
      guard first <= last else { continue }
      change[first, default: 0] += 1
      change[last + 1, default: 0] -= 1
    }
    var stretches: [Stretch] = []
    var count = 0
    let days = change.keys.sorted()
    for (day, next) in zip(days, days.dropFirst()) {
      count += change[day] ?? 0
      stretches.append(Stretch(first: day, last: next - 1, count: count))
    }
    return stretches
  }
}
