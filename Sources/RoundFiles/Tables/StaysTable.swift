import MobilityModel

/// `stays.csv`: earlier days abroad.
struct StaysTable: RoundTable {
  static let name = "stays"

  let participant, country, from, until: Column

  init(_ header: inout Header) {
    participant = header.required("participant")
    country = header.required("country")
    from = header.required("from")
    until = header.required("until")
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Stay {
    Stay(
      participant: table.requiredReference(participant, to: ids.participants) ?? -1,
      country: table.required(country, "a country as two letters") { table.country($0) } ?? "",
      dates: table.stay(from: from, until: until) ?? .never)
  }
}
