import MobilityModel

/// Why an application has no placement in a plan: one thing that stands in its way, and where.
package struct UnplacedReason: Hashable, Sendable {
  /// What stands in the way; the raw value is the stable id that tables print.
  package enum Cause: String, Hashable, Sendable, CaseIterable {
    // No option: the tests of eligibility, in their order.
    case dates, language, sector, age, rule, stay, preference, forbidden, locked
    /// The stream has no session.
    case noSession = "no-session"
    // An option, but not in this plan.
    /// A member of the group has no option there, or the group is what does not fit.
    case group
    /// The session has all the participants that it may have.
    case full
    /// The session would have fewer participants than it needs to run.
    case minimum = "min-people"
    /// One more participant needs a further leader, or no further leader is needed.
    case leaders
    /// The participant is elsewhere on one of the days.
    case overlap
    case limit
    /// No hard rule is in the way, but a tier of the objective would be worse.
    case tier
    /// No hard rule is in the way, and no tier would be better or worse.
    case indifferent
    /// Nothing is in the way: only a plan that is not proven to be best can leave this open.
    case open
  }

  package var cause: Cause
  /// Id of the rule, limit, session or tier that is meant; empty if there is none.
  package var id: String
  /// Where: rising indices into `Round.sessions`.
  package var sessions: [Int]
  /// The reason in words, with the number of sessions.
  package var words: String
}

extension UnplacedReason.Cause {
  init(_ refusal: Refusal) {
    self =
      switch refusal {
      case .stream: .noSession
      case .dates: .dates
      case .language: .language
      case .sector: .sector
      case .age: .age
      case .rule: .rule
      case .stay: .stay
      case .preference: .preference
      case .forbidden: .forbidden
      case .locked: .locked
      }
  }
}
