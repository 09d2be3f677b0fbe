/// A rule of a round that a plan must keep and that can be left out to see what it is worth.
package enum HardRule: Hashable, Sendable {
  /// Index into `Round.applications`.
  case lock(application: Int)
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
}
