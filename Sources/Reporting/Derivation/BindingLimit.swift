import MobilityModel
import Planning

/// A limit that holds the plan, with the combinations in which it does.
struct BindingLimit: Sendable {
  struct Part: Sendable {
    /// What the combination is, such as `AL`; empty for a limit that is not split.
    var label: String
    var count: Int
    /// Of a soft limit: shortfall and excess.
    var missed: Int
  }

  /// Index into `Round.limits`.
  var limit: Int
  var parts: [Part]
  /// Whom the limit keeps out.
  var people: Int
  /// Whether it is known that one more would let somebody in, with everybody else staying.
  var opensOne: Bool

  /// The limits that are used up or keep somebody out, and soft ones that are missed: those first
  /// that keep most people out.
  ///
  /// - Complexity: that of `PlanReview.limitUses`.
  static func all(
    _ source: ReportSource, _ review: PlanReview, _ left: LeftOut, _ names: Pseudonyms?
  ) -> [BindingLimit] {
    let uses = Dictionary(grouping: review.limitUses(), by: \.limit)
    let round = source.round
    let found = round.limits.indices.compactMap { place -> BindingLimit? in
      let limit = round.limits[place]
      let held = left.held[limit.id] ?? LeftOut.Held()
      let all = uses[place] ?? []
      let parts = (all.count == 1 ? all : all.filter { binds($0, limit) }).map { use in
        Part(
          label: use.each.map { names?.value($0.value, of: $0.key) ?? $0.value }
            .joined(separator: ", "),
          count: use.count, missed: use.missed)
      }
      if held.people == 0, !all.contains(where: { binds($0, limit) }) { return nil }
      return BindingLimit(
        limit: place, parts: inShownOrder(parts), people: held.people,
        opensOne: held.opensOne && opens(limit))
    }
    return found.sorted { ($1.people, $0.limit) < ($0.people, $1.limit) }
  }

  /// Whether a person more goes beyond the limit by one at the most, and breaks no floor of it.
  private static func opens(_ limit: Limit) -> Bool {
    limit.max != nil && (limit.measure == .people || limit.measure == .atOnce)
      && (limit.kind == .hard || limit.kind == .orNone && limit.min ?? 0 <= 1)
  }

  private static func binds(_ use: LimitUse, _ limit: Limit) -> Bool {
    if limit.kind == .soft { return use.missed > 0 }
    if let most = limit.max, use.count >= most, most > 0 { return true }
    guard let least = limit.min, least > 0 else { return false }
    return use.count > 0 && use.count <= least
  }

  private static func inShownOrder(_ parts: [Part]) -> [Part] {
    parts.sorted { $0.label.unicodeScalars.lexicographicallyPrecedes($1.label.unicodeScalars) }
  }
}
