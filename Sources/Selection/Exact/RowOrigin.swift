/// Where a row comes from: it says which rows hold a program together, and how a cut can be derived
/// once more elsewhere.
struct RowOrigin: Sendable {
  enum Kind: Int8, Sendable {
    /// A row of the problem.
    case model
    /// Holds a tier at its proven value. It adds up over parts that no row of the problem joins.
    case tier
    /// Follows from the other rows in whole numbers.
    case cut
  }

  var kind: Kind
  /// Where its lower and its upper bound come from; `nil` where no other program will ask.
  var lower: Source?
  var upper: Source?

  /// A row as other programs may have it, too.
  struct Source: Sendable {
    var key: Key
    /// Of a cut.
    var derivation: Derivation?

    init(key: Key) { self.key = key }

    init(_ derivation: Derivation) {
      key = derivation.key
      self.derivation = derivation
    }
  }

  /// Where its bounds come from, one or both.
  var sources: [Source] { [lower, upper].compactMap { $0 } }

  static let model = RowOrigin(kind: .model)
  static let tier = RowOrigin(kind: .tier)
  static let cut = RowOrigin(kind: .cut)

  static func model(_ key: Key?) -> RowOrigin {
    RowOrigin(.model, key.map { Source(key: $0) })
  }

  static func tier(_ number: Int) -> RowOrigin {
    RowOrigin(.tier, Source(key: Key(0).joined(number)))
  }

  static func cut(_ derivation: Derivation?) -> RowOrigin {
    RowOrigin(.cut, derivation.map { Source($0) })
  }

  private init(_ kind: Kind, _ source: Source?) {
    self.init(kind: kind, lower: source, upper: source)
  }

  private init(kind: Kind, lower: Source? = nil, upper: Source? = nil) {
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }
}
