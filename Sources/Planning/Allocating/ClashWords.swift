import MobilityModel

/// Says in words what a hard rule asks.
struct ClashWords {
  let tables: RoundTables
  var round: Round { tables.round }

  init(_ tables: RoundTables) { self.tables = tables }

  func part(_ rule: HardRule) -> Clash.Part {
    Clash.Part(rule: rule, id: id(of: rule), words: words(for: rule))
  }

  private func id(of rule: HardRule) -> String {
    switch rule {
    case .lock(let application): "lock:\(round.applications[application].id)"
    case .forbid(let application, let target):
      "forbid:\(round.applications[application].id)\(code(of: target))"
    case .rule(let rule): "rule:\(round.rules[rule].id)"
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
    case .forbid(let application, let target): return forbidWords(application, target)
    case .rule(let rule): return ruleWords(round.rules[rule])
    case .limit(let limit): return limitWords(round.limits[limit])
    case .group(let application):
      let group = round.applications[application].group
      return "group \(group) of stream \(stream(of: application)) goes to one session or stays"
        + dispersion(ofGroupOf: application)
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

  private func code(of target: Lock.Target) -> String {
    switch target {
    case .anywhere: ""
    case .session(let session): ":\(round.sessions[session].id)"
    case .host(let host): ":\(round.organisations[host].id)"
    }
  }

  private func rows(_ application: Int, _ effect: Lock.Effect) -> [Lock] {
    round.locks.filter { $0.application == application && $0.effect == effect }
  }

  private func lockWords(_ application: Int) -> String {
    let places = rows(application, .lock).places(in: round)
    let subject = "application \(round.applications[application].id) is locked to \(places)"
    let range = tables.options.range(ofApplication: application)
    let options = range.filter {
      !tables.refusals.of($0).contains(.lock(application: application))
    }
    return options.isEmpty ? subject + ", but no session takes it" + refusals(application) : subject
  }

  private func forbidWords(_ application: Int, _ target: Lock.Target) -> String {
    let remarks = rows(application, .forbid).filter { $0.target == target }.remarks(of: .forbid)
    return "application \(round.applications[application].id) may not go to "
      + target.words(in: round) + (remarks.isEmpty ? "" : " (\(remarks))")
  }

  /// Why no session takes an application, whatever rules and forbids there are.
  private func refusals(_ application: Int) -> String {
    var bare = round
    bare.rules = []
    bare.locks = rows(application, .lock)
    let reasons = PlanReview(bare, Plan(placements: [])).reasons(application: application)
    return reasons.isEmpty ? "" : ": " + reasons.map(\.words).joined(separator: "; ")
  }

  private func ruleWords(_ rule: Rule) -> String {
    let scope = conditions(rule.where, rule.who) + days(rule.from, rule.until)
    return "rule \(rule.id) refuses placements\(scope)"
      + (rule.reason.isEmpty ? "" : " (\(rule.reason))")
  }

  private func limitWords(_ limit: Limit) -> String {
    var bounds: [String] = []
    if let least = limit.min { bounds.append("at least \(least)") }
    if let most = limit.max { bounds.append("at most \(most)") }
    let measure = measureWords(limit)
    let none = limit.kind == .orNone ? ", or none" : ""
    let because = limit.reason.isEmpty ? "" : " (\(limit.reason))"
    return "limit \(limit.id) asks for \(bounds.joined(separator: " and ")) \(measure)\(none)"
      + scope(limit) + because + shortfall(limit)
  }

  private func measureWords(_ limit: Limit) -> String {
    switch limit.measure {
    case .atOnce: "people at once"
    case .different: "different values of \(limit.of.map { $0.word(in: round) } ?? "")"
    case .people, .days, .euros: limit.measure.rawValue
    }
  }

  /// Of what a limit speaks, as its row writes it.
  private func scope(_ limit: Limit) -> String {
    var scope = conditions(limit.where, limit.who)
    if let minus = limit.minus {
      let keys = minus.each.isEmpty ? "" : " by " + names(minus.each)
      scope += ", less those" + conditions(minus.where, minus.who) + keys
    }
    if !limit.each.isEmpty { scope += ", for each " + names(limit.each) }
    if !limit.carried.isEmpty { scope += ", with what is carried" }
    return scope + days(limit.from, limit.until)
  }

  private func names(_ keys: [FilterKey]) -> String {
    keys.map { $0.word(in: round) }.joined(separator: "+")
  }

  private func days(_ from: Day?, _ until: Day?) -> String {
    var days = ""
    if let from { days += " from \(from.iso)" }
    if let until { days += " until \(until.iso)" }
    return days
  }

  private func conditions(_ place: Filter, _ who: Filter) -> String {
    let conditions = place.conditions + who.conditions
    return conditions.isEmpty ? "" : " where " + conditions.map(text).joined(separator: "&")
  }

  private func text(_ condition: Filter.Condition) -> String {
    condition.key.word(in: round) + "=" + condition.values.sorted().joined(separator: "|")
  }
}
