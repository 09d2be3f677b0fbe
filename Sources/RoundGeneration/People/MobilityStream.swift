/// The five streams, with what INTERVET planned for each.
enum MobilityStream: String, CaseIterable {
  case oneMonth = "one-month"
  case threeMonth = "three-month"
  case jobShadowing = "job-shadowing"
  case summerSchool = "summer-school"
  case thematicTeam = "thematic-team"

  /// Places of one INTERVET.
  var seats: Int {
    switch self {
    case .oneMonth: 360
    case .threeMonth: 56
    case .jobShadowing: 54
    case .summerSchool: 36
    case .thematicTeam: 72
    }
  }

  /// What ids of sessions begin with, and those of applications end with.
  var short: String {
    switch self {
    case .oneMonth: "m1"
    case .threeMonth: "m3"
    case .jobShadowing: "js"
    case .summerSchool: "ss"
    case .thematicTeam: "tt"
    }
  }

  /// The stream as a row of streams.csv, with or without a national visa for three months.
  func row(visa: Bool) -> [String] {
    let cells: [String]
    switch self {
    case .oneMonth: cells = ["One-month learner placements", "learner", "14", "89", "1", "12"]
    case .threeMonth: cells = ["ErasmusPro, three months", "learner", "90", "365", "1", "0"]
    case .jobShadowing: cells = ["Job shadowing", "staff", "2", "60", "1", "0"]
    case .summerSchool: cells = ["Summer schools for teachers", "staff", "2", "30", "1", "0"]
    case .thematicTeam: cells = ["Thematic teams", "staff", "2", "60", "1", "0"]
    }
    return [rawValue] + cells + [visa && self == .threeMonth ? "yes" : "no"]
  }
}

/// A session as it will stand in the table.
struct MadeSession {
  var id: String
  var stream: MobilityStream
  /// Id of the host.
  var host: String
  var start: CalendarDay
  var days: Int
  var seats: Int
  var least: Int
  /// Alternatives, joined as in the table.
  var languages: String
  var fields: [String] = []
  var minAge: Int?

  var end: CalendarDay { start + (days - 1) }

  var row: [String] {
    [
      id, stream.rawValue, host, start.iso, end.iso, String(least), String(seats), languages,
      fields.joined(separator: "|"), minAge.map(String.init) ?? "",
    ]
  }
}
