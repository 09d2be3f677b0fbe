package import MobilityModel

/// What has happened since a plan was published, and how much of it may change.
package struct Replanning: Hashable, Sendable {
  /// Indices into `Round.applications`.
  package var withdrawn: Set<Int>
  package var asOf: Day
  /// A session that starts so many days after `asOf`, or earlier, takes nobody new.
  package var leadDays: Int
  /// Whether whoever is in such a session stays there.
  package var keepsStarted: Bool
  /// How many published placements may change where the tiers gain by it; `nil` asks for the fewest
  /// changes before all else.
  package var mostMoves: Int?

  package init(
    withdrawn: Set<Int>, asOf: Day, leadDays: Int = 0, keepsStarted: Bool = false,
    mostMoves: Int? = nil
  ) {
    self.withdrawn = withdrawn
    self.asOf = asOf
    self.leadDays = leadDays
    self.keepsStarted = keepsStarted
    self.mostMoves = mostMoves
  }

  /// Whether a session has started, or starts too soon for anybody new.
  package func isClosed(_ session: Session) -> Bool {
    Int(session.dates.start.number) - Int(asOf.number) <= leadDays
  }

  /// The round to be planned anew: without those who withdrew, with the plan as the published one,
  /// closed sessions as they are, and the tier `changes` where it belongs.
  ///
  /// - Parameters:
  ///   - round: the round of the published plan.
  ///   - plan: what was published.
  /// - Returns: the round; of each of its applications the place that it has in `round`; and the
  ///   sessions, started or closed, whose minimum is lowered to those who are still in them.
  package func round(
    after round: Round, _ plan: Plan
  ) -> (round: Round, kept: [Int], lowered: [Int]) {
    let (rest, kept) = round.withdrawing(withdrawn)
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let published = plan.placements.compactMap { option in
      place[Int(option.application)].map {
        Option(application: Int32($0), session: option.session, sector: option.sector)
      }
    }
    var new = ReplannedRound(rest, published, self)
    new.close()
    return (new.round, kept, new.lowered)
  }
}

/// A round on its way to being planned anew.
private struct ReplannedRound {
  private(set) var round: Round
  private(set) var lowered: [Int] = []
  private let published: [Option]
  private let replanning: Replanning

  init(_ rest: Round, _ published: [Option], _ replanning: Replanning) {
    round = rest
    self.published = published
    self.replanning = replanning
    round.published = published.map {
      PublishedPlacement(
        application: Int($0.application), session: Int($0.session), sector: $0.sector)
    }
    round.settings.objective = Self.objective(round.settings.objective, replanning)
  }

  private static func objective(_ tiers: [Tier], _ replanning: Replanning) -> [Tier] {
    if replanning.mostMoves == nil { return [.changes] + tiers.filter { $0 != .changes } }
    if tiers.contains(.changes) { return tiers }
    // The lot decides among equals, so it stays the last.
    let isDrawn = tiers.last == .draw
    return (isDrawn ? tiers.dropLast() : tiers) + [.changes] + (isDrawn ? [.draw] : [])
  }

  mutating func close() {
    let closed = round.sessions.indices.filter { replanning.isClosed(round.sessions[$0]) }
    for session in closed {
      let holders = published.filter { Int($0.session) == session }
      refuseOthers(session, holders)
      for holder in holders { pinSector(holder) }
      if replanning.keepsStarted { keep(holders, in: session) }
    }
  }

  /// Nobody comes who is not there; where a leader is missing, leaders may.
  private mutating func refuseOthers(_ session: Int, _ holders: [Option]) {
    let needsLeader =
      leaders(holders) < round.leadersNeeded(for: participants(holders), in: session)
    let inside = Set(holders.map { Int($0.application) })
    let outside = round.applications.indices.filter { application in
      !inside.contains(application)
        && !(needsLeader && round.applications[application].role == .leader)
    }
    addRule("closed", session, outside)
  }

  private mutating func pinSector(_ holder: Option) {
    let session = Int(holder.session)
    let others = round.sessions[session].sectors.filter { $0 != holder.sector }
    if others.isEmpty || holder.sector == .none { return }
    addRule("sector", session, [Int(holder.application)], sectors: others)
  }

  private mutating func addRule(
    _ kind: String, _ session: Int, _ applications: [Int], sectors: [Sector] = []
  ) {
    if applications.isEmpty { return }
    var rule = Rule(id: "\(kind)-\(round.sessions[session].id)")
    rule.where.conditions = [
      Filter.Condition(key: .session, values: [round.sessions[session].id])
    ]
    if !sectors.isEmpty {
      rule.where.conditions.append(
        Filter.Condition(key: .sector, values: Set(sectors.map(\.code))))
    }
    rule.who.conditions = [
      Filter.Condition(
        key: .application, values: Set(applications.map { round.applications[$0].id }))
    ]
    rule.reason = "it starts on \(round.sessions[session].dates.start.iso)"
    round.rules.append(rule)
  }

  /// Locks those who are there, and lowers a minimum below which they have fallen.
  private mutating func keep(_ holders: [Option], in session: Int) {
    let people = participants(holders)
    if people > 0, people < round.sessions[session].minPeople {
      round.sessions[session].minPeople = people
      lowered.append(session)
    }
    // A leader too many may go: who it is, the tiers decide.
    let hasLeaderTooMany =
      leaders(holders) > round.leadersNeeded(for: participants(holders), in: session)
    for holder in holders {
      let application = Int(holder.application)
      if hasLeaderTooMany, round.applications[application].role == .leader { continue }
      var lock = Lock(application: application, effect: .lock, target: .session(session))
      lock.reason = "it starts on \(round.sessions[session].dates.start.iso)"
      lock.author = "replan"
      round.locks.append(lock)
    }
  }

  private func participants(_ holders: [Option]) -> Int {
    holders.count { round.applications[Int($0.application)].role == .participant }
  }

  private func leaders(_ holders: [Option]) -> Int { holders.count - participants(holders) }
}
