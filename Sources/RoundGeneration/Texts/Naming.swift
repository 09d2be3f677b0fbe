/// Makes up a full name that fits a country, in a script that is used there.
enum Naming {
  static func name(country: String, isFemale: Bool, using random: inout Randomness) -> String {
    switch country {
    case "AL", "XK": return plain(.albanian, isFemale, &random)
    case "BA":
      let name = plain(.bosnian, isFemale, &random)
      return random.chance(12) ? Cyrillic.serbian(name) : name
    case "ME":
      let name = plain(.montenegrin, isFemale, &random)
      return random.chance(30) ? Cyrillic.serbian(name) : name
    case "MK":
      if random.chance(25) { return plain(.albanian, isFemale, &random) }
      return macedonian(isFemale, &random)
    default:
      let name = plain(.serbian, isFemale, &random)
      return random.chance(55) ? Cyrillic.serbian(name) : name
    }
  }

  private static func plain(
    _ book: NameBook, _ isFemale: Bool, _ random: inout Randomness
  ) -> String {
    let given = random.pick(isFemale ? book.female : book.male)
    return given + " " + random.pick(book.family)
  }

  private static func macedonian(_ isFemale: Bool, _ random: inout Randomness) -> String {
    let book = NameBook.macedonian
    guard isFemale else { return plain(book, false, &random) }
    let given = random.pick(book.female)
    let family = random.pick(book.family)
    let feminine = family.hasSuffix("ски") ? family.dropLast() + "а" : family + "а"
    return given + " " + feminine
  }
}
