import MobilityModel
import RoundFiles
import Testing

@Suite struct PlanReaderTests {
  private func read(_ text: String) throws -> PlanReading {
    let tables = GoodRound.tables.mapValues { Array($0.utf8) }
    guard case .round(let round, _) = RoundReader.read(tables: tables) else {
      throw TestFailure("the good round cannot be read")
    }
    let folder = try TestFolder(["plan.csv": text])
    return PlanReader.read(path: folder.path + "/plan.csv", round: round)
  }

  private func placements(_ text: String) throws -> [Option]? {
    guard case .placements(let options) = try read(text) else { return nil }
    return options
  }

  private func findings(_ text: String) throws -> [Finding]? {
    guard case .findings(let findings) = try read(text) else { return nil }
    return findings
  }

  // In the order of ids: a1 to a4; blq-june, blq-week, sev-june.
  private let electricity = Sector(number: 713)

  @Test func `placements keep the order of the file and further columns say nothing`() throws {
    #expect(
      try placements(
        """
        name,session,note,application,sector
        "Besnik, B.",blq-june,=1+1,a2,
        Arta,sev-june,,a1,0713

        """)
        == [
          Option(application: 1, session: 0, sector: .none),
          Option(application: 0, session: 2, sector: electricity),
        ])
  }

  @Test func `an application that is placed twice is read twice`() throws {
    let option = Option(application: 0, session: 2, sector: electricity)
    let text = "application,session,sector\na1,sev-june,0713\na1,sev-june,0713\n"
    #expect(try placements(text) == [option, option])
  }

  @Test func `a plan without sectors means the only place sector of a session`() throws {
    var tables = GoodRound.tables.mapValues { Array($0.utf8) }
    let sessions = try #require(GoodRound.tables["sessions.csv"])
    tables["sessions.csv"] = Array(sessions.replacing("0713|1013", with: "0713").utf8)
    guard case .round(let round, _) = RoundReader.read(tables: tables) else {
      throw TestFailure("the round cannot be read")
    }
    let folder = try TestFolder([
      "plan.csv": "application,session\na1,sev-june\na3,sev-june\na4,blq-week\n"
    ])
    guard
      case .placements(let options) = PlanReader.read(
        path: folder.path + "/plan.csv", round: round)
    else { throw TestFailure("the plan cannot be read") }
    #expect(options.map(\.sector) == [electricity, .none, .none])
  }

  @Test func `a plan may have the names of columns that headers_csv adds`() throws {
    var tables = GoodRound.tables
    tables["headers.csv"] =
      "table,column,header\nplacements,session,Abreise\n,application,Bewerbung\n"
    let folder = try TestFolder(tables)
    try folder.write(Array("Bewerbung,Abreise\na1,sev-june\n".utf8), to: "plan.csv")
    guard case .round(let round, _) = RoundReader.read(folder: folder.path) else {
      throw TestFailure("the round cannot be read")
    }
    let headers = RoundReader.headers(folder: folder.path)
    let path = folder.path + "/plan.csv"
    guard
      case .placements(let options) = PlanReader.read(path: path, round: round, headers: headers)
    else { throw TestFailure("the plan cannot be read") }
    #expect(options.map { [$0.application, $0.session] } == [[0, 2]])
    guard case .findings(let without) = PlanReader.read(path: path, round: round) else {
      throw TestFailure("names that nobody has added were read")
    }
    #expect(without.map(\.kind) == ["missing-column", "missing-column"])
  }

  @Test func `what is wrong with a plan is found in one pass`() throws {
    let id = "the id of a session"
    #expect(
      try findings("application,session,sector\na9,sev-june,\na1,sevjune,713\n,sev-june,\n") == [
        cell(
          .unknownId, "plan.csv", 2, "application", "a9", "the id of an application", maybe: "a1"),
        cell(.unknownId, "plan.csv", 3, "session", "sevjune", id, maybe: "sev-june"),
        reading(
          .readSector, "plan.csv", 3, "sector", "713", "a sector of ISCED-F 2013 as four digits",
          as: "0713"),
        cell(.missingValue, "plan.csv", 4, "application", "", "the id of an application"),
      ])
    #expect(
      try findings("application:session\na1:sev-june\n")?.map(\.kind) == [
        "missing-column", "missing-column",
      ])
    #expect(try findings("")?.map(\.kind) == ["empty-table"])
  }

  @Test func `a plan that is not there is missing and a folder is no plan`() throws {
    let folder = try TestFolder()
    guard
      case .missing(folder.path + "/plan.csv") = PlanReader.read(
        path: folder.path + "/plan.csv", round: Round())
    else { throw TestFailure("there is no plan") }
    guard case .findings(let findings) = PlanReader.read(path: folder.path, round: Round()) else {
      throw TestFailure("a folder was read")
    }
    #expect(findings.map(\.kind) == ["not-a-file"])
  }
}

struct TestFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
