import RoundFiles
import Workbooks

/// Repaired copies of a round's tables, on their way to a folder or a workbook.
struct RepairedCopies {
  /// Where they go, as it was named.
  let path: String
  let repair: RoundRepair.Result

  private var place: RoundPlace { RoundPlace(forResultsAt: path) }

  /// Whether a cell without a value would pass in the copies, as any text does in a name.
  ///
  /// Such copies are not written: a plan of them would rest on what nobody has given.
  var areWithheld: Bool {
    guard !repair.unread.isEmpty else { return false }
    let tables = Dictionary(
      repair.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let errors = RoundReader.read(tables: tables).findings.filter { $0.severity == .error }
    let refused = Dictionary(grouping: errors, by: CellText.init)
    return Dictionary(grouping: repair.unread, by: CellText.init).contains { text, cells in
      refused[text, default: []].count < cells.count
    }
  }

  /// What stands somewhere in a table; rows of a copy can stand elsewhere than in the round.
  private struct CellText: Hashable {
    let file: String
    let value: String

    init(_ finding: Finding) { (file, value) = (finding.file, finding.value) }
  }

  /// Refuses a place in which nothing should be written.
  ///
  /// - Throws: `Ending.unwritable`.
  static func check(_ path: String, round: String) throws(Ending) {
    try RoundPlace(forResultsAt: path).check(inputs: [round])
  }

  /// Writes the copies and the list of changes, all of them or none.
  ///
  /// - Throws: `Ending.unwritable`, also where the place has tables that the round does not have.
  func write() throws(Ending) {
    switch place {
    case .folder: try place.write(round: repair.files)
    case .workbook: try place.write(sheets: try sheets())
    }
  }

  private func sheets() throws(Ending) -> [Sheet] {
    guard repair.untouched.isEmpty,
      case .tables(let tables) = TablesReader.read(tables: repair.files)
    else {
      throw .unwritable(
        OutputError(
          path: path,
          reason: .other("rows that cannot be taken apart fit no sheet; name a folder")))
    }
    return RoundSheets.sheets(tables) + [Sheet(name: "changes", table: repair.list)]
  }
}
