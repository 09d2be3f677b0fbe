import RoundFiles
import Workbooks

/// A round on its way from one form to the other.
struct Conversion {
  let source: RoundPlace
  let target: RoundPlace
  let options: ReadingOptions
  var hidesPeople = false
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
    change(
      try source.takenApart(options) { notes in
        // Rows and cells are taken over as they are; what is read in them is the matter of others.
        ReadingNotes(notes.filter(\.isLoud), hidesPeople: hidesPeople).tell()
      })
  }
}

extension RoundPlace {
  /// Every table of the round that is there, whether it can be run or not.
  ///
  /// - Throws: `Ending.findings`, also where there is no table, or `Ending.missing`.
  func takenApart(
    _ options: ReadingOptions, telling: ([Finding]) -> Void = { _ in }
  ) throws(Ending) -> [Conversion.NamedTable] {
    switch tables(options, telling: telling) {
    case .tables(let tables) where tables.isEmpty:
      throw .findings([
        Finding("missing-table", file: path, expected: "at least one table of a round")
      ])
    case .tables(let tables): return tables
    case .findings(let findings): throw .findings(findings)
    case .missing(let path): throw .missing(path: path)
    }
  }
}
