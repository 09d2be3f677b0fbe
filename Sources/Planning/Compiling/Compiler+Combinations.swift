import MobilityModel
import Selection

extension Compiler {
  /// A limit that is no plain sum.
  mutating func addCombinations(of place: Int) throws(PlanningError) {
    let limit = round.limits[place]
    for combination in LimitCombinations(limit, space, facts).all {
      let part = LimitPart(
        limit: place, option: combination.example?.option,
        isMinus: combination.example?.isMinus ?? false)
      let bounds = limit.bounds(at: combination.values)
      let kind = exists(limit, combination.options.lazy.map(\.option)) ? limit.kind : .orNone
      if limit.measure == .different {
        try addDifferent(part, combination.options.map(\.option), kind, bounds)
      } else {
        try addSum(part, combination.options, kind, bounds)
      }
    }
  }

  /// A limit on the number of different values: a count for each value says whether it occurs.
  private mutating func addDifferent(
    _ part: LimitPart, _ options: [Int], _ kind: Limit.Kind, _ bounds: Limit.Bounds
  ) throws(PlanningError) {
    guard let key = round.limits[part.limit].of else { return }
    // Whether there is none at all is asked from both sides.
    let isOrNone = kind == .orNone
    let alive = options.filter { column[$0] >= 0 }
    let byValue = Dictionary(grouping: alive) { facts.value(of: key, for: space.table.options[$0]) }
    var occurs: [SelectionProblem.Term] = []
    for (value, options) in byValue.sorted(by: { [$0.key].precede([$1.key]) }) {
      let count = addCount(.different(part, value), 0...1, cost: costs.zero)
      occurs.append(SelectionProblem.Term(count))
      if bounds.min != nil || isOrNone { addOnlyIf(part, value, count, options) }
      if bounds.max != nil || isOrNone { addAsSoonAs(part, value, count, options) }
    }
    try addBounds(part, occurs, AmountRange(people: occurs.count), kind, bounds)
  }

  /// A value occurs only if some option with it is chosen.
  private mutating func addOnlyIf(
    _ part: LimitPart, _ value: String, _ count: SelectionProblem.Column, _ options: [Int]
  ) {
    for option in options { row.add(Int(column[option])) }
    row.add(count, -1)
    addRow(.different(part, value, .min), lower: 0, upper: nil, ascending: row.take())
  }

  /// A value occurs as soon as an application has it; one application has one placement at most, so
  /// its options share a row.
  private mutating func addAsSoonAs(
    _ part: LimitPart, _ value: String, _ count: SelectionProblem.Column, _ options: [Int]
  ) {
    var last = -1
    for option in options + [-1] {
      let application = option < 0 ? -1 : space.application(option)
      if last >= 0, application != last {
        row.add(count, -1)
        addRow(.different(part, value, .max), lower: nil, upper: 0, ascending: row.take())
      }
      if option >= 0 { row.add(Int(column[option])) }
      last = application
    }
  }
}
