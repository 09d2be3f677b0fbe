import MobilityModel

/// Says in words what stands in an application's way.
struct ReasonWords {
  let round: Round
  let application: Application
  /// The rows of the table of locks that name it.
  let locks: [Lock]

  /// A reason as a sentence without a full stop; `total` is how many sessions the stream has.
  func words(_ cause: UnplacedReason.Cause, _ id: String, sessions: [Int], of total: Int) -> String
  {
    if cause == .noSession { return phrase(cause, id) }
    return "\(sessions.count) of \(total) session\(total == 1 ? "" : "s"): " + phrase(cause, id)
  }

  /// A reason in a phrase.
  func phrase(_ cause: UnplacedReason.Cause, _ id: String) -> String {
    switch cause {
    case .dates: return "outside the applicant's dates"
    case .language: return "none of the languages asked for at its level"
    case .sector: return "no place sector that matches"
    case .age: return "too young on the first day, or no birth date"
    case .rule: return "refused by rule \(id)" + because(rule: id)
    case .stay: return "more than 90 days in 180 in the Schengen area"
    case .preference: return "not on the applicant's list"
    case .forbidden:
      let remarks = locks.remarks(of: .forbid)
      return "forbidden in the table of locks" + (remarks.isEmpty ? "" : " (\(remarks))")
    case .locked:
      let places = locks.places(in: round)
      return "locked to " + (places.isEmpty ? "another place" : places)
    case .noSession: return "the stream has no session"
    case .group: return "the whole group cannot go there"
    case .full: return "full"
    case .minimum: return "would stay below the minimum and not run"
    case .leaders:
      return application.role == .leader
        ? "no further leader is needed" : "another leader would be needed"
    case .overlap: return "shares days with the placement in session \(id)"
    case .limit: return "limit \(id) leaves no room" + because(limit: id)
    case .tier: return "free, but the plan would be worse in \(id)"
    case .indifferent: return "free, but no tier of the objective asks for it"
    case .open: return "free; the plan is not the best"
    }
  }

  /// Hundredths of a point as people write them: `84.5`.
  static func decimal(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(sign)\(whole).\(digits)"
  }

  private func because(rule id: String) -> String {
    let reason = round.rules.first { $0.id == id }?.reason ?? ""
    return reason.isEmpty ? "" : " (\(reason))"
  }

  private func because(limit id: String) -> String {
    let reason = round.limits.first { $0.id == id }?.reason ?? ""
    return reason.isEmpty ? "" : " (\(reason))"
  }
}
