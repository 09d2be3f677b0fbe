import MobilityModel

/// A table of schools that look for twins; it is no table of a round.
struct SchoolsTable: TableLayout {
  static let name = "schools"

  let school, side, name, country, city, latitude, longitude, sectors, languages, wishes, twins,
    agreed, refused: Column

  init(_ header: inout Header) {
    school = header.required("school")
    side = header.required("side")
    name = header.optional("name")
    country = header.optional("country")
    city = header.optional("city")
    latitude = header.optional("latitude")
    longitude = header.optional("longitude")
    sectors = header.optional("sectors")
    languages = header.optional("languages")
    wishes = header.optional("wishes")
    twins = header.optional("twins")
    agreed = header.optional("agreed")
    refused = header.optional("refused")
  }

  /// Reads the row at hand; `index` has the ids of all rows.
  func row(_ id: String, _ table: borrowing TableReader, _ index: borrowing IdIndex) -> School {
    let words = TableReader.oneOf(School.Side.allCases.map(\.rawValue))
    let side: School.Side? = table.required(self.side, words) { table.choice($0) }
    var result = School(id: id, side: side ?? .eu)
    result.name = table.text(name)
    result.country = table.country(country) ?? ""
    result.city = table.text(city)
    result.coordinates = table.coordinates(latitude, longitude)
    result.sectors = table.sectors(sectors)
    result.languages = table.languages(languages)
    result.wishes = table.list(wishes) { table.reference($0, wishes, to: index) }
    result.mostTwins = table.whole(twins, in: 1...SizeLimits.listItems) ?? 1
    result.agreed = table.list(agreed) { table.reference($0, agreed, to: index) }.sorted()
    result.refused = table.list(refused) { table.reference($0, refused, to: index) }.sorted()
    return result
  }
}
