import RoundFiles
import Workbooks

/// Results on their way to a place, wholly or not at all.
extension RoundPlace {
  /// Looks at the place before a long search, so that a slip is told at once.
  ///
  /// - Throws: `Ending.unwritable` where nothing could be written, or an input would be replaced.
  func check(inputs: [String]) throws(Ending) {
    do {
      switch self {
      case .folder(let path):
        for input in inputs { try OutputFolder.check(path, round: input) }
      case .workbook(let path): try OutputFolder.check(file: path, inputs: inputs)
      }
    } catch {
      throw .unwritable(error)
    }
  }

  /// Writes files into the folder.
  func write(files: [OutputFile]) throws(Ending) {
    do {
      try AtomicFolder.write(files, to: path)
    } catch {
      throw .unwritable(error)
    }
  }

  /// Writes the tables of a round, as files or as sheets; `sheets` are the same tables where they
  /// have more than drop-downs.
  func write(
    round tables: [(name: String, table: Table)], as sheets: [Sheet]? = nil
  ) throws(Ending) -> TablesReport {
    switch self {
    case .folder:
      try write(
        round: tables.map { OutputFile(name: "\($0.name).csv", bytes: CSVText.bytes($0.table)) })
    case .workbook: try write(sheets: sheets ?? RoundSheets.sheets(tables))
    }
    return TablesReport(place: path, rows: tables.map { ($0.name, $0.table.rows.count) })
  }

  /// Writes a round's files into the folder, unless it has tables that would stay and be read as
  /// part of that round.
  func write(round files: [OutputFile]) throws(Ending) {
    let names = Set(files.map(\.name))
    if case .success(let tables) = InputHash.ofTables(folder: path) {
      let strangers = tables.map(\.file).filter { !names.contains($0) }
      guard strangers.isEmpty else {
        let list = strangers.joined(separator: ", ")
        throw .unwritable(
          OutputError(
            path: path, reason: .other("it holds tables that the new round does not have: \(list)"))
        )
      }
    }
    try write(files: files)
  }

  /// Writes sheets as the workbook.
  func write(sheets: [Sheet]) throws(Ending) {
    do {
      try AtomicFile.write(WorkbookBytes.write(sheets), to: path)
    } catch let error as OutputError {
      throw .unwritable(error)
    } catch let fault as WorkbookFault {
      throw .unwritable(OutputError(path: path, reason: .other(fault.words)))
    } catch {
      preconditionFailure("no other error is thrown")
    }
  }
}
