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

  static let small = SmallShape(
    applications: 20...120, sessions: 4...18, streams: 1...4, schools: 4...12, hosts: 2...6,
    limits: 1...7, fields: 4, seats: 12, askingForLanguage: 35)

  /// Few enough plans to look at every one of them.
  static let tiny = SmallShape(
    applications: 3...7, sessions: 2...4, streams: 1...2, schools: 2...3, hosts: 1...3,
    limits: 0...3, fields: 2, seats: 4, askingForLanguage: 20)
}
