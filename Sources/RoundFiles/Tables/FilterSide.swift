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

  /// The words of one side, or of both, in the order of their scalars.
  static func words(_ side: FilterSide?, _ ids: RoundIds) -> [String] {
    var result = keys.filter { side == nil || $0.value.side == side }.map(\.key)
    if side != .where { result += ids.attributes.keys }
    return Set(result).sorted()
  }
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
