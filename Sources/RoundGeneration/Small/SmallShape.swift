/// Sizes between which a random round is drawn.
struct SmallShape {
  var applications: ClosedRange<Int>
  var sessions: ClosedRange<Int>
  var streams: ClosedRange<Int>
  var schools: ClosedRange<Int>
  var hosts: ClosedRange<Int>
  var limits: ClosedRange<Int>
  /// Place sectors that a session offers at most.
  var fields: Int
  /// Seats of a session at most.
  var seats: Int
  /// Of 100 sessions, how many ask for a language.
  var askingForLanguage: Int
  /// Of 100 sessions, how many do not run with fewer than some.
  var withMinimum: Int
  /// Of 100 sessions, how many have place sectors.
  var withFields: Int
  /// Rules at most; locks and forbids are one more at most.
  var rules: Int
  /// Of 100 ends of a window, how many are given.
  var windows: Int

  static let small = SmallShape(
    applications: 20...120, sessions: 4...18, streams: 1...4, schools: 4...12, hosts: 2...6,
    limits: 1...7, fields: 4, seats: 12, askingForLanguage: 30, withMinimum: 45, withFields: 65,
    rules: 2, windows: 20)

  /// Few enough plans to look at every one of them.
  static let tiny = SmallShape(
    applications: 3...7, sessions: 2...4, streams: 1...2, schools: 2...3, hosts: 1...3,
    limits: 0...3, fields: 2, seats: 4, askingForLanguage: 15, withMinimum: 30, withFields: 35,
    rules: 1, windows: 12)
}
