/// An application as it will stand in the table.
struct Wish {
  var id: String
  var person: Person
  var stream: MobilityStream
  var isLeader = false
  var from: Date?
  var until: Date?
  var preferences: [String] = []
  /// In hundredths.
  var points = 0
  var group = ""

  var row: [String] {
    let score = isLeader ? "" : "\(points / 100).\((points % 100).padded(2))"
    return [
      id, person.id, stream.rawValue, isLeader ? "leader" : "participant", from?.iso ?? "",
      until?.iso ?? "", preferences.joined(separator: "|"), score, group,
    ]
  }

  static let columns = [
    "application", "participant", "stream", "role", "available_from", "available_until",
    "preferences", "points", "group",
  ]
}
