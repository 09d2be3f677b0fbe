/// How a cut follows from rows, in terms that mean something in other programs.
///
/// A cut that is derived in a program from what is there holds there, whoever proposed the derivation.
final class Derivation: Sendable {
  enum Rule: Sendable {
    /// See `MixedIntegerRounding`.
    case rounding(Rounding)
    /// See `ImpliedBounds`.
    case implied(Implied)
  }

  struct Rounding: Sendable {
    var parts: [Part]
    var divisor: Int
    var sign: Int
    /// Columns that are measured from their upper ends.
    var atUpper: [Key]
    /// Columns that were not there but fixed above 0: they count as at their upper ends.
    var taken: Set<Key>
  }

  struct Implied: Hashable, Sendable {
    var row: Key
    var column: Key
    var control: Key
  }

  /// A row of a combination.
  struct Part: Sendable {
    var row: RowOrigin.Source
    var multiplier: Int
    /// Whether its slack is measured from its upper end.
    var isSlackAtUpper: Bool
  }

  let rule: Rule
  let key: Key
  /// How many derivations stand on each other here, this one among them.
  let depth: Int

  /// Lessons that are handed on from problem to problem would grow without end.
  private static let mostDepth = 200

  /// - Returns: `nil` where too many stand on each other already.
  init?(_ rounding: Rounding) {
    depth = 1 + (rounding.parts.lazy.map { $0.row.derivation?.depth ?? 0 }.max() ?? 0)
    if depth > Self.mostDepth { return nil }
    var key = Key(1).joined(rounding.divisor).joined(rounding.sign)
    for part in rounding.parts {
      key = key.joined(part.row.key).joined(part.multiplier).joined(part.isSlackAtUpper ? 1 : 0)
    }
    for column in rounding.atUpper { key = key.joined(column) }
    self.key = key
    rule = .rounding(rounding)
  }

  init(_ implied: Implied) {
    depth = 1
    key = Key(2).joined(implied.row).joined(implied.column).joined(implied.control)
    rule = .implied(implied)
  }
}
