import MobilityModel

/// Why a rule that clashes alone, or with a lock, cannot be kept: the data that no rule changes.
extension ClashWords {
  /// Combinations that words list at most.
  private static let mostListed = 3

  /// That a limit asks for more people than could be counted, whatever the other rules are; empty if
  /// it does not.
  func shortfall(_ limit: Limit) -> String {
    guard limit.kind == .hard, limit.measure == .people, let least = limit.min else { return "" }
    let space = OptionSpace(round, tables.options, tables.refusals, ignoring: [])
    let reach = LimitReach(limit, space, tables.facts)
    let short = reach.combinations.compactMap { combination -> String? in
      let options = reach.options[combination].map { Int($0) }
      let people = Set(options.map { space.application($0) }).count
      guard people < least else { return nil }
      guard let first = options.first, !limit.each.isEmpty else { return String(people) }
      let exists = options.contains { tables.refusals.of($0).isEmpty }
      return exists ? "\(people) \(values(limit.each, tables.options.options[first]))" : nil
    }
    if short.isEmpty { return "" }
    let listed = short.prefix(Self.mostListed).joined(separator: ", ")
    let rest = short.count - Self.mostListed
    return "; no more could be counted than \(listed)" + (rest > 0 ? " and \(rest) more" : "")
  }

  private func values(_ keys: [FilterKey], _ option: Option) -> String {
    let values = keys.map { "\($0.word(in: round))=\(tables.facts.value(of: $0, for: option))" }
    return "for " + values.joined(separator: ", ")
  }

  /// That no session takes a whole group, whatever rules there are; empty if one does.
  func dispersion(ofGroupOf application: Int) -> String {
    let members = Groups(round, ignoring: []).members(with: application)?.applications ?? []
    let sessions = members.map { member in
      Set(tables.options.range(ofApplication: member).map { tables.options.options[$0].session })
    }
    let common = sessions.dropFirst().reduce(sessions.first ?? []) { $0.intersection($1) }
    if !common.isEmpty { return "" }
    let stuck = zip(members, sessions).filter { $1.isEmpty }.map { round.applications[$0.0].id }
    return "; no session takes "
      + (stuck.isEmpty ? "all of them" : stuck.joined(separator: ", "))
  }
}
