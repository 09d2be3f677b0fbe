import MobilityModel
import Planning

/// How much there is of everything in a round, before anybody is placed.
struct RoundOverview {
  /// One stream's share of it.
  struct StreamShare {
    var id: String
    var title: String
    var applications = 0
    var leaders = 0
    var sessions = 0
    /// Sum of `max_people`; `nil` if a session has no such bound.
    var places: Int? = 0
    /// `nil` where options are not counted.
    var options: Int? = 0
    /// Applications that every session refuses; `nil` where options are not counted.
    var hopeless: Int? = 0
  }

  let name: String
  let participants: Int
  let organisations: Int
  private(set) var streams: [StreamShare]

  /// Applications times sessions up to which options are counted: in a larger round that would take
  /// much longer than all else.
  private static let mostPairs = 1_000_000_000

  /// Counts a round.
  ///
  /// - Throws: `Ending.tooLarge` where there are more options than a run would take.
  /// - Complexity: that of building all options, if there are few enough pairs that could be one.
  init(_ round: Round) throws(Ending) {
    name = round.settings.name
    participants = round.participants.count
    organisations = round.organisations.count
    streams = round.streams.map { StreamShare(id: $0.id, title: $0.title) }
    for session in round.sessions { count(session) }
    guard round.applications.count * round.sessions.count <= Self.mostPairs else {
      for index in round.applications.indices { count(round, index, options: nil) }
      return
    }
    let options = OptionTable(round)
    guard options.isComplete else {
      throw .tooLarge(PlanningError.tooManyOptions(most: OptionTable.mostOptions).message)
    }
    for index in round.applications.indices {
      count(round, index, options: options.range(ofApplication: index).count)
    }
  }

  var applications: Int { streams.reduce(0) { $0 + $1.applications } }
  var sessions: Int { streams.reduce(0) { $0 + $1.sessions } }
  var options: Int? { sum(\.options) }
  var hopeless: Int? { sum(\.hopeless) }

  private func sum(_ count: KeyPath<StreamShare, Int?>) -> Int? {
    streams.reduce(0) { sum, stream in
      sum.flatMap { sum in stream[keyPath: count].map { sum + $0 } }
    }
  }

  private mutating func count(_ session: Session) {
    streams[session.stream].sessions += 1
    guard let places = streams[session.stream].places, let more = session.maxPeople else {
      streams[session.stream].places = nil
      return
    }
    let (sum, isTooLarge) = places.addingReportingOverflow(more)
    streams[session.stream].places = isTooLarge ? nil : sum
  }

  private mutating func count(_ round: Round, _ application: Int, options: Int?) {
    // Not the whole application, which would be copied.
    let stream = round.applications[application].stream
    streams[stream].applications += 1
    if round.applications[application].role == .leader { streams[stream].leaders += 1 }
    guard let options, let known = streams[stream].options else {
      (streams[stream].options, streams[stream].hopeless) = (nil, nil)
      return
    }
    streams[stream].options = known + options
    if options == 0, let none = streams[stream].hopeless {
      streams[stream].hopeless = none + 1
    }
  }
}
