import MobilityModel

/// Who is where in a plan, counted.
struct PlanState: Sendable {
  let round: Round
  /// Placements of a role, indexed by session.
  private(set) var participants: [Int]
  private(set) var leaders: [Int]
  /// Fewest points, in hundredths, of a participant in a session; `nil` in an empty one.
  private(set) var fewestPoints: [Int?]
  /// The placements in a session in the order of applications, indexed by session.
  private(set) var placements: [[Option]]
  /// The placement of an application, if it has one.
  private(set) var placement: [Int32: Option] = [:]
  /// Applications of a participant that have a placement, by participant.
  private var placed: [Int: [Int32]] = [:]

  init(_ round: Round, _ plan: Plan) {
    self.round = round
    participants = Array(repeating: 0, count: round.sessions.count)
    leaders = participants
    fewestPoints = Array(repeating: nil, count: round.sessions.count)
    placements = Array(repeating: [], count: round.sessions.count)
    for option in plan.placements { add(option) }
  }

  private mutating func add(_ option: Option) {
    let application = round.applications[Int(option.application)]
    let session = Int(option.session)
    placement[option.application] = option
    placements[session].append(option)
    placed[application.participant, default: []].append(option.application)
    if application.role == .leader {
      leaders[session] += 1
    } else {
      participants[session] += 1
      fewestPoints[session] = min(fewestPoints[session] ?? .max, application.points)
    }
  }

  /// A session of the participant's that shares a day with `session`, if there is one; placements
  /// of the applications in `left` do not count.
  func overlap(participant: Int, session: Int, besides left: [Int32] = []) -> Int? {
    let dates = round.sessions[session].dates
    let others = placed[participant, default: []].filter { !left.contains($0) }
    return others.compactMap { placement[$0].map { Int($0.session) } }
      .filter { round.sessions[$0].dates.overlaps(dates) }.min()
  }
}
