/// Numbers that make one INTERVET-like round differ from another.
struct IntervetShape {
  /// How many INTERVETs are in the round.
  var copies = 1
  /// Applications for a place, for 100 seats.
  var applicantsPerHundredSeats = 180
  /// Applications as a leader for the 30 one-month sessions of one INTERVET, without those
  /// teachers who travel with a group of their own.
  var leaders = 50
  /// Of 100 departures from a school, how many are a group.
  var groupShare = 18
  /// Of 100 groups, how many have their own teacher in the group.
  var teachersInGroups = 6
  var era = IntervetEra.project

  static let intervet = IntervetShape()

  static let today = IntervetShape(era: .today)

  static let tight = IntervetShape(
    applicantsPerHundredSeats: 185, leaders: 30, groupShare: 38, teachersInGroups: 12)

  func times(_ copies: Int) -> IntervetShape {
    var shape = self
    shape.copies = min(26, max(1, copies))
    return shape
  }

  var schoolsPerCountry: Int { 10 * copies }

  /// Applications for the places of a stream.
  func applicants(_ stream: MobilityStream) -> Int {
    (stream.seats * copies * applicantsPerHundredSeats + 50) / 100
  }
}
