/// Sizes between which a random round is drawn.
struct SmallShape {
  var applications: ClosedRange<Int>
  var sessions: ClosedRange<Int>
  var streams: ClosedRange<Int>
  var schools: ClosedRange<Int>
  var hosts: ClosedRange<Int>
  var limits: ClosedRange<Int>
  /// Place sectors that a session offers at most.
  var sectors: Int
  /// Seats of a session at most.
  var seats: Int
  /// Of 100 applicants, how many fail a session's language, roughly.
  var strictness: Int

  static let small = SmallShape(
    applications: 20...120, sessions: 4...16, streams: 1...4, schools: 4...12, hosts: 2...6,
    limits: 1...7, sectors: 4, seats: 12, strictness: 50)

  /// Few enough plans to look at every one of them.
  static let tiny = SmallShape(
    applications: 3...7, sessions: 2...4, streams: 1...2, schools: 2...3, hosts: 1...3,
    limits: 0...3, sectors: 2, seats: 4, strictness: 20)
}
