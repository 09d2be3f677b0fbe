package import MobilityModel

/// What a new plan changes of a published one, application by application.
package struct PlanDifference: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Had a placement and withdrew.
    case withdrawn
    /// Has none any more, or another one than before.
    case dropped, moved
    /// Is in the same session, in another place sector.
    case sector
    /// Has one now.
    case added

    /// How the two placements of somebody who is still there differ; `nil` if they do not.
    package init?(_ from: Option?, _ to: Option?) {
      switch (from, to) {
      case (nil, nil): return nil
      case (nil, _): self = .added
      case (_, nil): self = .dropped
      case (let from?, let to?):
        if from.session == to.session, from.sector == to.sector { return nil }
        self = from.session != to.session ? .moved : .sector
      }
    }
  }

  package struct Change: Hashable, Sendable {
    package var kind: Kind
    /// Index into the applications of the round before.
    package var application: Int
    package var from: Option?
    package var to: Option?
    /// Why, in words.
    package var reason: String
  }

  /// By kind, then by application.
  package var changes: [Change]
  /// Sessions that ran and do not run any more; rising indices into `Round.sessions`.
  package var stopped: [Int]

  /// How two plans differ.
  ///
  /// - Parameters:
  ///   - before: the published plan, in its round.
  ///   - after: the new plan, in the round without those who withdrew.
  ///   - kept: of each application of the new round its place in the old one.
  package init(before: PlanReview, after: PlanReview, kept: [Int]) {
    let placeAfter = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var changes: [Change] = []
    for application in before.round.applications.indices {
      let from = before.state.placement[Int32(application)]
      guard let place = placeAfter[application] else {
        if let from {
          changes.append(
            Change(
              kind: .withdrawn, application: application, from: from, to: nil,
              reason: before.lockWords(application, "was locked to ")))
        }
        continue
      }
      let to = after.state.placement[Int32(place)]
      guard let kind = Kind(from, to) else { continue }
      let reason =
        kind == .added
        ? [after.lockWords(place, "locked to "), before.rankWords(application, to)]
          .filter { !$0.isEmpty }.joined(separator: "; ")
        : from.map { after.absence(place, from: Int($0.session)) } ?? ""
      changes.append(
        Change(
          kind: kind, application: application, from: from,
          to: to.map {
            Option(application: Int32(application), session: $0.session, sector: $0.sector)
          },
          reason: kind == .sector ? "" : reason))
    }
    self.changes = Kind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
    stopped = before.round.sessions.indices.filter {
      before.state.participants[$0] > 0 && after.state.participants[$0] == 0
    }
  }

  /// Published placements that are others now, without those who withdrew.
  package var moves: Int { changes.count { $0.kind == .moved || $0.kind == .dropped } }
}

extension PlanReview {
  /// Where somebody who is new in a session stood on its list of reserves.
  fileprivate func rankWords(_ application: Int, _ option: Option?) -> String {
    let list = option.map { reserves(of: Int($0.session)) } ?? []
    let own = list.first { $0.options.contains { Int($0.application) == application } }
    return own.map { "number \($0.rank) on the list of reserves" } ?? ""
  }

  /// Where locks lead an application, if there are any.
  fileprivate func lockWords(_ application: Int, _ verb: String) -> String {
    let places = (locks[application] ?? []).places(in: round)
    return places.isEmpty ? "" : verb + places
  }

  /// Why an application is not in a session, as far as the plan is in the way.
  func absence(_ application: Int, from session: Int) -> String {
    if state.participants[session] == 0 { return "the session does not run" }
    let role = words(for: application)
    return look(application, session).found.map { role.phrase($0.cause, $0.id) }
      .joined(separator: "; ")
  }
}
