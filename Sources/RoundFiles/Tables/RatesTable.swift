import MobilityModel

/// `rates.csv`: what a placement costs; the only table whose order of rows has a meaning.
struct RatesTable: RoundTable {
  static let name = "rates"

  let rate, role, hostCountry, minKm, maxKm, euros: Column

  init(_ header: inout Header) {
    rate = header.required("rate")
    role = header.optional("role")
    hostCountry = header.optional("host_country")
    minKm = header.optional("min_km")
    maxKm = header.optional("max_km")
    euros = header.required("euros")
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Rate {
    let words = TableReader.oneOf(Rate.Kind.allCases.map(\.rawValue))
    var result = Rate(
      kind: table.required(rate, words) { table.choice($0) } ?? .travel,
      euros: table.required(euros, "whole euros") { table.whole($0) } ?? 0)
    result.role = table.choice(role)
    result.hostCountries = Set(table.countries(hostCountry))
    result.minKm = table.whole(minKm)
    result.maxKm = table.whole(maxKm)
    table.checkOrder(result.minKm, minKm, result.maxKm, maxKm)
    return result
  }
}
