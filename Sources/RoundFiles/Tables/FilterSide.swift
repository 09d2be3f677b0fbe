import MobilityModel

/// Which of the two filters of a row a key belongs to.
enum FilterSide: String {
  /// Where a placement is.
  case `where`
  /// Who is placed.
  case who

  /// The keys that every round has.
  static let keys: [String: (side: FilterSide, key: FilterKey)] = [
    "stream": (.where, .stream), "session": (.where, .session), "host": (.where, .host),
    "host_country": (.where, .hostCountry), "sector": (.where, .sector),
    "application": (.who, .application), "participant": (.who, .participant),
    "organisation": (.who, .organisation), "country": (.who, .country), "role": (.who, .role),
    "group": (.who, .group), "nationality": (.who, .nationality),
  ]

  /// Key and side of a word, or `nil` if no table has it.
  static func find(_ word: String, _ ids: RoundIds) -> (side: FilterSide, key: FilterKey)? {
    keys[word] ?? ids.attributes[word].map { (.who, .attribute($0)) }
  }
}

/// The words that may stand as keys, made once for all findings about keys.
struct KeyWords {
  struct Side {
    let words: [String]
    /// The first of the words, as messages list them.
    let expected: String

    fileprivate init(_ words: some Sequence<String>) {
      self.words = Set(words).sorted()
      let few = self.words.prefix(24).map { String($0.prefix(40)) }
      expected = TableReader.oneOf(few + (few.count < self.words.count ? ["others"] : []))
    }
  }

  let `where`, who, both: Side

  init(attributes: some Sequence<String>) {
    let ofPlace = FilterSide.keys.filter { $0.value.side == .where }.map(\.key)
    let ofPeople = FilterSide.keys.filter { $0.value.side == .who }.map(\.key) + attributes
    `where` = Side(ofPlace)
    who = Side(ofPeople)
    both = Side(ofPlace + ofPeople)
  }

  subscript(side: FilterSide) -> Side { side == .where ? `where` : who }
}

/// A value in a filter that may have no bearer without being wrong: a group, or what a planner's
/// own column holds.
struct ValueUse {
  var key: FilterKey
  var value: String
  var file: String
  var row: Int
  var column: String
}
