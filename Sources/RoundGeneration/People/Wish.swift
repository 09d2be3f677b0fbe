/// An application as it will stand in the table.
struct Wish {
  var id: String
  /// Id of the participant.
  var person: String
  var stream: MobilityStream
  var isLeader = false
  var window = Window()
  /// Ids of hosts and sessions, best first.
  var preferences: [String] = []
  /// In hundredths.
  var points = 0
  var group = ""

  var row: [String] {
    let score = isLeader ? "" : "\(points / 100).\((points % 100).padded(2))"
    return [
      id, person, stream.rawValue, isLeader ? "leader" : "participant", window.from?.iso ?? "",
      window.until?.iso ?? "", preferences.joined(separator: "|"), score, group,
    ]
  }

  /// Selection points between 40 and 100, most of them around 70.
  static func points(_ random: inout Randomness) -> Int {
    4_000 + random.below(3_001) + random.below(3_001)
  }
}

/// The days on which somebody could be away; a missing end is no bound.
struct Window {
  var from: CalendarDay?
  var until: CalendarDay?
}
