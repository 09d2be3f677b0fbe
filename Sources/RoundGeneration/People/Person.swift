/// A made-up participant.
struct Person {
  var id: String
  var name: String
  var sender: Sender
  var birth: CalendarDay
  var nationality: String
  /// Skills as `code:LEVEL`.
  var languages: [String]
  var fields: [String]
  var isFemale: Bool
  var isFirstTime: Bool
  /// A year of school, `graduate` or `staff`.
  var schoolYear: String
  /// An earlier stay in the Schengen area.
  var stay: EarlierStay?

  var row: [String] {
    [
      id, name, sender.id, birth.iso, nationality, languages.joined(separator: "|"),
      fields.joined(separator: "|"), isFemale ? "f" : "m", isFirstTime ? "yes" : "no", schoolYear,
    ]
  }
}

struct EarlierStay {
  var country: String
  var from: CalendarDay
  var until: CalendarDay
}

/// Makes up people; each from a sequence of numbers of their own.
struct Population {
  enum Kind: Int { case learner, graduate, teacher }

  var seed: UInt64
  /// About the day of the first departure, on which ages and earlier stays depend.
  var opening: CalendarDay
  /// Where earlier stays were, the more often the more often a country stands here.
  var stayCountries = IntervetEra.project.stayCountries

  /// A learner of 15 to 18 years, or a graduate of 18 to 21.
  func learner(
    _ index: Int, id: String, sender: Sender, field: String, isGraduate: Bool = false,
    isInGroup: Bool = false
  ) -> Person {
    var random = Randomness(seed: seed, isGraduate ? "graduate" : "learner", index)
    var person = person(id, sender, &random)
    person.stay = earlierStay(isGraduate ? .graduate : .learner, index)
    person.birth = opening - ((isGraduate ? 6_750 : 5_690) + random.below(900))
    person.fields = [field]
    if random.chance(40), let second = sender.fields.first(where: { $0 != field }) {
      person.fields.append(second)
    }
    person.schoolYear = isGraduate ? "graduate" : random.pick(["2", "3", "3", "4"])
    // A school puts into a group only those who are likely to be taken.
    let english = isInGroup || isGraduate ? [1, 6, 48, 34, 11] : [4, 14, 46, 28, 8]
    addForeignLanguages(to: &person, english: english, &random)
    return person
  }

  func teacher(_ index: Int, id: String, sender: Sender) -> Person {
    var random = Randomness(seed: seed, "teacher", index)
    var person = person(id, sender, &random)
    person.stay = earlierStay(.teacher, index)
    person.birth = opening - (8_800 + random.below(13_500))
    person.fields = [random.pick(sender.fields)]
    person.schoolYear = "staff"
    addForeignLanguages(to: &person, english: [3, 5, 26, 44, 22], &random)
    return person
  }

  private func person(
    _ id: String, _ sender: Sender, _ random: inout Randomness
  ) -> Person {
    let isFemale = random.chance(47)
    let country = sender.country.code
    let name = MadeName(country: country, isFemale: isFemale, using: &random)
    return Person(
      id: id, name: name.text, sender: sender, birth: opening,
      nationality: random.chance(97) ? country : random.pick(Country.codes),
      languages: name.languages, fields: [], isFemale: isFemale,
      isFirstTime: random.chance(84), schoolYear: "")
  }

  /// A stay abroad of a person, apart from everything else about them.
  ///
  /// Few have been away for so long that ninety days in half a year are near.
  func earlierStay(_ kind: Kind, _ index: Int) -> EarlierStay? {
    var random = Randomness(seed: seed, "earlier stay", 3 * index + kind.rawValue)
    guard random.chance(9) else { return nil }
    let days = random.chance(50) ? random.number(in: 58...88) : random.number(in: 4...30)
    let until = opening - 30 + random.below(400)
    let country = random.pick(stayCountries)
    return EarlierStay(country: country, from: until - (days - 1), until: until)
  }

  private func addForeignLanguages(
    to person: inout Person, english: [Int], _ random: inout Randomness
  ) {
    let level = random.weighted(english)
    if level > 0 { person.languages.append("en:" + ["", "A2", "B1", "B2", "C1"][level]) }
    for language in person.sender.country.foreignLanguages {
      guard random.chance(language.percent) else { continue }
      let skill = language.code + ":" + random.pick(["A1", "A2", "A2", "B1", "B2"])
      let isKnown = person.languages.contains { $0.hasPrefix(language.code + ":") }
      if !isKnown { person.languages.append(skill) }
    }
  }
}
