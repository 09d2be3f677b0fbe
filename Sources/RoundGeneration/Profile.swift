/// The kind of round to make.
package enum Profile: Hashable, Sendable {
  /// The five streams of INTERVET Western Balkans: 62 sessions, about 1,100 applications.
  case intervet
  /// The same under the rules of 2025.
  case intervet2025
  /// The same streams with few leaders and many groups.
  case tight
  /// Several INTERVETs in one round; at least 1 and at most 26.
  case multiple(copies: Int)
  /// A large programme: 1,000 people have 20 sessions, 1,000,000 have 20,000.
  case scaled(people: Int)
  /// A random round of 20 to 120 applications with a mix of every feature.
  case small
  /// A random round of 3 to 7 applications, small enough to look at every plan.
  case tiny

  /// Names by which `init(named:size:)` knows the profiles.
  package static let names = [
    "intervet", "intervet-2025", "tight", "multiple", "scaled", "small", "tiny",
  ]

  /// The profile of a name; `nil` for an unknown one or a size out of range.
  ///
  /// - Parameters:
  ///   - name: One of `names`.
  ///   - size: Copies of `multiple` (1 to 26 [3]), people of `scaled` (1,000 to 1,000,000
  ///     [10,000]); the other profiles have none.
  package init?(named name: String, size: Int? = nil) {
    switch (name, size) {
    case ("intervet", nil): self = .intervet
    case ("intervet-2025", nil): self = .intervet2025
    case ("tight", nil): self = .tight
    case ("multiple", _):
      guard (1...26).contains(size ?? 3) else { return nil }
      self = .multiple(copies: size ?? 3)
    case ("scaled", _):
      guard (1_000...1_000_000).contains(size ?? 10_000) else { return nil }
      self = .scaled(people: size ?? 10_000)
    case ("small", nil): self = .small
    case ("tiny", nil): self = .tiny
    default: return nil
    }
  }
}
