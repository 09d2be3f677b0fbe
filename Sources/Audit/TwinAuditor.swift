package import MobilityModel

/// Checks a twinning of schools from their table alone, and counts what it is worth.
///
/// As with plans, nothing here is shared with the way in which twinnings are found.
package struct TwinAuditor: Sendable {
  private let pairing: SchoolPairing
  private var schools: [School] { pairing.schools }

  package init(_ schools: [School], _ rules: TwinRules) { pairing = SchoolPairing(schools, rules) }

  /// What an audit of a twinning found.
  package enum Verdict: Hashable, Sendable {
    /// The twinning keeps every rule; the value of every tier.
    case sound([TwinTierValue])
    /// Every rule that it breaks, in words.
    case broken([String])
  }

  /// The verdict on pairs, in whatever order they come.
  package func audit(_ pairs: [SchoolPair]) -> Verdict {
    let broken = strangers(in: pairs)
    guard broken.isEmpty else { return .broken(broken) }
    let faults = repeated(in: pairs) + refused(in: pairs) + overfull(in: pairs) + absent(in: pairs)
    return faults.isEmpty ? .sound(values(of: pairs)) : .broken(faults)
  }

  private func strangers(in pairs: [SchoolPair]) -> [String] {
    pairs.filter { pair in
      !schools.indices.contains(pair.eu) || !schools.indices.contains(pair.wb)
        || schools[pair.eu].side != .eu || schools[pair.wb].side != .wb
    }.map { "There is no such pair of schools as \($0.eu) and \($0.wb)." }
  }

  private func repeated(in pairs: [SchoolPair]) -> [String] {
    let sorted = pairs.sorted()
    return zip(sorted, sorted.dropFirst()).filter { $0 == $1 }
      .map { "\(words($0.0)) are twinned more than once." }
  }

  private func refused(in pairs: [SchoolPair]) -> [String] {
    pairs.sorted().compactMap { pair in
      pairing.refusal(pair).map { "\(words(pair)) cannot be twins (\($0.rawValue))." }
    }
  }

  private func overfull(in pairs: [SchoolPair]) -> [String] {
    schools.indices.compactMap { school in
      let count = pairs.count { $0.has(school) }
      guard count > schools[school].mostTwins else { return nil }
      return "\(schools[school].id) has \(count) twins and takes \(schools[school].mostTwins)."
    }
  }

  private func absent(in pairs: [SchoolPair]) -> [String] {
    schools.indices.flatMap { school in
      schools[school].agreed.map { twin in
        schools[school].side == .eu
          ? SchoolPair(eu: school, wb: twin) : SchoolPair(eu: twin, wb: school)
      }
    }.filter { !pairs.contains($0) }.map { "\(words($0)) have agreed to be twins." }
  }

  private func words(_ pair: SchoolPair) -> String {
    "\(schools[pair.eu].id) and \(schools[pair.wb].id)"
  }

  private func values(of pairs: [SchoolPair]) -> [TwinTierValue] {
    TwinTier.allCases.map { TwinTierValue(tier: $0, value: value(of: $0, pairs)) }
  }

  private func value(of tier: TwinTier, _ pairs: [SchoolPair]) -> Int {
    func sum(_ value: (SchoolPair) -> Int) -> Int {
      pairs.reduce(0) { $0.addingClamped(value($1)) }
    }
    return switch tier {
    case .twinned: schools.indices.count { school in pairs.contains { $0.has(school) } }
    case .worstRank: pairs.map(pairing.worseRank).max() ?? 0
    case .wishes: sum(pairing.wishes)
    case .sectors: sum(pairing.sectors)
    case .languages: sum(pairing.languages)
    case .km: sum(pairing.kilometres)
    case .draw: sum(pairing.draw)
    }
  }
}
