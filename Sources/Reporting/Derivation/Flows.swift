import MobilityModel

/// How many people go from each country to each host.
struct Flows: Sendable {
  struct End: Sendable {
    /// Code of a country, or name of a host; empty for the hosts that share a band.
    var label: String
    var people: Int
  }

  /// Rising by code; the empty code is of organisations without a country.
  private(set) var countries: [End] = []
  /// The host with most people first, the rest together.
  private(set) var hosts: [End] = []
  /// People by country, then by host.
  private(set) var people: [[Int]] = []

  /// More hosts than this share one band.
  static let mostHosts = 24

  /// - Complexity: O(*p*) for *p* placements, and sorting of hosts.
  init(_ source: ReportSource) {
    let round = source.shown
    var counts: [String: [Int: Int]] = [:]
    var totals: [Int: Int] = [:]
    for option in source.plan.placements {
      let host = round.sessions[Int(option.session)].host
      counts[round.country(ofApplication: Int(option.application)), default: [:]][
        host, default: 0] += 1
      totals[host, default: 0] += 1
    }
    let sorted = totals.keys.sorted { (totals[$1] ?? 0, $0) < (totals[$0] ?? 0, $1) }
    let named = sorted.count > Self.mostHosts ? Array(sorted.prefix(Self.mostHosts - 1)) : sorted
    let rest = sorted.dropFirst(named.count)
    for code in counts.keys.sorted() {
      let row = counts[code] ?? [:]
      var people = named.map { row[$0] ?? 0 }
      if !rest.isEmpty { people.append(rest.reduce(0) { $0 + (row[$1] ?? 0) }) }
      self.people.append(people)
      countries.append(End(label: code, people: people.reduce(0, +)))
    }
    hosts = named.map { End(label: round.organisations[$0].label, people: totals[$0] ?? 0) }
    if !rest.isEmpty {
      hosts.append(End(label: "", people: rest.reduce(0) { $0 + (totals[$1] ?? 0) }))
    }
  }
}
