import MobilityModel
import Selection

/// How many people of a stream, or of one country in it, applied and got a place.
///
/// Participants only; leaders are counted apart.
package struct Tally: Hashable, Sendable {
  /// Index into `Round.streams`.
  package var stream: Int
  /// Country of the applicants' organisations; `nil` for all of the stream.
  package var country: String?
  package var applied = 0
  /// Those who have an option at all.
  package var eligible = 0
  package var placed = 0
  package var leaders = 0
  /// Places that the stream's sessions offer; `nil` for a country and where a session is unbounded.
  package var seats: Int?
  /// What a soft limit on these people, and on no others, asks for.
  package var least: Int?
  package var most: Int?

  init(stream: Int, country: String? = nil) {
    self.stream = stream
    self.country = country
  }
}

extension PlanReview {
  /// A tally for each stream, followed by those of its countries in the order of their codes.
  package func tallies() -> [Tally] {
    var streams = round.streams.indices.map { Tally(stream: $0) }
    var countries: [Pair: Tally] = [:]
    for (place, application) in round.applications.enumerated() {
      let pair = Pair(stream: application.stream, country: country(of: application))
      countries[pair, default: Tally(stream: pair.stream, country: pair.country)]
        .count(self, place)
      streams[pair.stream].count(self, place)
    }
    for stream in streams.indices { streams[stream].seats = seats(of: stream) }
    for limit in round.limits { aim(limit, &streams, &countries) }
    let sorted = countries.sorted {
      ($0.key.stream, $0.key.country) < ($1.key.stream, $1.key.country)
    }
    return streams.flatMap { stream in
      [stream] + sorted.filter { $0.key.stream == stream.stream }.map(\.value)
    }
  }

  private struct Pair: Hashable {
    var stream: Int
    var country: String
  }

  private func country(of application: Application) -> String {
    round.organisations[round.participants[application.participant].organisation].country
  }

  private func seats(of stream: Int) -> Int? {
    var seats = 0
    for session in round.sessions where session.stream == stream {
      guard let most = session.maxPeople else { return nil }
      seats = WholeNumbers.sum(seats, most)
    }
    return seats
  }

  /// Notes a limit that speaks of a stream, or of a country in a stream, and of nothing else.
  private func aim(_ limit: Limit, _ streams: inout [Tally], _ countries: inout [Pair: Tally]) {
    guard let aim = TallyAim(limit) else { return }
    for stream in streams.indices where aim.streams.contains(round.streams[stream].id) {
      if !aim.isForParticipants, round.streams[stream].learnersPerLeader > 0 { continue }
      if !aim.isByCountry {
        streams[stream].aim(limit)
        continue
      }
      for pair in countries.keys where pair.stream == stream && aim.countries.contains(pair.country)
      {
        countries[pair]?.aim(limit)
      }
    }
  }
}

extension Tally {
  /// Adds an application.
  fileprivate mutating func count(_ review: PlanReview, _ application: Int) {
    let isPlaced = review.state.placement[Int32(application)] != nil
    if review.round.applications[application].role == .leader {
      leaders += isPlaced ? 1 : 0
      return
    }
    applied += 1
    eligible += review.tables.options.range(ofApplication: application).isEmpty ? 0 : 1
    placed += isPlaced ? 1 : 0
  }

  fileprivate mutating func aim(_ limit: Limit) {
    least = least ?? limit.min
    most = most ?? limit.max
  }
}

/// The streams and countries of which a soft limit on participants speaks, one by one.
private struct TallyAim {
  /// Ids or codes; `nil` stands for all of them.
  struct Names {
    var names: Set<String>?

    func contains(_ name: String) -> Bool { names?.contains(name) ?? true }
  }

  var streams = Names()
  var countries = Names()
  var isByCountry: Bool
  private(set) var isForParticipants = false

  /// `nil` if the limit adds several streams or countries up, or looks at anything else.
  init?(_ limit: Limit) {
    guard limit.kind == .soft, limit.measure == .people, limit.isPlain,
      limit.each.allSatisfy({ $0 == .stream || $0 == .country })
    else { return nil }
    isByCountry = limit.each.contains(.country)
    for condition in limit.where.conditions + limit.who.conditions {
      switch condition.key {
      case .stream where streams.names == nil: streams.names = condition.values
      case .country where countries.names == nil: countries.names = condition.values
      case .role where condition.values == [Role.participant.rawValue]: isForParticipants = true
      default: return nil
      }
    }
    if !limit.each.contains(.stream), streams.names?.count != 1 { return nil }
    if countries.names != nil, !isByCountry {
      if countries.names?.count != 1 { return nil }
      isByCountry = true
    }
  }
}
