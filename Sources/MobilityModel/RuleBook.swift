/// Dated refusals, prepared: for each session the rules whose dates and session it meets.
struct RuleBook: Sendable {
  private let tests: [(where: FilterTest, who: FilterTest)]
  /// Rules in rising order, for each distinct list of rules.
  private let lists: Slices<Int32>
  /// Index of a session's list.
  private let list: [Int32]

  init(_ round: Round, _ facts: Facts) {
    let tests = round.rules.map { (facts.test($0.where), facts.test($0.who)) }
    var distinct = Interner<[Int32]>()
    var list: [Int32] = []
    for (place, session) in round.sessions.enumerated() {
      let rules = round.rules.indices.filter { rule in
        Self.meets(round.rules[rule], session.dates) && tests[rule].0.holds(session: place)
      }
      list.append(distinct.place(of: rules.map { Int32($0) }))
    }
    var lists = Slices<Int32>()
    for rules in distinct.values { lists.append(rules) }
    self.tests = tests
    self.lists = lists
    self.list = list
  }

  private static func meets(_ rule: Rule, _ dates: Interval) -> Bool {
    (rule.from.map { $0 <= dates.end } ?? true) && (rule.until.map { $0 >= dates.start } ?? true)
  }

  /// The first rule that refuses, by its index in the round.
  @inline(__always)
  func refusing(application: Int, session: Int, sector: Sector) -> Int? {
    for place in lists.range(Int(list[session])) {
      let rule = Int(lists.elements[place])
      if tests[rule].who.holds(application: application), tests[rule].where.holds(sector: sector) {
        return rule
      }
    }
    return nil
  }

  /// All rules that refuse, by their indices in the round.
  func allRefusing(application: Int, session: Int, sector: Sector) -> [Int] {
    lists.range(Int(list[session])).map { Int(lists.elements[$0]) }.filter { rule in
      tests[rule].who.holds(application: application) && tests[rule].where.holds(sector: sector)
    }
  }
}
