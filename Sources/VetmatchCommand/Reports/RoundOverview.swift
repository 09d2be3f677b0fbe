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
    var options = 0
    /// Applications that every session refuses.
    var hopeless = 0
  }

  let name: String
  let participants: Int
  let organisations: Int
  private(set) var streams: [StreamShare]
  /// Whether options were counted: in a large round that takes much longer than all else.
  let hasOptions: Bool

  /// Applications times sessions up to which options are counted.
  private static let mostPairs = 50_000_000

  /// Counts a round.
  ///
  /// - Throws: `Ending.tooLarge` where there are more options than a run would take.
  /// - Complexity: that of building all options, if there are few enough pairs that could be one.
  init(_ round: Round) throws(Ending) {
    name = round.settings.name
    participants = round.participants.count
    organisations = round.organisations.count
    streams = round.streams.map { StreamShare(id: $0.id, title: $0.title) }
    hasOptions = round.applications.count * round.sessions.count <= Self.mostPairs
    for session in round.sessions { count(session) }
    guard hasOptions else {
      for application in round.applications { count(application, options: nil) }
      return
    }
    let options = OptionTable(round)
    guard options.isComplete else {
      throw .tooLarge(PlanningError.tooManyOptions(most: OptionTable.mostOptions).message)
    }
    for (index, application) in round.applications.enumerated() {
      count(application, options: options.range(ofApplication: index).count)
    }
  }

  var applications: Int { streams.reduce(0) { $0 + $1.applications } }
  var sessions: Int { streams.reduce(0) { $0 + $1.sessions } }
  var options: Int { streams.reduce(0) { $0 + $1.options } }
  var hopeless: Int { streams.reduce(0) { $0 + $1.hopeless } }

  private mutating func count(_ session: Session) {
    streams[session.stream].sessions += 1
    guard let places = streams[session.stream].places, let more = session.maxPeople else {
      streams[session.stream].places = nil
      return
    }
    let (sum, isTooLarge) = places.addingReportingOverflow(more)
    streams[session.stream].places = isTooLarge ? nil : sum
  }

  private mutating func count(_ application: Application, options: Int?) {
    streams[application.stream].applications += 1
    if application.role == .leader { streams[application.stream].leaders += 1 }
    streams[application.stream].options += options ?? 0
    if options == 0 { streams[application.stream].hopeless += 1 }
  }
}
