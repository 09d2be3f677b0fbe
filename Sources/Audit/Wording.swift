import MobilityModel

/// Violations in one line, for a planner.
enum Wording {
  static func noOption(
    _ placement: Violation.Placement, _ refusal: Refusal, in round: Round
  ) -> String {
    let sector = placement.sector.isEmpty ? "" : " with place sector \(placement.sector)"
    let reason = reason(refusal, placement, in: round)
    return "Application \(placement.application) cannot be placed in session \(placement.session)"
      + "\(sector): \(reason) (\(refusal.code))."
  }

  private static func reason(
    _ refusal: Refusal, _ placement: Violation.Placement, in round: Round
  ) -> String {
    switch refusal {
    case .stream: return "the session belongs to another stream"
    case .dates: return "the session lies outside the days on which the applicant is available"
    case .language: return "the applicant speaks none of the session's languages well enough"
    case .sector:
      return "the session does not offer this sector, or it is not close enough to the applicant's"
    case .age: return "the applicant is too young on the first day, or has no birth date"
    case .rule(let index):
      let rule = round.rules[index]
      return "rule \(rule.id) refuses it" + (rule.reason.isEmpty ? "" : ", \(rule.reason)")
    case .stay: return "the applicant would spend over 90 days in 180 in the Schengen area"
    case .preference: return "the applicant does not list it"
    case .forbidden:
      let remarks = locks(of: placement, in: round).remarks(of: .forbid)
      return "a planner has forbidden it" + (remarks.isEmpty ? "" : ", \(remarks)")
    case .locked:
      let places = locks(of: placement, in: round).places(in: round)
      return "a planner has locked the application to \(places)"
    }
  }

  private static func locks(of placement: Violation.Placement, in round: Round) -> [Lock] {
    round.locks.filter { round.applications[$0.application].id == placement.application }
  }

  static func overlap(
    _ participant: String, _ placements: [Violation.Placement], _ day: Day
  ) -> String {
    let places = placements.map { "\($0.session) (\($0.application))" }
    return "Participant \(participant) would be in several sessions at once, first on \(day.iso): "
      + "\(list(places))."
  }

  static func group(_ violation: Violation, sessions: [String]) -> String {
    guard case .group(let group, let stream) = violation.subject else { return "" }
    let placed = violation.count ?? 0
    let size = violation.min ?? 0
    let absent = violation.absent.isEmpty ? "" : ", without \(list(violation.absent))"
    return "Group \(group) of stream \(stream) travels together or not at all: \(placed) of its "
      + "\(size) applications are placed, in \(list(sessions))\(absent)."
  }

  static func size(_ session: String, count: Int, min: Int?, max: Int?) -> String {
    let has = "Session \(session) has \(number(count, "participant", "participants"))"
    if let min { return "\(has); it runs with at least \(min), or with none." }
    return "\(has); it has room for \(max ?? 0)."
  }

  static func leaders(
    _ session: String, participants: Int, count: Int, _ needed: Int
  ) -> String {
    "Session \(session) has \(number(participants, "participant", "participants")) and "
      + "\(number(count, "leader", "leaders")); it needs exactly \(needed)."
  }

  /// A broken limit; `key` is the one whose values it counts, where it does.
  static func limit(_ violation: Violation, _ limit: Limit, of key: String) -> String {
    guard case .limit(let id, let each) = violation.subject else { return "" }
    let values = each.map { "\($0.key)=\($0.value.isEmpty ? "(empty)" : $0.value)" }
    let name = each.isEmpty ? "Limit \(id)" : "Limit \(id) for \(values.joined(separator: ", "))"
    let net = limit.minus == nil ? "" : "a difference of "
    let counted = net + amount(violation.count ?? 0, limit.measure, of: key)
    let bounds = bounds(violation)
    let reason = limit.reason.isEmpty ? "" : " Reason: \(limit.reason)."
    guard let day = violation.day, let days = violation.brokenDays else {
      return "\(name) counts \(counted); \(bounds).\(reason)"
    }
    let others = days == 1 ? "" : " (and breaks on \(number(days - 1, "other day", "other days")))"
    return "\(name) counts \(counted) on \(day.iso)\(others); \(bounds).\(reason)"
  }

  private static func bounds(_ violation: Violation) -> String {
    let orNone = violation.rule == .limitOrNone ? "none or " : ""
    switch (violation.min, violation.max) {
    case (let min?, let max?): return "it must be \(orNone)\(min) to \(max)"
    case (let min?, nil): return "it must be \(orNone)at least \(min)"
    case (nil, let max?): return "it must be \(orNone)at most \(max)"
    case (nil, nil): return "it has no bound"
    }
  }

  private static func amount(_ count: Int, _ measure: Limit.Measure, of key: String) -> String {
    switch measure {
    case .people: number(count, "placement", "placements")
    case .days: number(count, "day", "days")
    case .euros: number(count, "euro", "euros")
    case .atOnce: number(count, "placement", "placements") + " at once"
    case .different: number(count, "different value", "different values") + " of \(key)"
    }
  }

  private static func number(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The first few of `names`, and how many there are beyond them.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }
}
