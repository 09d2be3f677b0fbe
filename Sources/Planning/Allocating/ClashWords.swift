import MobilityModel

/// Says in words what a hard rule asks.
struct ClashWords {
  private let tables: RoundTables
  private var round: Round { tables.round }

  init(_ tables: RoundTables) { self.tables = tables }

  func part(_ rule: HardRule) -> Clash.Part {
    Clash.Part(rule: rule, id: id(of: rule), words: words(for: rule))
  }

  private func id(of rule: HardRule) -> String {
    switch rule {
    case .lock(let application): "lock:\(round.applications[application].id)"
    case .limit(let limit): "limit:\(round.limits[limit].id)"
    case .group(let application):
      "group:\(stream(of: application)):\(round.applications[application].group)"
    case .minimum(let session): "min_people:\(round.sessions[session].id)"
    case .maximum(let session): "max_people:\(round.sessions[session].id)"
    case .leaders(let session): "leaders:\(round.sessions[session].id)"
    case .person(let participant): "participant:\(round.participants[participant].id)"
    case .changes: "changes"
    }
  }

  private func words(for rule: HardRule) -> String {
    switch rule {
    case .lock(let application): return lockWords(application)
    case .limit(let limit): return limitWords(round.limits[limit])
    case .group(let application):
      let group = round.applications[application].group
      return "group \(group) of stream \(stream(of: application)) goes to one session or stays"
    case .minimum(let place):
      let session = round.sessions[place]
      return "session \(session.id) runs with at least \(session.minPeople) participants"
    case .maximum(let place):
      let session = round.sessions[place]
      return "session \(session.id) takes at most \(session.maxPeople ?? 0) participants"
    case .leaders(let session): return leaderWords(round.sessions[session])
    case .person(let participant):
      return "participant \(round.participants[participant].id) is in one session on any day"
    case .changes: return "at most \(tables.mostChanges ?? 0) published placements change"
    }
  }

  private func stream(of application: Int) -> String {
    round.streams[round.applications[application].stream].id
  }

  private func leaderWords(_ session: Session) -> String {
    let perLeader = round.streams[session.stream].learnersPerLeader
    if perLeader <= 0 { return "session \(session.id) takes no leaders" }
    return "session \(session.id) has one leader for each \(perLeader) participants"
  }

  private func lockWords(_ application: Int) -> String {
    let reasons = round.locks.filter { $0.application == application && $0.effect == .lock }
      .map(\.reason).filter { !$0.isEmpty }
    let because = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
    let range = tables.options.range(ofApplication: application)
    let sessions = Set(tables.options.options[range].map(\.session)).sorted()
    let subject = "application \(round.applications[application].id) is locked\(because)"
    if sessions.isEmpty { return subject + ", but no session takes it" + refusals(application) }
    let ids = sessions.map { round.sessions[Int($0)].id }
    return subject + ", and may go to \(ids.joined(separator: ", "))"
  }

  /// Why no session takes an application.
  private func refusals(_ application: Int) -> String {
    let reasons = PlanReview(round, Plan(placements: [])).reasons(application: application)
    return reasons.isEmpty ? "" : ": " + reasons.map(\.words).joined(separator: "; ")
  }

  private func limitWords(_ limit: Limit) -> String {
    var bounds: [String] = []
    if let least = limit.min { bounds.append("at least \(least)") }
    if let most = limit.max { bounds.append("at most \(most)") }
    let measure = limit.measure == .atOnce ? "people at once" : limit.measure.rawValue
    let none = limit.kind == .orNone ? ", or none" : ""
    let because = limit.reason.isEmpty ? "" : " (\(limit.reason))"
    return "limit \(limit.id) asks for \(bounds.joined(separator: " and ")) \(measure)\(none)"
      + scope(limit) + because
  }

  /// Of what a limit speaks, as its row writes it.
  private func scope(_ limit: Limit) -> String {
    let conditions = limit.where.conditions + limit.who.conditions
    var scope = conditions.isEmpty ? "" : " where " + conditions.map(text).joined(separator: "&")
    if !limit.each.isEmpty {
      scope += ", for each " + limit.each.map { $0.word(in: round) }.joined(separator: "+")
    }
    if let from = limit.from { scope += " from \(from.iso)" }
    if let until = limit.until { scope += " until \(until.iso)" }
    return scope
  }

  private func text(_ condition: Filter.Condition) -> String {
    condition.key.word(in: round) + "=" + condition.values.sorted().joined(separator: "|")
  }
}
