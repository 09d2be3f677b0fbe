import MobilityModel

/// Who is where in a plan, counted.
struct PlanState: Sendable {
  let round: Round
  /// Placements of a role, indexed by session.
  private(set) var participants: [Int]
  private(set) var leaders: [Int]
  /// Fewest points, in hundredths, of a participant in a session; `nil` in an empty one.
  private(set) var fewestPoints: [Int?]
  /// The placement of an application, if it has one.
  private(set) var placement: [Int32: Option] = [:]
  /// Sessions of a participant's placements, by participant.
  private var sessions: [Int: [Int]] = [:]

  init(_ round: Round, _ plan: Plan) {
    self.round = round
    participants = Array(repeating: 0, count: round.sessions.count)
    leaders = participants
    fewestPoints = Array(repeating: nil, count: round.sessions.count)
    for option in plan.placements { add(option) }
  }

  private mutating func add(_ option: Option) {
    let application = round.applications[Int(option.application)]
    let session = Int(option.session)
    placement[option.application] = option
    sessions[application.participant, default: []].append(session)
    if application.role == .leader {
      leaders[session] += 1
    } else {
      participants[session] += 1
      fewestPoints[session] = min(fewestPoints[session] ?? .max, application.points)
    }
  }

  /// A session of the participant's that shares a day with `session`, if there is one.
  func overlap(participant: Int, session: Int) -> Int? {
    let dates = round.sessions[session].dates
    return sessions[participant]?.filter { round.sessions[$0].dates.overlaps(dates) }.min()
  }
}
