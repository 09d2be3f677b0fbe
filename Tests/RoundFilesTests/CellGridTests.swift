import MobilityModel
import RoundFiles
import Testing

/// Tables that come as cells with their places, as a workbook's do.
@Suite struct CellGridTests {
  /// A round whose tables are sheets, made from CSV text without quotes.
  private struct Sheets: TableSource {
    var grids: [String: CellGrid] = [:]

    init(_ tables: [String: String], offset: Int = 0) throws {
      for (name, text) in tables {
        var grid = CellGrid()
        for (row, line) in text.split(separator: "\n").enumerated() {
          try grid.beginRow(number: row + 1 + offset)
          let cells = line.split(separator: ",", omittingEmptySubsequences: false)
          for (column, cell) in cells.enumerated() where !cell.isEmpty {
            try grid.add(cell.utf8, column: column)
          }
        }
        grids[name] = grid
      }
    }

    var files: [String] { grids.keys.sorted() }

    func content(of file: String) throws(FileBytes.Fault) -> TableContent {
      guard let grid = grids[file] else { throw .missing }
      return .grid(grid)
    }

    func place(of file: String) -> String { "round.xlsx:\(file.dropLast(4))" }
  }

  @Test func `a round of sheets is the round of the same files`() throws {
    let files = RoundReader.read(tables: GoodRound.tables.mapValues { Array($0.utf8) })
    guard case .round(let left, _) = files,
      case .round(let right, let notes) = RoundReader.read(try Sheets(GoodRound.tables))
    else {
      Issue.record("both are sound")
      return
    }
    #expect(notes == [])
    #expect(left.settings == right.settings)
    #expect(left.organisations == right.organisations)
    #expect(left.sessions == right.sessions)
    #expect(left.participants == right.participants)
    #expect(left.applications == right.applications)
    #expect(left.limits == right.limits)
    #expect(left.published == right.published)
  }

  @Test func `findings name the place that the source gives, and rows as the sheet counts`() throws
  {
    var tables = GoodRound.tables
    tables["twins.csv"] = "organisation,host\nTIA,SVE"
    let found = FindingCase.findings(RoundReader.read(try Sheets(tables, offset: 5)))
    #expect(
      found == [
        cell(
          .unknownId, "round.xlsx:twins", 7, "host", "SVE", "the id of an organisation",
          maybe: "SEV")
      ])
  }

  @Test func `text in a sheet keeps an apostrophe that a file would lose`() throws {
    var tables = GoodRound.tables
    tables["organisations.csv"]?.replace("Don Bosko", with: "'=1")
    guard case .round(let sheets, _) = RoundReader.read(try Sheets(tables)),
      case .round(let files, _) = RoundReader.read(tables: tables.mapValues { Array($0.utf8) })
    else {
      Issue.record("both are sound")
      return
    }
    #expect(sheets.organisations.map(\.name).contains("'=1"))
    #expect(files.organisations.map(\.name).contains("=1"))
  }

  @Test func `a cell far to the right is counted and takes no memory`() throws {
    var sheets = try Sheets(GoodRound.tables)
    var grid = CellGrid()
    try grid.beginRow(number: 1)
    try grid.add("organisation".utf8, column: 0)
    try grid.add("host".utf8, column: 16_383)
    sheets.grids["twins.csv"] = grid
    let found = FindingCase.findings(RoundReader.read(sheets))
    #expect(
      found == [
        cell(.tooManyColumns, "round.xlsx:twins", 1, nil, "16384", "at most 1000 columns")
      ])
  }
}
