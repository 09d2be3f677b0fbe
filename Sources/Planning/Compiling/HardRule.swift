package import MobilityModel

/// A rule of a round that a plan must keep and that can be left out to see what it is worth.
package enum HardRule: Hashable, Sendable {
  /// That an application is placed, and only where one of its locks leads; index into
  /// `Round.applications`.
  case lock(application: Int)
  /// A forbid of an application; rows that say the same are one rule.
  case forbid(application: Int, Lock.Target)
  /// A row of the table of rules; index into `Round.rules`.
  case rule(Int)
  /// A group, by the first of its applications.
  case group(application: Int)
  /// The rule that a participant's placements share no day; index into `Round.participants`.
  case person(participant: Int)
  /// Indices into `Round.sessions`.
  case minimum(session: Int)
  case maximum(session: Int)
  case leaders(session: Int)
  /// Index into `Round.limits`.
  case limit(Int)
  /// The most published placements that may change, where a run sets such a number.
  case changes

  var isLock: Bool { if case .lock = self { true } else { false } }
}
