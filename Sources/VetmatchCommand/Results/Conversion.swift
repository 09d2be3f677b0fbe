import RoundFiles
import Workbooks

/// A round on its way from one form to the other.
struct Conversion {
  let source: RoundPlace
  let target: RoundPlace

  init(from source: RoundPlace, to target: RoundPlace) {
    (self.source, self.target) = (source, target)
  }

  /// Writes every table that the round has, all of them or none.
  ///
  /// - Throws: `Ending`, with nothing written.
  func run() throws(Ending) -> TablesReport {
    try target.check(inputs: [source.path])
    let tables = try self.tables()
    switch target {
    case .folder(let path):
      try RoundWriting.refuseStrangers(in: path, beside: tables.map { $0.name + ".csv" })
      try target.write(
        files: tables.map {
          OutputFile(name: "\($0.name).csv", bytes: CSVText.bytes($0.table))
        })
    case .workbook: try target.write(sheets: RoundSheets.sheets(tables))
    }
    return TablesReport(
      place: target.path, rows: tables.map { (table: $0.name, count: $0.table.rows.count) })
  }

  private func tables() throws(Ending) -> [(name: String, table: Table)] {
    switch source.tables() {
    case .tables(let tables) where tables.isEmpty:
      throw .findings([
        Finding(
          "missing-table", file: source.path, expected: "at least one table of a round")
      ])
    case .tables(let tables): return tables
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
  }
}
