/// A body that sends people: a made-up school in a real city, or a partner of the project.
struct Sender {
  var id: String
  var name: String
  var country: Country
  var city: City
  /// ISCED-F 2013 detailed fields that are taught or followed there.
  var fields: [String]
  /// Id of a host with which it has a twinning agreement.
  var twin: String?

  static func school(
    country countryIndex: Int, index: Int, twins: [String], seed: UInt64
  ) -> Sender {
    var random = Randomness(seed: seed, "school", countryIndex * 100_000 + index)
    let country = Country.all[countryIndex]
    let kind = SchoolKind.all[(index + 2 * countryIndex) % SchoolKind.all.count]
    let nickname = SchoolKind.nickname(index, in: country.code)
    let title = kind.title(in: country.code) + " " + nickname
    let isCyrillic = country.code == "RS" && random.chance(50)
    return Sender(
      id: country.code.lowercased() + "-" + (index + 1).padded(2),
      name: isCyrillic ? Cyrillic.serbian(title) : title, country: country,
      city: country.cities[index % country.cities.count], fields: kind.fields,
      twin: random.chance(20) ? random.pick(twins) : nil)
  }

  var row: [String] { [id, name, country.code, city.name, city.latitude, city.longitude] }
}
