import MobilityModel

/// `twins.csv`: pairs of an organisation and a host.
struct TwinsTable: RoundTable {
  static let name = "twins"

  let organisation, host: Column

  init(_ header: inout Header) {
    organisation = header.required("organisation")
    host = header.required("host")
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> Twin {
    Twin(
      organisation: table.requiredReference(organisation, to: ids.organisations) ?? -1,
      host: table.requiredReference(host, to: ids.organisations) ?? -1)
  }
}
