package import MobilityModel

/// One rule that a plan breaks, about one subject, with the placements that break it.
///
/// It names everything by id, so that it can be read without the round.
package struct Violation: Hashable, Sendable {
  package var rule: BrokenRule
  package var subject: Subject
  /// For `no-option`: the code of the test that refuses the placement.
  package var refusal: String?
  /// For `no-option` with the refusal `rule`: the id of the row of `rules.csv`.
  package var datedRule: String?
  /// For `overlap` the first day that is shared; for a limit `at_once` the day that is meant.
  package var day: Day?
  /// For a limit `at_once`: on how many days this bound is broken.
  package var brokenDays: Int?
  /// What was counted, in the rule's own unit, and the bounds that it should have kept.
  package var count: Int?
  package var min: Int?
  package var max: Int?
  /// The placements that break the rule, or that were counted and are too few.
  package var placements: [Placement] = []
  /// Number of further such placements, when a limit has more than can be listed.
  package var unlisted = 0
  /// Ids of applications that would have to be placed: of a group, or a locked one.
  package var absent: [String] = []
  /// All of this in one line, for a planner.
  package var message = ""

  package init(_ rule: BrokenRule, _ subject: Subject) {
    self.rule = rule
    self.subject = subject
  }
}

/// A rule that a plan must keep; the raw value is the stable id that tables and messages print.
package enum BrokenRule: String, Hashable, Sendable, CaseIterable {
  /// The placement names an application or a session that the round does not have.
  case unknown
  case onePlacement = "one-placement"
  case noOption = "no-option"
  case overlap
  case group
  case sessionMin = "session-min"
  case sessionMax = "session-max"
  case leaders
  case locked
  case limitMin = "limit-min"
  case limitMax = "limit-max"
  case limitOrNone = "limit-or-none"
}

extension Violation {
  /// What a rule speaks about, by id.
  package enum Subject: Hashable, Sendable {
    case application(String)
    case participant(String)
    case session(String)
    case group(String, stream: String)
    /// A limit; `each` names the one of its combinations that is meant.
    case limit(String, each: [EachValue])
  }

  /// The value of one key that splits a limit.
  package struct EachValue: Hashable, Sendable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A placement by its ids; the sector is empty where the place has none.
  package struct Placement: Hashable, Sendable {
    package var application: String
    package var session: String
    package var sector: String

    package init(application: String, session: String, sector: String = "") {
      self.application = application
      self.session = session
      self.sector = sector
    }
  }
}
