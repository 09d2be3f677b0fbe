import MobilityModel

/// An application without a placement that a limit keeps out of sessions.
package struct HeldBack: Hashable, Sendable {
  /// Index into `Round.applications`.
  package var application: Int
  /// Where the limit stands in its way: rising indices into `Round.sessions`.
  package var sessions: [Int]
  /// Whether in one of them nothing else does.
  package var isOnlyReason: Bool
}

extension PlanReview {
  /// Whom a limit keeps out of sessions, in the order of applications.
  ///
  /// - Parameter limit: index into `Round.limits`.
  /// - Returns: everybody without a placement in whose way the limit stands in some session.
  /// - Complexity: O(*o* *l*) for *o* options of applications without a placement and *l* limits.
  package func heldBack(byLimit limit: Int) -> [HeldBack] {
    let obstacle = Obstacle(.limit, round.limits[limit].id)
    return unplaced.compactMap { application in
      let looks = sessions[round.applications[application].stream].map { session in
        (session: session, found: look(application, session).found)
      }.filter { $0.found.contains(obstacle) }
      if looks.isEmpty { return nil }
      return HeldBack(
        application: application, sessions: looks.map(\.session),
        isOnlyReason: looks.contains { $0.found.count == 1 })
    }
  }
}
