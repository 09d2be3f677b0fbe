/// A made-up school in a real city.
struct School {
  var id: String
  var name: String
  var country: Country
  var city: City
  var kind: SchoolKind
  /// A host with which it has a twinning agreement.
  var twin: Hub?

  init(country countryIndex: Int, index: Int, seed: UInt64) {
    var random = Randomness(seed: seed, "school", countryIndex * 100_000 + index)
    country = Country.all[countryIndex]
    kind = SchoolKind.all[(index + 2 * countryIndex) % SchoolKind.all.count]
    city = country.cities[index % country.cities.count]
    id = "\(country.code.lowercased())-\((index + 1).padded(2))"
    let title = kind.title(in: country.code) + " " + SchoolKind.nickname(index, in: country.code)
    let isCyrillic = country.code == "RS" && random.chance(50)
    name = isCyrillic ? Cyrillic.serbian(title) : title
    twin = random.chance(20) ? random.pick(Hub.all) : nil
  }
}
