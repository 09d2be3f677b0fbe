package import MobilityModel

/// What reading a plan gave.
package enum PlanReading: Sendable {
  /// The placements in the order of the file, those of one application twice too.
  case placements([Option])
  case findings([Finding])
  /// There is no such file.
  case missing(path: String)
}

/// Reads a plan for a round from a CSV file, whoever made it.
package enum PlanReader {
  /// Reads the columns `application`, `session` and `sector`, and leaves all others alone.
  ///
  /// A plan without a column `sector` means the place sector of a session that has only one.
  /// Whether the placements keep the rules of the round is not asked here. `headers` are names of
  /// columns that the round has beside the known ones.
  ///
  /// - Complexity: O(bytes + applications + sessions) expected.
  package static func read(
    path: String, round: Round, headers: HeaderBook = HeaderBook(),
    options: ReadingOptions = ReadingOptions()
  ) -> PlanReading {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return read(
        .file(try FileBytes.read(path)), file: file, round: round, headers: headers,
        options: options)
    } catch .missing {
      return .missing(path: path)
    } catch {
      return .findings([error.finding(file: file, files: [], log: FindingLog())])
    }
  }

  /// Reads the same columns of a table from wherever it comes; findings call it `file`.
  package static func read(
    _ content: TableContent, file: String, round: Round, headers: HeaderBook = HeaderBook(),
    options: ReadingOptions = ReadingOptions()
  ) -> PlanReading {
    let log = FindingLog()
    let names = ColumnNames(of: PlacementsTable.self, book: headers)
    let table = TableReader.open(
      file: file, content: content, names: names, options: options, log: log)
    let placements = read(table, round)
    return log.hasErrors ? .findings(log.findings) : .placements(placements)
  }

  private static func read(_ reader: consuming TableReader?, _ round: Round) -> [Option] {
    guard var table = reader else { return [] }
    let layout = PlacementsTable(&table.header)
    layout.check(table.header)
    var ids = RoundIds()
    for application in round.applications { ids.applications.add(application.id) }
    for session in round.sessions { ids.sessions.add(session.id) }
    var options: [Option] = []
    while table.next() {
      let row = layout.row(table, ids)
      guard row.application >= 0, row.session >= 0 else { continue }
      let sector = layout.sector.isPresent ? row.sector : onlySector(row, round)
      options.append(
        Option(application: Int32(row.application), session: Int32(row.session), sector: sector))
    }
    return options
  }

  private static func onlySector(_ row: PublishedPlacement, _ round: Round) -> Sector {
    let sectors = round.sessions[row.session].sectors
    let isLeader = round.applications[row.application].role == .leader
    return sectors.count == 1 && !isLeader ? sectors[0] : .none
  }
}
