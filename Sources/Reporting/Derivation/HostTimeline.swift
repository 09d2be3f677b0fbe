import MobilityModel

/// What happens at a host, day by day.
struct HostTimeline: Sendable {
  struct Bar: Sendable {
    /// Index into `Round.sessions`.
    var session: Int
    var participants: Int
    var leaders: Int
  }

  /// People whom a limit counts at the host, against what it allows.
  struct Capacity: Sendable {
    var limit: String
    /// The place sector that is meant; empty for all.
    var sector: String
    var reason: String
    var most: Int
    var count: StepCount
  }

  /// A dated rule that closes sessions of the host for some.
  struct Closure: Sendable {
    var rule: String
    var reason: String
    var days: Interval
  }

  /// Index into `Round.organisations`.
  var host: Int
  var people: Int
  /// By their first day.
  var bars: [Bar]
  var everybody: StepCount
  var capacities: [Capacity] = []
  var closures: [Closure] = []
}

/// The timelines of all hosts, the one with most people first.
struct Timelines: Sendable {
  private(set) var hosts: [HostTimeline] = []
  /// The days of all sessions together; `nil` where there is none.
  let days: Interval?

  /// - Complexity: O(*p* *l*) for *p* placements and *l* limits, and sorting.
  init(_ source: ReportSource, _ facts: Facts) {
    let round = source.shown
    let starts = round.sessions.map(\.dates.start)
    let ends = round.sessions.map(\.dates.end)
    days = starts.min().flatMap { start in
      ends.max().map { Interval(start: start, end: max(start, $0)) }
    }
    let bySession = Dictionary(grouping: source.plan.placements) { Int($0.session) }
    let byHost = Dictionary(grouping: round.sessions.indices) { round.sessions[$0].host }
    for host in byHost.keys.sorted() {
      hosts.append(Self.timeline(host, byHost[host] ?? [], bySession, round))
    }
    hosts.sort { ($1.people, $0.host) < ($0.people, $1.host) }
    addCapacities(source, facts)
    addClosures(source, facts)
  }

  private static func timeline(
    _ host: Int, _ sessions: [Int], _ placements: [Int: [Option]], _ round: Round
  ) -> HostTimeline {
    let bars = sessions.map { session -> HostTimeline.Bar in
      let people = placements[session] ?? []
      let leaders = people.count { round.applications[Int($0.application)].role == .leader }
      return HostTimeline.Bar(
        session: session, participants: people.count - leaders, leaders: leaders)
    }
    let days = bars.flatMap {
      Array(repeating: round.sessions[$0.session].dates, count: $0.participants + $0.leaders)
    }
    return HostTimeline(
      host: host, people: days.count,
      bars: bars.sorted {
        let (one, other) = (round.sessions[$0.session].dates, round.sessions[$1.session].dates)
        return (one.start, one.end, $0.session) < (other.start, other.end, $1.session)
      },
      everybody: StepCount(days))
  }

  /// The limits on people at once that speak of a single host, or are split by host or session.
  private mutating func addCapacities(_ source: ReportSource, _ facts: Facts) {
    let place = Dictionary(uniqueKeysWithValues: hosts.indices.map { (hosts[$0].host, $0) })
    for limit in source.round.limits.indices {
      for (host, capacity) in HostCapacities(limit, source, facts).byHost {
        if let index = place[host] { hosts[index].capacities.append(capacity) }
      }
    }
  }

  private mutating func addClosures(_ source: ReportSource, _ facts: Facts) {
    guard let days else { return }
    for (place, rule) in source.round.rules.enumerated() where rule.from ?? rule.until != nil {
      let closed = Interval(
        start: max(days.start, rule.from ?? days.start),
        end: min(days.end, rule.until ?? days.end))
      let looksAtHost = rule.where.conditions.contains {
        [.host, .hostCountry, .session].contains($0.key)
      }
      if closed.days <= 0 || !looksAtHost { continue }
      let test = facts.test(rule.where)
      for index in hosts.indices
      where hosts[index].bars.contains(where: { test.holds(session: $0.session) }) {
        hosts[index].closures.append(
          HostTimeline.Closure(
            rule: rule.id, reason: source.shown.rules[place].reason, days: closed))
      }
    }
  }
}
