package import MobilityModel

/// How many a plan places, by stream and by country, against what soft limits aim at.
package struct Counts {
  package struct StreamShare {
    package var id: String
    package var title: String
    package var share: Share
    /// Sum of `max_people`; `nil` if a session has no such bound.
    package var places: Int?
    package var sessions = 0
    /// Sessions with a participant.
    package var running = 0
    package var countries: [CountryShare] = []
  }

  package struct CountryShare {
    /// Of the applicants' organisations; empty if not given.
    package var country: String
    package var share: Share
  }

  /// In the order of ids.
  package private(set) var streams: [StreamShare] = []
  /// Of all streams, in the order of codes.
  package private(set) var countries: [CountryShare] = []

  package init(_ review: PlanReview, of plan: Plan, in round: Round) {
    var streams = round.streams.map { StreamShare(id: $0.id, title: $0.title, share: Share()) }
    for tally in review.tallies() {
      if let country = tally.country {
        let part = CountryShare(country: country, share: Share(tally))
        streams[tally.stream].countries.append(part)
      } else {
        streams[tally.stream].share = Share(tally)
        streams[tally.stream].places = tally.seats
      }
    }
    let parts = Dictionary(grouping: streams.flatMap(\.countries), by: \.country)
    countries = parts.keys.sorted().map { country in
      CountryShare(country: country, share: Share(sumOf: (parts[country] ?? []).map(\.share)))
    }
    self.streams = streams
    aimAtParts()
    countSessions(of: plan, in: round)
  }

  /// Of all streams; it has a target if each of them has one, or its countries have.
  package var total: Share { Share(sumOf: streams.map(\.share)) }

  package var sessions: Int { streams.reduce(0) { $0 + $1.sessions } }
  package var running: Int { streams.reduce(0) { $0 + $1.running } }

  /// A stream without a target of its own aims at what its countries aim at together.
  private mutating func aimAtParts() {
    for stream in streams.indices where streams[stream].share.target == nil {
      streams[stream].share.target = Share(sumOf: streams[stream].countries.map(\.share)).target
    }
  }

  private mutating func countSessions(of plan: Plan, in round: Round) {
    var runs = [Bool](repeating: false, count: round.sessions.count)
    for placement in plan.placements
    where round.applications[Int(placement.application)].role == .participant {
      runs[Int(placement.session)] = true
    }
    for (index, session) in round.sessions.enumerated() {
      streams[session.stream].sessions += 1
      if runs[index] { streams[session.stream].running += 1 }
    }
  }
}

/// What a stream, a country, or a country in a stream has.
package struct Share {
  /// Applications of role `participant`.
  package var applied = 0
  /// Those that some session accepts.
  package var eligible = 0
  package var placed = 0
  /// Placements of role `leader`.
  package var leaders = 0
  package var target: Target?

  init() {}

  init(_ tally: Tally) {
    applied = tally.applied
    eligible = tally.eligible
    placed = tally.placed
    leaders = tally.leaders
    if tally.least != nil || tally.most != nil {
      target = Target(min: tally.least, max: tally.most)
    }
  }

  /// The sum of parts; it has a target only if each part with an applicant has one.
  init(sumOf parts: [Share]) {
    for part in parts {
      applied += part.applied
      eligible += part.eligible
      placed += part.placed
      leaders += part.leaders
    }
    let targets = parts.filter { $0.applied > 0 }.map(\.target)
    guard let first = targets.first, !targets.contains(nil) else { return }
    target = targets.dropFirst().reduce(first) { sum, next in
      sum.flatMap { a in next.map { a + $0 } }
    }
  }
}

/// What a number of people should at least and at most be; `nil` is no bound.
package struct Target: Hashable {
  package var min: Int?
  package var max: Int?

  package init(min: Int?, max: Int?) { (self.min, self.max) = (min, max) }

  /// The target for two numbers of people together.
  package static func + (left: Target, right: Target) -> Target {
    Target(min: added(left.min, right.min), max: added(left.max, right.max))
  }

  /// `nil` if one of the two is no bound, or the sum is beyond the range.
  private static func added(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? nil : sum
  }
}
