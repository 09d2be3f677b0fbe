package import MobilityModel

/// How two plans differ, seen from both: of one round, or of two rounds that share ids.
///
/// Comparing the second with the first gives the same with the sides changed.
package struct PlanComparison: Sendable {
  /// A plan's side of a change.
  package struct Side: Hashable, Sendable {
    /// Index into the applications of the side's round; `nil` where it does not have the application.
    package var application: Int?
    package var placement: Option?
    /// Why the other plan's placement is not in this one, in words; empty where nothing is in its way.
    package var reason = ""
  }

  package struct Change: Hashable, Sendable {
    package var kind: PlanDifference.Kind
    package var before: Side
    package var after: Side
  }

  /// By kind, then by application.
  package let changes: [Change]
  private let before: PlanReview
  private let after: PlanReview

  /// - Parameters:
  ///   - before: a plan that keeps every rule of its round.
  ///   - after: another one, of the same round or of one with some data changed.
  package init(_ before: PlanReview, _ after: PlanReview) {
    (self.before, self.after) = (before, after)
    let (own, other) = (before.placeOfApplication, after.placeOfApplication)
    let ids = Set(own.keys).union(other.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let found = ids.compactMap { Self.change(own[$0], other[$0], before, after) }
    changes = PlanDifference.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  private static func change(
    _ own: Int?, _ other: Int?, _ before: PlanReview, _ after: PlanReview
  ) -> Change? {
    var (left, right) = (before.side(own), after.side(other))
    // Sessions of two rounds are the same where their ids are.
    let from = left.placement
    let to = right.placement.map {
      Option(
        application: Int32(own ?? 0), session: before.session(like: $0, in: after),
        sector: $0.sector)
    }
    guard let kind = PlanDifference.Kind(from, to) else { return nil }
    if kind != .sector {
      left.reason = right.placement.map { before.reason(own, not: $0, of: after) } ?? ""
      right.reason = from.map { after.reason(other, not: $0, of: before) } ?? ""
    }
    return Change(kind: kind, before: left, after: right)
  }

  /// What people are counted by.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case country, host, stream
  }

  /// How many participants of one country, or with one host, or in one stream, the plans place.
  package struct Count: Hashable, Sendable {
    package var group: Group
    package var value: String
    package var before = 0
    package var after = 0
    /// Those who are counted here only in the second plan, and only in the first.
    package var added = 0
    package var dropped = 0
    /// Those who are counted here in both, and are in another session.
    package var moved = 0
  }

  /// By group, then by value; those whom neither plan places have none.
  package var counts: [Count] {
    Group.allCases.flatMap { group -> [Count] in
      var counts: [String: Count] = [:]
      let (left, right) = (before.values(of: group), after.values(of: group))
      for id in Set(left.keys).union(right.keys) {
        let (from, to) = (left[id], right[id])
        for value in Set([from?.value, to?.value].compactMap { $0 }) {
          let (isIn, isOut) = (to?.value == value, from?.value == value)
          var count = counts[value] ?? Count(group: group, value: value)
          count.before += isOut ? 1 : 0
          count.after += isIn ? 1 : 0
          count.added += isIn && !isOut ? 1 : 0
          count.dropped += isOut && !isIn ? 1 : 0
          count.moved += isIn && isOut && from?.session != to?.session ? 1 : 0
          counts[value] = count
        }
      }
      return counts.keys.sorted().compactMap { counts[$0] }
    }
  }
}

extension PlanReview {
  fileprivate var placeOfApplication: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: round.applications.enumerated().map { ($1.id, $0) })
  }

  fileprivate func side(_ application: Int?) -> PlanComparison.Side {
    PlanComparison.Side(
      application: application,
      placement: application.flatMap { state.placement[Int32($0)] })
  }

  /// The session of the same id, or -1.
  fileprivate func session(like option: Option, in other: PlanReview) -> Int32 {
    let id = other.round.sessions[Int(option.session)].id
    return Int32(round.sessions.firstIndex { $0.id == id } ?? -1)
  }

  /// Why an application does not have a placement that another plan gives it.
  fileprivate func reason(_ application: Int?, not option: Option, of other: PlanReview) -> String {
    guard let application else { return "the application is not in the round" }
    let session = Int(self.session(like: option, in: other))
    guard session >= 0 else { return "the session is not in the round" }
    return absence(application, from: session)
  }

  /// Under which value of a group each placed participant is counted, and in which session, by id.
  fileprivate func values(
    of group: PlanComparison.Group
  ) -> [String: (value: String, session: String)] {
    var values: [String: (value: String, session: String)] = [:]
    for option in plan.placements {
      let application = round.applications[Int(option.application)]
      guard application.role == .participant else { continue }
      let session = round.sessions[Int(option.session)]
      let organisation = round.participants[application.participant].organisation
      let value =
        switch group {
        case .country: round.organisations[organisation].country
        case .host: round.organisations[session.host].id
        case .stream: round.streams[session.stream].id
        }
      values[application.id] = (value, session.id)
    }
    return values
  }
}
