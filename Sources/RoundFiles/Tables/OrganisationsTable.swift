import MobilityModel

/// `organisations.csv`: those who send and those who host.
struct OrganisationsTable: KeyedTable {
  static let name = "organisations"
  static var index: WritableKeyPath<RoundIds, IdIndex> { \.organisations }
  static let isRequired = true

  let organisation, name, country, city, latitude, longitude: Column

  var key: Column { organisation }

  init(_ header: inout Header) {
    organisation = header.required("organisation")
    name = header.optional("name")
    country = header.required("country")
    city = header.optional("city")
    latitude = header.optional("latitude")
    longitude = header.optional("longitude")
  }

  func row(_ id: String, _ table: borrowing TableReader, _ ids: RoundIds) -> Organisation {
    if case .empty = table.cell(country) {
      table.add(
        .noCountry, country.name, expected: "a country, so that quotas and stay rules can count",
        severity: .note)
    }
    return Organisation(
      id: id, name: table.text(name), country: table.country(country) ?? "",
      city: table.text(city), coordinates: table.coordinates(latitude, longitude))
  }
}
