/// A made-up participant.
struct Person {
  var id: String
  var name: String
  var school: School
  var birth: Date
  var nationality: String
  var languages: [String]
  var sectors: [String]
  var isFemale: Bool
  var isFirstTime: Bool
  var schoolYear: String
  /// The last stay in the Schengen area before the round: country, first and last day.
  var stay: (country: String, from: Date, until: Date)?

  var row: [String] {
    [
      id, name, school.id, birth.iso, nationality, languages.joined(separator: "|"),
      sectors.joined(separator: "|"), isFemale ? "f" : "m", isFirstTime ? "yes" : "no", schoolYear,
    ]
  }

  static let columns = [
    "participant", "name", "organisation", "birth_date", "nationality", "languages", "sectors",
    "gender", "first_time", "school_year",
  ]

  static func learner(
    _ index: Int, school: School, field: String, isGraduate: Bool, seed: UInt64
  ) -> Person {
    var random = Randomness(seed: seed, "learner", index)
    var person = Person(id: "l\((index + 1).padded(4))", school: school, using: &random)
    let from = isGraduate ? Date(2001, 6, 1) : Date(2003, 9, 1)
    person.birth = from + random.below(isGraduate ? 800 : 900)
    person.sectors = [field]
    if random.chance(40), let second = school.kind.sectors.filter({ $0 != field }).first {
      person.sectors.append(second)
    }
    person.schoolYear = isGraduate ? "graduate" : random.pick(["2", "3", "3", "4"])
    person.languages += Self.foreign(english: [4, 14, 46, 28, 8], school.country.code, &random)
    return person
  }

  static func staff(_ index: Int, school: School, seed: UInt64) -> Person {
    var random = Randomness(seed: seed, "staff", index)
    var person = Person(id: "t\((index + 1).padded(4))", school: school, using: &random)
    person.birth = Date(1961, 1, 1) + random.below(12_000)
    person.sectors = [random.pick(school.kind.sectors)]
    person.schoolYear = "staff"
    person.languages += Self.foreign(english: [4, 7, 30, 40, 19], school.country.code, &random)
    return person
  }

  private init(id: String, school: School, using random: inout Randomness) {
    self.id = id
    self.school = school
    let code = school.country.code
    isFemale = random.chance(47)
    name = Naming.name(country: code, isFemale: isFemale, using: &random)
    birth = Date(2000, 1, 1)
    nationality = random.chance(97) ? code : random.pick(Country.all).code
    languages = [school.country.language + ":native"]
    sectors = []
    schoolYear = ""
    isFirstTime = random.chance(84)
    stay = nil
    if random.chance(9) { stay = Self.stay(isLong: random.chance(50), &random) }
  }

  private static func stay(
    isLong: Bool, _ random: inout Randomness
  ) -> (country: String, from: Date, until: Date) {
    let days = isLong ? random.number(in: 58...88) : random.number(in: 4...30)
    let until = Date(2021, 9, 1) + random.below(400)
    return (
      random.pick(["IT", "DE", "AT", "SI", "GR", "DE", "IT", "CH"]), until - (days - 1), until
    )
  }

  private static func foreign(
    english: [Int], _ country: String, _ random: inout Randomness
  ) -> [String] {
    var skills: [String] = []
    let level = random.weighted(english)
    if level > 0 { skills.append("en:" + ["", "A2", "B1", "B2", "C1"][level]) }
    let others: [(code: String, percent: Int)] =
      country == "AL"
      ? [("it", 38), ("fr", 10), ("de", 8), ("es", 6)]
      : country == "XK"
        ? [("de", 22), ("it", 8), ("fr", 4), ("sr", 6)]
        : country == "MK"
          ? [("sr", 35), ("de", 8), ("fr", 8), ("it", 5)]
          : [("de", 18), ("it", 14), ("fr", 8), ("es", 8), ("sl", 3)]
    for other in others where random.chance(other.percent) {
      skills.append(other.code + ":" + random.pick(["A1", "A2", "A2", "B1", "B2"]))
    }
    return skills
  }
}
