/// A made-up name with the languages that a person of that name grew up with.
struct MadeName {
  var text: String
  /// Skills as `code:LEVEL`.
  var languages: [String]

  /// Makes up a name that fits a country, in a script that is used there.
  init(country: String, isFemale: Bool, using random: inout Randomness) {
    switch country {
    case "AL": self = Self.albanian(isFemale, &random)
    case "XK":
      self = random.chance(5) ? Self.serbian(isFemale, &random) : Self.albanian(isFemale, &random)
    case "BA": self = Self.ofBosnia(isFemale, &random)
    case "ME": self = Self.montenegrin(isFemale, &random)
    case "MK": self = Self.ofNorthMacedonia(isFemale, &random)
    default: self = Self.serbian(isFemale, &random)
    }
  }

  private init(_ text: String, _ languages: [String]) {
    self.text = text
    self.languages = languages
  }

  private static func albanian(_ isFemale: Bool, _ random: inout Randomness) -> MadeName {
    MadeName(NameBook.albanian.name(isFemale, &random), ["sq:native"])
  }

  private static func serbian(_ isFemale: Bool, _ random: inout Randomness) -> MadeName {
    let name = NameBook.serbian.name(isFemale, &random)
    return MadeName(random.chance(55) ? Cyrillic.serbian(name) : name, ["sr:native"])
  }

  private static func montenegrin(_ isFemale: Bool, _ random: inout Randomness) -> MadeName {
    let name = NameBook.montenegrin.name(isFemale, &random)
    let language = random.chance(60) ? "cnr:native" : "sr:native"
    return MadeName(random.chance(30) ? Cyrillic.serbian(name) : name, [language])
  }

  private static func ofBosnia(_ isFemale: Bool, _ random: inout Randomness) -> MadeName {
    switch random.weighted([55, 28, 17]) {
    case 0: MadeName(NameBook.bosniak.name(isFemale, &random), ["bs:native"])
    case 1: serbian(isFemale, &random)
    default: MadeName(NameBook.croatian.name(isFemale, &random), ["hr:native"])
    }
  }

  private static func ofNorthMacedonia(
    _ isFemale: Bool, _ random: inout Randomness
  ) -> MadeName {
    if random.chance(25) {
      return MadeName(NameBook.albanian.name(isFemale, &random), ["sq:native", "mk:C1"])
    }
    let given = random.pick(isFemale ? NameBook.macedonian.female : NameBook.macedonian.male)
    let family = random.pick(NameBook.macedonian.family)
    let feminine = family.hasSuffix("ски") ? family.dropLast() + "а" : family + "а"
    return MadeName(given + " " + (isFemale ? feminine : family), ["mk:native"])
  }
}
