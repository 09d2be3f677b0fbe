import RoundFiles

/// Models that have been written.
struct ExportReport: Report {
  let folder: String
  let files: [String]
  let columns: Int
  let rows: Int

  var json: JSONText.Value {
    [
      "status": "ok", "columns": .integer(columns), "rows": .integer(rows),
      "files": .array(files.map { .string($0) }),
    ]
  }

  func lines(style: Style) -> [String] {
    let size = "\(counted(columns, "column", "columns")) and \(counted(rows, "row", "rows"))"
    return files.map { "\($0)  \(size)" } + ["", "\(style.good("written")): \(folder.printable)"]
  }
}
