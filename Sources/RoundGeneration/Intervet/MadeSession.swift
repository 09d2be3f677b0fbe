/// A session as it will stand in the table.
struct MadeSession {
  var id: String
  var stream: MobilityStream
  var host: Hub
  var start: Date
  var days: Int
  var seats: Int
  var least: Int
  var languages: String
  var sectors: [String]
  var minAge: Int?

  var end: Date { start + (days - 1) }
}

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

  var isForStaff: Bool { self != .oneMonth && self != .threeMonth }

  var row: [String] {
    switch self {
    case .oneMonth:
      [rawValue, "One-month learner placements", "learner", "14", "89", "1", "12", "no"]
    case .threeMonth:
      [rawValue, "ErasmusPro, three months", "learner", "90", "365", "1", "0", "yes"]
    case .jobShadowing: [rawValue, "Job shadowing", "staff", "2", "60", "1", "0", "no"]
    case .summerSchool:
      [rawValue, "Summer schools for teachers", "staff", "2", "30", "1", "0", "no"]
    case .thematicTeam: [rawValue, "Thematic teams", "staff", "2", "60", "1", "0", "no"]
    }
  }
}
