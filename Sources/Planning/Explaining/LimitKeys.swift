import MobilityModel

/// To which combinations of a limit an option adds, and from which it is taken off.
struct LimitKeys: Sendable {
  private let counted: Side
  private let taken: Side?
  /// Whether there is such a side; asked first, because millions of options are looked at.
  private let takesOff: Bool
  /// Numbers of combinations by their values, where the limit is not plain: its two sides split
  /// options by different keys, and what is carried is known by values.
  private let numbers: [[String]: Int]?
  private let facts: Facts
  private let limit: Limit

  private struct Side {
    let place: FilterTest
    let who: FilterTest
    let keys: CombinationKeys
    let each: [FilterKey]
    let sign: Int

    func reaches(_ option: Option) -> Bool {
      place.holds(session: Int(option.session)) && place.holds(sector: option.sector)
        && who.holds(application: Int(option.application))
    }
  }

  init(_ limit: Limit, _ tables: RoundTables) {
    (self.limit, facts) = (limit, tables.facts)
    let sides = limit.sides.map { side in
      Side(
        place: tables.facts.test(side.where), who: tables.facts.test(side.who),
        keys: CombinationKeys(side.each, tables.round, tables.facts), each: side.each,
        sign: side.sign)
    }
    (counted, taken) = (sides[0], sides.count > 1 ? sides[1] : nil)
    takesOff = sides.count > 1
    numbers = limit.isPlain ? nil : Self.numbers(limit, sides, tables)
  }

  private static func numbers(
    _ limit: Limit, _ sides: [Side], _ tables: RoundTables
  ) -> [[String]: Int] {
    var seen: Set<[String]> = limit.each.isEmpty ? [[]] : []
    for side in sides {
      var known: Set<CombinationKeys.Key> = []
      for option in tables.options.options
      where side.reaches(option) && known.insert(side.keys.key(of: option)).inserted {
        seen.insert(side.each.map { tables.facts.value(of: $0, for: option) })
      }
    }
    let sorted = seen.sorted { $0.precede($1) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
  }

  /// The combinations with their values, in the order of these; only where the limit is not plain.
  var combinations: [(values: [String], key: CombinationKeys.Key)] {
    (numbers ?? [:]).sorted { $0.value < $1.value }.map { ($0.key, Self.key($0.value)) }
  }

  /// What counts start from.
  var carried: [CombinationKeys.Key: Int] {
    var carried: [CombinationKeys.Key: Int] = [:]
    for (values, amount) in limit.carried {
      if let number = numbers?[values] { carried[Self.key(number)] = amount }
    }
    return carried
  }

  private static func key(_ number: Int) -> CombinationKeys.Key {
    CombinationKeys.Key(place: number, who: -1)
  }

  private func key(of option: Option, _ side: Side) -> CombinationKeys.Key {
    guard let numbers else { return side.keys.key(of: option) }
    return Self.key(numbers[side.each.map { facts.value(of: $0, for: option) }] ?? -1)
  }

  /// The combination to which an option adds.
  func key(of option: Option) -> CombinationKeys.Key { key(of: option, counted) }

  /// Whether an option changes any combination.
  func reaches(_ option: Option) -> Bool {
    counted.reaches(option) || takesOff && (taken?.reaches(option) ?? false)
  }

  /// The combinations that an option changes, with 1 where it adds and -1 where it is taken off.
  func touched(by option: Option) -> [(key: CombinationKeys.Key, sign: Int)] {
    var touched = counted.reaches(option) ? [(key: key(of: option, counted), sign: 1)] : []
    if takesOff, let taken, taken.reaches(option) { touched.append((key(of: option, taken), -1)) }
    return touched
  }
}
