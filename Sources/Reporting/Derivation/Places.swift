import MobilityModel

/// Where people come from and go to, on the globe.
struct Places: Sendable {
  struct Place: Sendable {
    var name: String
    /// Place of the country among all that send; 0 for a host.
    var country: Int
    var coordinates: Coordinates
    var people: Int
  }

  struct Way: Sendable {
    /// Place of the country among all that send.
    var country: Int
    var from: Coordinates
    var to: Coordinates
    var people: Int
  }

  /// Organisations that send, the one with most people first.
  private(set) var senders: [Place] = []
  private(set) var hosts: [Place] = []
  /// From the middle of those who travel from a country to each of their hosts.
  private(set) var ways: [Way] = []

  /// The most places of a kind, and ways, that are drawn.
  static let most = 400

  private struct Pair: Hashable {
    var country: String
    var host: Int
  }

  /// - Complexity: O(*p*) for *p* placements, and sorting.
  init(_ source: ReportSource) {
    let round = source.shown
    var (sent, hosted): ([Int: Int], [Int: Int]) = ([:], [:])
    var pairs: [Pair: Int] = [:]
    for option in source.plan.placements {
      let application = round.applications[Int(option.application)]
      let from = round.participants[application.participant].organisation
      let to = round.sessions[Int(option.session)].host
      sent[from, default: 0] += 1
      hosted[to, default: 0] += 1
      pairs[Pair(country: round.organisations[from].country, host: to), default: 0] += 1
    }
    let countries = Set(pairs.keys.map(\.country)).sorted()
    senders = Self.places(sent, round, countries)
    hosts = Self.places(hosted, round, [])
    let middles = countries.map { Self.middle(sent, round, $0) }
    let sorted = pairs.sorted {
      ($1.value, $0.key.country, $0.key.host) < ($0.value, $1.key.country, $1.key.host)
    }
    ways = sorted.prefix(Self.most).compactMap { pair, people in
      guard let country = countries.firstIndex(of: pair.country), let from = middles[country],
        let to = round.organisations[pair.host].place
      else { return nil }
      return Way(country: country, from: from, to: to, people: people)
    }
  }

  /// The mean of where a country's people come from.
  private static func middle(_ sent: [Int: Int], _ round: Round, _ country: String) -> Coordinates?
  {
    var (people, latitude, longitude) = (0, 0.0, 0.0)
    for (index, count) in sent.sorted(by: { $0.key < $1.key })
    where round.organisations[index].country == country {
      guard let place = round.organisations[index].place else { continue }
      people += count
      latitude += Double(count) * place.latitude
      longitude += Double(count) * place.longitude
    }
    guard people > 0 else { return nil }
    return Coordinates(
      latitude: latitude / Double(people), longitude: longitude / Double(people))
  }

  private static func places(
    _ people: [Int: Int], _ round: Round, _ countries: [String]
  ) -> [Place] {
    people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).compactMap {
      let organisation = round.organisations[$0.key]
      guard let place = organisation.place else { return nil }
      let name = organisation.city.isEmpty ? organisation.label : organisation.city
      return Place(
        name: name, country: countries.firstIndex(of: organisation.country) ?? 0,
        coordinates: place, people: $0.value)
    }
  }
}

extension Organisation {
  /// Where it is, if that is a point on the globe.
  fileprivate var place: Coordinates? {
    guard let coordinates, abs(coordinates.latitude) <= 90, abs(coordinates.longitude) <= 180
    else { return nil }
    return coordinates
  }
}
