/// A way to place an application that no eligibility test refuses, or, in a plan, the one chosen.
package struct Option: Hashable, Comparable, Sendable {
  /// Index into `Round.applications`.
  package var application: Int32
  /// Index into `Round.sessions`.
  package var session: Int32
  /// `.none` for a leader and for a session without sectors.
  package var sector: Sector

  package init(application: Int32, session: Int32, sector: Sector) {
    self.application = application
    self.session = session
    self.sector = sector
  }

  package static func < (left: Option, right: Option) -> Bool {
    (left.application, left.session, left.sector) < (right.application, right.session, right.sector)
  }
}

/// A set of placements, at most one for each application, in the order of applications.
package struct Plan: Hashable, Sendable {
  package var placements: [Option]

  package init(placements: [Option]) { self.placements = placements.sorted() }
}

/// Why an option does not exist; the first failing test in the order of the cases names it.
package enum Refusal: Hashable, Sendable {
  case stream, dates, language, sector, age
  /// Index into `Round.rules`.
  case rule(Int)
  case stay, preference, forbidden, locked

  /// The stable code that tables and messages print.
  package var code: String {
    switch self {
    case .stream: "stream"
    case .dates: "dates"
    case .language: "language"
    case .sector: "sector"
    case .age: "age"
    case .rule: "rule"
    case .stay: "stay"
    case .preference: "preference"
    case .forbidden: "forbidden"
    case .locked: "locked"
    }
  }
}
