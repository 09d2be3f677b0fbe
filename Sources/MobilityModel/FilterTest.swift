/// A filter prepared for a round: a bit for each session, place sector and application.
package struct FilterTest: Sendable {
  /// `nil` where no condition looks at that side, so that all pass.
  private var sessions: BitSet?
  private var sectors: BitSet?
  private var applications: BitSet?

  init(_ filter: Filter, _ facts: Facts) {
    for condition in filter.conditions {
      if condition.key == .sector {
        Self.narrow(&sectors, Self.sectorBits(condition.values))
      } else if condition.key.isWhere {
        let bits = BitSet(count: facts.sessionCount) {
          condition.values.contains(facts.value(of: condition.key, session: $0))
        }
        Self.narrow(&sessions, bits)
      } else {
        let bits = BitSet(count: facts.applicationCount) {
          condition.values.contains(facts.value(of: condition.key, application: $0))
        }
        Self.narrow(&applications, bits)
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
  package func holds(application: Int) -> Bool { applications?.contains(application) ?? true }

  /// Whether no condition looks at the place sector.
  package var ignoresSector: Bool { sectors == nil }
  /// Whether no condition looks at the session or the place sector.
  package var ignoresWhere: Bool { sessions == nil && sectors == nil }
  /// Whether no condition looks at who is placed.
  package var ignoresWho: Bool { applications == nil }
}

/// A set of small whole numbers.
struct BitSet: Hashable, Sendable {
  private var words: [UInt64]

  init(count: Int, where holds: (Int) -> Bool) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    for place in 0..<count where holds(place) { words[place >> 6] |= 1 << UInt64(place & 63) }
  }

  init(count: Int, members: [Int]) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    for place in members { words[place >> 6] |= 1 << UInt64(place & 63) }
  }

  @inline(__always)
  func contains(_ place: Int) -> Bool { words[place >> 6] & 1 << UInt64(place & 63) != 0 }

  func intersection(_ other: BitSet) -> BitSet {
    var both = self
    for word in both.words.indices { both.words[word] &= other.words[word] }
    return both
  }
}
