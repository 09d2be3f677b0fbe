import RoundFiles
import Workbooks

/// A round on its way from one form to the other.
struct Conversion {
  let source: RoundPlace
  let target: RoundPlace
  let options: ReadingOptions
  /// What is changed on the way.
  let change: ([NamedTable]) -> [NamedTable]

  typealias NamedTable = (name: String, table: Table)

  /// Writes every table that the round has, all of them or none.
  ///
  /// - Throws: `Ending`, with nothing written.
  func run() throws(Ending) -> TablesReport {
    try target.check(inputs: [source.path])
    return try target.write(round: try tables())
  }

  private func tables() throws(Ending) -> [NamedTable] {
    switch source.tables(options) {
    case .tables(let tables) where tables.isEmpty:
      throw .findings([
        Finding(
          "missing-table", file: source.path, expected: "at least one table of a round")
      ])
    case .tables(let tables):
      return change(tables)
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
  }
}
