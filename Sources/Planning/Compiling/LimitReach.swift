import MobilityModel

/// Which options a limit looks at, and into which combinations its `each` splits them.
///
/// It looks at all options of the round, whether or not some plan could hold them: a combination
/// exists as soon as an option reaches it.
struct LimitReach {
  /// Indices of options, combination by combination, in rising order within each.
  private(set) var options: [Int32] = []
  /// Where each combination stands in `options`.
  ///
  /// Without `each` there is always one.
  private(set) var combinations: [Range<Int>] = []

  init(_ limit: Limit, _ space: OptionSpace, _ facts: Facts) {
    let reached = Self.reached(limit, space, facts)
    if limit.each.isEmpty {
      options = reached
      combinations = [0..<reached.count]
      return
    }
    let keys = CombinationKeys(limit.each, space.round, facts)
    if let count = keys.count, count <= 2 * reached.count + 1024 {
      deal(reached, reached.map { keys.number(of: space.table.options[Int($0)]) }, count: count)
    } else {
      split(reached, reached.map { keys.key(of: space.table.options[Int($0)]) })
    }
  }

  /// The options for which the limit's filters hold, in rising order.
  private static func reached(_ limit: Limit, _ space: OptionSpace, _ facts: Facts) -> [Int32] {
    let (whereTest, whoTest) = (facts.test(limit.where), facts.test(limit.who))
    let sessions = space.round.sessions.indices.filter { whereTest.holds(session: $0) }
    let near = sessions.reduce(0) { $0 + space.sessionStart[$1 + 1] - space.sessionStart[$1] }
    var reached: [Int32] = []
    func add(_ option: Int) {
      let sector = space.table.options[option].sector
      if whereTest.ignoresSector || whereTest.holds(sector: sector) {
        reached.append(Int32(option))
      }
    }
    if near < space.table.options.count / 4 {
      for session in sessions {
        for option in space.options(of: session)
        where whoTest.holds(application: space.application(option)) { add(option) }
      }
      return reached.sorted()
    }
    for application in space.round.applications.indices
    where whoTest.holds(application: application) {
      for option in space.table.range(ofApplication: application)
      where whereTest.holds(session: space.session(option)) { add(option) }
    }
    return reached
  }

  /// Deals options out to their combinations by counting.
  private mutating func deal(_ reached: [Int32], _ key: [Int], count: Int) {
    var start = [Int](repeating: 0, count: count + 1)
    for key in key { start[key + 1] += 1 }
    for key in 0..<count {
      start[key + 1] += start[key]
      if start[key] < start[key + 1] { combinations.append(start[key]..<start[key + 1]) }
    }
    options = Array(repeating: 0, count: reached.count)
    for (place, key) in key.enumerated() {
      options[start[key]] = reached[place]
      start[key] += 1
    }
  }

  /// Sorts options by their combinations, where there are far more of these than options.
  private mutating func split(_ reached: [Int32], _ key: [CombinationKeys.Key]) {
    let order = key.indices.sorted { (key[$0], $0) < (key[$1], $1) }
    options = order.map { reached[$0] }
    var first = 0
    for place in order.indices.dropFirst() where key[order[place]] != key[order[first]] {
      combinations.append(first..<place)
      first = place
    }
    if first < order.count { combinations.append(first..<order.count) }
  }
}

/// Numbers for the combinations of values that the keys of an `each` can take.
struct CombinationKeys: Sendable {
  /// A combination, by its *where* and its *who* side.
  struct Key: Hashable, Comparable, Sendable {
    var place: Int
    var who: Int32

    static func < (left: Key, right: Key) -> Bool {
      (left.place, left.who) < (right.place, right.who)
    }
  }

  /// Numbers of what the keys say, indexed by session and by application.
  private var session: Numbers
  private var application: Numbers
  /// Number of a place sector, indexed by its number plus 1; empty if no key asks for it.
  private var sector: [Int] = []
  private var sectorCount = 1

  init(_ each: [FilterKey], _ round: Round, _ facts: Facts) {
    session = Numbers(owners: round.sessions.count)
    application = Numbers(owners: round.applications.count)
    for key in each where key != .sector {
      if key.isWhere {
        session.refine(by: facts.column(of: key))
      } else {
        application.refine(by: facts.column(of: key))
      }
    }
    if each.contains(.sector) { numberSectors(round) }
  }

  private mutating func numberSectors(_ round: Round) {
    let used = Set(round.sessions.flatMap(\.sectors)).union([.none]).sorted()
    sector = Array(repeating: 0, count: 10_001)
    for (place, used) in used.enumerated() { sector[Int(used.number) + 1] = place }
    sectorCount = used.count
  }

  /// One more than the largest number of a combination; `nil` if that is beyond the range.
  var count: Int? {
    let (places, overflow) = session.count.multipliedReportingOverflow(by: sectorCount)
    let (all, again) = places.multipliedReportingOverflow(by: application.count)
    return overflow || again ? nil : all
  }

  /// A combination as one number, where `count` is within the range.
  @inline(__always)
  func number(of option: Option) -> Int {
    let key = key(of: option)
    return key.place * application.count + Int(key.who)
  }

  @inline(__always)
  func key(of option: Option) -> Key {
    var place = Int(session.number[Int(option.session)]) * sectorCount
    if !sector.isEmpty { place += sector[Int(option.sector.number) + 1] }
    return Key(place: place, who: application.number[Int(option.application)])
  }
}

/// A number for each owner, the same for those whose values agree in all columns seen so far.
private struct Numbers {
  private(set) var number: [Int32]
  /// How many different numbers there are.
  private(set) var count = 1

  init(owners: Int) { number = Array(repeating: 0, count: owners) }

  mutating func refine(by column: KeyColumn) {
    let pairs = number.indices.map { Int(number[$0]) * column.values.count + Int(column.code[$0]) }
    let distinct = Set(pairs).sorted()
    let place = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    for owner in number.indices { number[owner] = place[pairs[owner]] ?? 0 }
    count = distinct.count
  }
}
