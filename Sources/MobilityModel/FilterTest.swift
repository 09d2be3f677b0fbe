/// A filter prepared for a round.
///
/// Sessions and place sectors are bits; an application is looked up by code, condition by
/// condition, so that a filter costs no memory that grows with the number of applications.
package struct FilterTest: Sendable {
  private struct Condition: Sendable {
    /// Indexed by application.
    var code: [Int32]
    var allowed: CodeSet
  }

  /// `nil` where no condition looks at that side, so that all pass.
  private var sessions: BitSet?
  private var sectors: BitSet?
  private var who: [Condition] = []

  init(_ filter: Filter, _ facts: Facts) {
    for condition in filter.conditions {
      if condition.key == .sector {
        Self.narrow(&sectors, Self.sectorBits(condition.values))
        continue
      }
      let indexed = facts.indexed(condition.key)
      let allowed = indexed.codes(of: condition.values)
      if condition.key.isWhere {
        let code = indexed.column.code
        let members = code.indices.filter { allowed.contains(code[$0]) }
        Self.narrow(&sessions, BitSet(count: code.count, members: members))
      } else {
        who.append(Condition(code: indexed.column.code, allowed: allowed))
      }
    }
  }

  private static func sectorBits(_ values: Set<String>) -> BitSet {
    // Place 0 is for the empty sector, so that sector numbers stand one place further.
    let numbers = values.compactMap { Sector(code: $0) }.map { Int($0.number) + 1 }
    return BitSet(count: 10_001, members: numbers)
  }

  private static func narrow(_ bits: inout BitSet?, _ other: BitSet) {
    if let known = bits { bits = known.intersection(other) } else { bits = other }
  }

  package func holds(_ option: Option) -> Bool {
    holds(session: Int(option.session)) && holds(sector: option.sector)
      && holds(application: Int(option.application))
  }

  /// Whether the conditions on the session itself hold.
  package func holds(session: Int) -> Bool { sessions?.contains(session) ?? true }

  /// Whether the conditions on the place sector hold.
  package func holds(sector: Sector) -> Bool { sectors?.contains(Int(sector.number) + 1) ?? true }

  /// Whether the conditions on the application and its participant hold.
  package func holds(application: Int) -> Bool {
    for condition in who where !condition.allowed.contains(condition.code[application]) {
      return false
    }
    return true
  }

  /// Whether no condition looks at the place sector.
  package var ignoresSector: Bool { sectors == nil }
  /// Whether no condition looks at who is placed.
  package var ignoresWho: Bool { who.isEmpty }
}
