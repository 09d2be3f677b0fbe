import MobilityModel
import Selection

extension Compiler {
  /// A limit on the people under way on any one day.
  mutating func addDays(_ limit: Limit, _ options: ArraySlice<Int32>) {
    let sessions = SessionLists(options.map { Int($0) }.filter { column[$0] >= 0 }, space)
    let dates = sessions.session.map { round.sessions[$0].dates }
    if let from = limit.from, let until = limit.until, from > until { return }
    let stretches = DayStretches(dates, from: limit.from, until: limit.until).stretches
    // Without both dates a minimum has no days to hold on.
    let least = limit.from == nil || limit.until == nil ? nil : limit.min
    var seen: Set<[Int]> = []
    switch limit.kind {
    case .hard:
      // No date is without its count of 0.
      if let most = limit.max, most < 0 { problem.addRow(lower: nil, upper: -1, ascending: []) }
      for stretch in stretches where stretch.isPeak {
        addStretch(sessions, stretch.active) { $0.bound($1, $2, nil, limit.max) }
      }
      for stretch in stretches where stretch.isValley && least != nil {
        guard seen.insert(stretch.active).inserted else { continue }
        addStretch(sessions, stretch.active) { $0.bound($1, $2, least, nil) }
      }
    case .orNone:
      for stretch in stretches where seen.insert(stretch.active).inserted {
        addStretch(sessions, stretch.active) { $0.addOrNone(limit, $1, $2) }
      }
    case .soft: return
    }
  }

  private mutating func addStretch(
    _ sessions: SessionLists, _ active: [Int],
    _ add: (inout Compiler, [SelectionProblem.Term], AmountRange) -> Void
  ) {
    var options = active.flatMap { sessions.options[$0] }
    options.sort()
    var people = 0
    var last = -1
    for option in options {
      if space.application(option) != last { people += 1 }
      last = space.application(option)
      row.add(Int(column[option]))
    }
    add(&self, row.take(), AmountRange(people: people))
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
