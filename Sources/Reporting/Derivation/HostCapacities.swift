import MobilityModel

/// What a limit on people at once says of hosts, one by one.
struct HostCapacities {
  private(set) var byHost: [(host: Int, capacity: HostTimeline.Capacity)] = []

  private struct Part: Hashable {
    var host: Int
    var sector: String
  }

  /// Empty for a limit that counts something else, has no ceiling, or speaks of hosts together.
  init(_ index: Int, _ source: ReportSource, _ facts: Facts) {
    let (round, limit) = (source.round, source.round.limits[index])
    guard limit.measure == .atOnce, limit.kind != .soft, let most = limit.max,
      limit.each.allSatisfy({ [.host, .session, .sector].contains($0) }),
      let only = Self.host(of: limit, round)
    else { return }
    let (place, who) = (facts.test(limit.where), facts.test(limit.who))
    var days: [Part: [Interval]] = [:]
    for option in source.plan.placements
    where place.holds(option) && who.holds(application: Int(option.application)) {
      let session = round.sessions[Int(option.session)]
      let part = Part(
        host: session.host,
        sector: limit.each.contains(.sector) ? option.sector.code : Self.sector(of: limit))
      let seen = Interval(
        start: max(session.dates.start, limit.from ?? session.dates.start),
        end: min(session.dates.end, limit.until ?? session.dates.end))
      days[part, default: []].append(seen)
    }
    if days.isEmpty, case .one(let host) = only {
      days[Part(host: host, sector: Self.sector(of: limit))] = []
    }
    byHost = days.sorted { ($0.key.host, $0.key.sector) < ($1.key.host, $1.key.sector) }.map {
      let capacity = HostTimeline.Capacity(
        limit: limit.id, sector: $0.sector, reason: source.shown.limits[index].reason,
        most: most, count: StepCount($1))
      return ($0.host, capacity)
    }
  }

  /// The host of which a limit speaks; `each` where it is split by hosts.
  private enum Hosts {
    case one(Int)
    case each
  }

  private static func host(of limit: Limit, _ round: Round) -> Hosts? {
    for condition in limit.where.conditions
    where condition.key == .host && condition.values.count == 1 {
      return round.organisations.firstIndex { condition.values.contains($0.id) }.map { .one($0) }
    }
    return limit.each.contains(.host) ? .each : nil
  }

  private static func sector(of limit: Limit) -> String {
    limit.where.conditions.filter { $0.key == .sector }
      .flatMap { $0.values.sorted() }.joined(separator: ", ")
  }
}
