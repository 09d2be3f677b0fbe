/// Columns of the tables, in the order in which the generator fills them.
enum TableColumns {
  static let settings = ["setting", "value"]
  static let organisations = [
    "organisation", "name", "country", "city", "latitude", "longitude",
  ]
  static let streams = [
    "stream", "title", "kind", "min_days", "max_days", "weight", "learners_per_leader",
    "national_visa",
  ]
  static let sessions = [
    "session", "stream", "host", "start", "end", "min_people", "max_people", "languages",
    "sectors", "min_age",
  ]
  static let participants = [
    "participant", "name", "organisation", "birth_date", "nationality", "languages", "sectors",
    "gender", "first_time", "school_year",
  ]
  static let applications = [
    "application", "participant", "stream", "role", "available_from", "available_until",
    "preferences", "points", "group",
  ]
  static let limits = [
    "limit", "where", "who", "each", "measure", "from", "until", "min", "max", "kind", "reason",
  ]
  static let rules = ["rule", "where", "who", "from", "until", "reason"]
  static let locks = ["application", "effect", "session", "reason", "author"]
  static let stays = ["participant", "country", "from", "until"]
  static let twins = ["organisation", "host"]
  static let rates = ["rate", "role", "host_country", "min_km", "max_km", "euros"]
  static let placements = ["application", "session", "sector"]
}

/// A row of limits.csv, with what most limits leave empty.
struct LimitRow {
  var id: String
  var place = ""
  var who = ""
  var each = ""
  var measure = "people"
  var from: CalendarDay?
  var until: CalendarDay?
  var min: Int?
  var max: Int?
  var kind = "hard"
  var reason: String

  var cells: [String] {
    [
      id, place, who, each, measure, from?.iso ?? "", until?.iso ?? "",
      min.map(String.init) ?? "", max.map(String.init) ?? "", kind, reason,
    ]
  }
}
