/// A host centre.
struct Hub {
  var id: String
  var name: String
  var country: String
  var city: City
  /// What learners need, any one of these.
  var learnerLanguages: String
  var staffLanguages: String
  /// Fields in which companies or departments there take people, in falling number of places.
  var fields: [String]
  /// How many of 100 people would like to go there.
  var appeal: Int
  /// Beds for learners and their leaders.
  var beds: Int

  var row: [String] { [id, name, country, city.name, city.latitude, city.longitude] }

  /// The fields of one session, in the order of their codes.
  func offer(_ count: Int, _ random: inout Randomness) -> [String] {
    random.shuffled(fields).prefix(count).sorted()
  }
}
