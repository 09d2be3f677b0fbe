import MobilityModel

/// `placements.csv`: a plan; the one in a round's folder is the plan that was published.
struct PlacementsTable: RoundTable {
  static let name = "placements"
  /// A plan that was written tells its readers more than whoever reads it as a table needs.
  static let keepsFurther = true

  let application, session, sector: Column

  init(_ header: inout Header) {
    application = header.required("application")
    session = header.required("session")
    sector = header.optional("sector")
  }

  func row(_ table: borrowing TableReader, _ ids: RoundIds) -> PublishedPlacement {
    PublishedPlacement(
      application: table.requiredReference(application, to: ids.applications) ?? -1,
      session: table.requiredReference(session, to: ids.sessions) ?? -1,
      sector: placeSector(table) ?? .none)
  }

  private func placeSector(_ table: borrowing TableReader) -> Sector? {
    guard case .bytes(let range) = table.cell(sector) else { return nil }
    return table.sector(range, sector)
  }
}
