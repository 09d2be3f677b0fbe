import MobilityModel

/// Proves that no sum over a plan leaves 64 bits, so that nothing later has to ask.
extension RoundChecks {
  func checkTotals() {
    let people = round.applications.count
    let places = round.applications.indices
    check(.filled, sum(places) { round.streams[round.applications[$0].stream].weight })
    check(.points, sum(places) { abs(round.applications[$0].points) })
    check(.fit, product(people, largestFit))
    check(.euros, product(people, largestCost))
    check(.targets, largestShortfall)
  }

  private func check(_ tier: Tier, _ value: Int?) {
    guard value ?? .max > SizeLimits.total else { return }
    let (file, column) =
      switch tier {
      case .filled: (StreamsTable.file, "weight")
      case .points: (ApplicationsTable.file, "points")
      case .euros: (RatesTable.file, "euros")
      case .targets: (LimitsTable.file, "min")
      default: (SettingsTable.file, "value")
      }
    log.add(
      Finding(
        .totalOutOfRange, file: file, column: column,
        expected: "numbers with which \(tier.rawValue) cannot pass \(SizeLimits.total) in a plan"))
  }

  /// More than any one placement can score; at most 5 * `SizeLimits.whole`.
  private var largestFit: Int {
    let settings = round.settings
    return (settings.preferenceScores.map(abs).max() ?? 0)
      + (settings.sectorScores.map(abs).max() ?? 0) + 2 * abs(settings.languageStepScore)
      + abs(settings.twinScore)
  }

  /// More euros than any one placement can cost.
  private var largestCost: Int? {
    let days = round.sessions.map(\.dates.days).max() ?? 0
    let largest = { kind in
      round.rates.lazy.filter { $0.kind == kind }.map(\.euros).max() ?? 0
    }
    return product(days, largest(.daily)).map { $0 + largest(.travel) + largest(.organisation) }
  }

  /// More than all soft limits together can miss: each has at most as many parts as its keys have
  /// values together, and a part misses at most its `min`, or what the whole plan counts.
  private var largestShortfall: Int? {
    let soft = round.limits.filter { $0.kind == .soft }
    let days = round.sessions.map(\.dates.days).max() ?? 0
    guard let allDays = product(round.applications.count, days),
      let allEuros = product(round.applications.count, largestCost)
    else { return soft.isEmpty ? 0 : nil }
    return sum(soft) { limit in
      let parts = limit.each.reduce(1) { product($0, count(of: $1)) }
      let excess =
        switch limit.measure {
        case .people, .atOnce, .different: round.applications.count
        case .days: allDays
        case .euros: allEuros
        }
      // A difference can miss either bound by as much as is counted or taken off.
      let hasExcess = limit.max != nil || limit.minus != nil
      let carried = limit.carried.values.reduce(0) { max($0, abs($1)) }
      let bounds = max(abs(limit.min ?? 0), limit.minus == nil ? 0 : abs(limit.max ?? 0)) + carried
      return product(parts, bounds).map { $0 + (hasExcess ? excess : 0) }
    }
  }

  /// An upper bound on the number of values of a key.
  private func count(of key: FilterKey) -> Int {
    switch key {
    case .stream: round.streams.count
    case .session: round.sessions.count
    case .host, .organisation: round.organisations.count
    case .hostCountry, .country, .nationality: 300
    case .sector: 10_001
    case .role: 2
    case .participant: round.participants.count
    case .application, .group, .attribute: round.applications.count
    }
  }

  private func product(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    let (value, isTooLarge) = left.multipliedReportingOverflow(by: right)
    return isTooLarge || value > SizeLimits.total ? nil : value
  }

  /// The sum of values that are not negative; `nil` once it passes the largest total.
  private func sum<Rows: Sequence>(_ rows: Rows, _ value: (Rows.Element) -> Int?) -> Int? {
    var total = 0
    for row in rows {
      guard let value = value(row) else { return nil }
      total += value
      if total > SizeLimits.total { return nil }
    }
    return total
  }
}
