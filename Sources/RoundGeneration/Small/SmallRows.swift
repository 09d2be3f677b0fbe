/// An organisation of a random round.
struct SmallPlace {
  var id: String
  var country: String
  var city: City
}

struct SmallStream {
  var id: String
  var weight: Int
  var learnersPerLeader: Int
  var hasNationalVisa: Bool
}

struct SmallSession {
  var id: String
  var stream: Int
  var host: Int
  var start: CalendarDay
  var days: Int
  var seats: Int?
  var least: Int?
  var languages = ""
  var fields: [String] = []
  var minAge: Int?

  var end: CalendarDay { start + (days - 1) }

  /// Fields with exact, narrow and broad neighbours among them.
  static let allFields = ["0713", "0714", "0721", "0722", "0732", "1013", "1015", "1041", "0613"]
}

struct SmallPerson {
  var id: String
  var name: String
  var school: Int
  var birth: CalendarDay?
  var nationality: String
  var languages: [String]
  var fields: [String]
  var isFemale: Bool
  var isFirstTime: Bool
  var schoolYear: String
}

struct SmallWish {
  var id: String
  var person: Int
  var stream: Int
  var isLeader = false
  var window = Window()
  var preferences: [String] = []
  var points = 0
  var group = ""
}
