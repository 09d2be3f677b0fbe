import MobilityModel
import Selection

extension Compiler {
  /// Rows and counts of all limits.
  mutating func addLimits() throws(PlanningError) {
    for (place, limit) in round.limits.enumerated() {
      if limit.min == nil && limit.max == nil { continue }
      if limit.kind == .soft && (limit.measure == .atOnce || !costs.tiers.contains(.targets)) {
        continue
      }
      if space.ignoring.contains(.limit(place)) { continue }
      if limit.isPlain { try addPlain(place) } else { try addCombinations(of: place) }
    }
  }

  private mutating func addPlain(_ place: Int) throws(PlanningError) {
    let limit = round.limits[place]
    let reach = LimitReach(limit, space, facts)
    for combination in reach.combinations {
      let options = reach.options[combination]
      let part = LimitPart(limit: place, option: options.first.map { Int($0) })
      let kind = exists(limit, options.lazy.map { Int($0) }) ? limit.kind : .orNone
      if limit.measure == .atOnce {
        addDays(part, options, kind)
      } else {
        try addSum(part, options.lazy.map { (Int($0), 1) }, kind, limit.bounds(at: []))
      }
    }
  }

  /// Whether a combination exists in the round as it is.
  ///
  /// One that only comes into being where rules are left out must be able to stay empty, or else
  /// leaving out a rule could take plans away.
  func exists(_ limit: Limit, _ options: some Sequence<Int>) -> Bool {
    limit.each.isEmpty || options.contains { space.refusals.of($0).isEmpty }
  }

  /// A limit on people, days or euros; options come in rising order, each with what its amount is
  /// multiplied by.
  mutating func addSum(
    _ part: LimitPart, _ options: some Sequence<(option: Int, sign: Int)>, _ kind: Limit.Kind,
    _ bounds: Limit.Bounds
  ) throws(PlanningError) {
    let limit = round.limits[part.limit]
    var range = AmountRange()
    for (option, sign) in options where column[option] >= 0 {
      let amount = WholeNumbers.product(sign, amount(of: option, limit.measure))
      range.add(amount, application: space.application(option))
      row.add(Int(column[option]), amount)
    }
    range.close()
    let largest = max(WholeNumbers.size(range.least), WholeNumbers.size(range.most))
    if largest > WholeNumbers.most {
      throw .limitOutOfRange(limit: limit.id, value: largest)
    }
    try addBounds(part, row.take(), range, kind, bounds)
  }

  /// Keeps a sum as the kind of its limit has it.
  mutating func addBounds(
    _ part: LimitPart, _ terms: [SelectionProblem.Term], _ range: AmountRange, _ kind: Limit.Kind,
    _ bounds: Limit.Bounds
  ) throws(PlanningError) {
    switch kind {
    case .hard: bound(part, .both, terms, range, bounds.min, bounds.max)
    case .orNone: addOrNone(part, terms, range, bounds)
    case .soft: try addSoft(part, terms, range, bounds)
    }
  }

  private func amount(of option: Int, _ measure: Limit.Measure) -> Int {
    switch measure {
    case .people, .atOnce, .different: 1
    case .days: round.sessions[space.session(option)].dates.days
    case .euros: valuation.euros(space.table.options[option])
    }
  }

  /// Keeps a sum within bounds, leaving out those that it cannot reach.
  mutating func bound(
    _ part: LimitPart, _ side: LimitSide, _ terms: [SelectionProblem.Term], _ range: AmountRange,
    _ least: Int?, _ most: Int?
  ) {
    // A bound beyond reach stays one that the sum cannot meet.
    let lower = least.flatMap { $0 > range.least ? min($0, range.most + 1) : nil }
    let upper = most.flatMap { $0 < range.most ? max($0, range.least - 1) : nil }
    if lower == nil && upper == nil { return }
    addRow(.limit(part, side), lower: lower, upper: upper, ascending: terms)
  }

  /// Keeps a sum at 0 or within bounds.
  mutating func addOrNone(
    _ part: LimitPart, _ terms: [SelectionProblem.Term], _ range: AmountRange,
    _ bounds: Limit.Bounds
  ) {
    let least = max(bounds.min ?? range.least, range.least)
    let most = min(bounds.max ?? range.most, range.most)
    if least > most {
      bound(part, .both, terms, range, 0, 0)
    } else if range.isRising, least <= range.smallest {
      bound(part, .both, terms, range, nil, most)
    } else if least <= 0, most >= 0 {
      bound(part, .both, terms, range, least, most)
    } else {
      typealias Term = SelectionProblem.Term
      let used = addCount(.used(part), 0...1, cost: costs.zero)
      addRow(
        .limit(part, .min), lower: 0, upper: nil, ascending: terms + [Term(used, -least)])
      addRow(.limit(part, .max), lower: nil, upper: 0, ascending: terms + [Term(used, -most)])
    }
  }

  /// Counts what a sum misses its bounds by.
  private mutating func addSoft(
    _ part: LimitPart, _ terms: [SelectionProblem.Term], _ range: AmountRange,
    _ bounds: Limit.Bounds
  ) throws(PlanningError) {
    typealias Term = SelectionProblem.Term
    for bound in [bounds.min, bounds.max].compactMap({ $0 })
    where WholeNumbers.size(bound) > WholeNumbers.most {
      throw .limitOutOfRange(limit: round.limits[part.limit].id, value: bound)
    }
    if let least = bounds.min, least > range.least {
      let shortfall = addCount(
        .short(part), max(0, least - range.most)...(least - range.least), cost: costs.targetCost)
      addRow(
        .limit(part, .min), lower: least, upper: nil, ascending: terms + [Term(shortfall, 1)])
    }
    if let most = bounds.max, most < range.most {
      let excess = addCount(
        .over(part), max(0, range.least - most)...(range.most - most), cost: costs.targetCost)
      addRow(.limit(part, .max), lower: nil, upper: most, ascending: terms + [Term(excess, -1)])
    }
  }
}

/// How far a sum can go when each application adds one of its amounts or nothing.
struct AmountRange {
  private(set) var least = 0
  private(set) var most = 0
  /// The smallest amount above 0; `Int.max` if there is none.
  private(set) var smallest = Int.max
  private var application = -1
  private var low = 0
  private var high = 0

  init() {}

  /// The range of a sum of ones.
  init(people: Int) {
    most = people
    smallest = 1
  }

  /// Whether no amount is negative.
  var isRising: Bool { least >= 0 }

  /// Adds an option's amount; options come in the order of applications.
  mutating func add(_ amount: Int, application: Int) {
    if application != self.application {
      close()
      self.application = application
    }
    low = min(low, amount)
    high = max(high, amount)
    if amount > 0 { smallest = min(smallest, amount) }
  }

  /// Ends the last application.
  mutating func close() {
    least = WholeNumbers.sum(least, low)
    most = WholeNumbers.sum(most, high)
    (low, high) = (0, 0)
  }
}
