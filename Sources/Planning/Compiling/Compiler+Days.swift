import MobilityModel
import Selection

extension Compiler {
  /// A limit on the people under way on any one day.
  mutating func addDays(
    _ part: LimitPart, _ options: ArraySlice<Int32>, _ kind: Limit.Kind
  ) {
    let limit = round.limits[part.limit]
    let sessions = SessionLists(options.map { Int($0) }.filter { column[$0] >= 0 }, space)
    let dates = sessions.session.map { round.sessions[$0].dates }
    if let from = limit.from, let until = limit.until, from > until { return }
    let stretches = DayStretches(dates, from: limit.from, until: limit.until).stretches
    // Without both dates a minimum has no days to hold on.
    let least = limit.from == nil || limit.until == nil ? nil : limit.min
    var seen: Set<[Int]> = []
    switch kind {
    case .hard:
      // No date is without its count of 0.
      if let most = limit.max, most < 0 {
        addRow(.limit(part, .max), lower: nil, upper: -1, ascending: [])
      }
      for stretch in stretches where stretch.isPeak {
        addStretch(part, sessions, stretch) { $0.bound($1, .max, $2, $3, nil, limit.max) }
      }
      for stretch in stretches where stretch.isValley && least != nil {
        guard seen.insert(stretch.active).inserted else { continue }
        addStretch(part, sessions, stretch) { $0.bound($1, .min, $2, $3, least, nil) }
      }
    case .orNone:
      for stretch in stretches where seen.insert(stretch.active).inserted {
        addStretch(part, sessions, stretch) {
          $0.addOrNone($1, $2, $3, limit.bounds(at: []))
        }
      }
    case .soft: return
    }
  }

  private mutating func addStretch(
    _ part: LimitPart, _ sessions: SessionLists, _ stretch: DayStretches.Stretch,
    _ add: (inout Compiler, LimitPart, [SelectionProblem.Term], AmountRange) -> Void
  ) {
    var part = part
    part.day = stretch.first
    var options = stretch.active.flatMap { sessions.options[$0] }
    options.sort()
    var people = 0
    var last = -1
    for option in options {
      if space.application(option) != last { people += 1 }
      last = space.application(option)
      row.add(Int(column[option]))
    }
    add(&self, part, row.take(), AmountRange(people: people))
  }
}

/// Options dealt out to their sessions.
private struct SessionLists {
  /// Rising indices into `Round.sessions`.
  let session: [Int]
  /// Indexed as `session`.
  let options: [[Int]]

  init(_ reached: [Int], _ space: OptionSpace) {
    var lists: [Int: [Int]] = [:]
    for option in reached { lists[space.session(option), default: []].append(option) }
    session = lists.keys.sorted()
    options = session.map { lists[$0] ?? [] }
  }
}
