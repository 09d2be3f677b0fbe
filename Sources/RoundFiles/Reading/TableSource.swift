/// Where the tables of a round come from.
///
/// A folder of CSV files is one source, a workbook another; reading asks for nothing but what
/// stands here.
package protocol TableSource {
  /// Names of the tables' files, such as `sessions.csv`, and of others that may lie beside them,
  /// sorted.
  ///
  /// A source that has no files uses the same names, so that a table is called alike everywhere.
  var files: [String] { get }

  /// What a table holds.
  ///
  /// - Throws: `FileBytes.Fault.missing` where the source has no such table.
  func content(of file: String) throws(FileBytes.Fault) -> TableContent

  /// What findings call the place of a table, such as `round.xlsx:sessions`.
  func place(of file: String) -> String

  /// Cells, of what was asked for so far, that have no value; what stands in its place is their text.
  var unread: [Finding] { get }

  /// What a table is there.
  var home: TableHome { get }
}

/// What holds a table, in the words of findings.
package enum TableHome: Sendable {
  case file
  /// A sheet of a workbook that has sheets of these names.
  case sheet(of: [String])

  var noun: String {
    switch self {
    case .file: "file"
    case .sheet: "sheet"
    }
  }

  /// The name of a table's file as it is called there.
  func name(_ file: String) -> String {
    guard case .sheet = self, file.hasSuffix(".csv") else { return file }
    return String(file.dropLast(4))
  }

  /// Sheets that a finding lists at most.
  private static let listed = 12

  /// What else there is, which nobody sees in a workbook that is closed; nothing for a folder.
  var others: String {
    guard case .sheet(let names) = self, !names.isEmpty else { return "" }
    let rest = names.count - Self.listed
    return "; the workbook has " + names.prefix(Self.listed).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension TableSource {
  /// The name of the file itself.
  package func place(of file: String) -> String { file }

  /// None: a file is text throughout.
  package var unread: [Finding] { [] }

  package var home: TableHome { .file }
}

/// Why there is nothing to read tables from.
package enum SourceFault: Error {
  /// There is no such folder or file.
  case missing(path: String)
  /// It is not what tables can be read from.
  case findings([Finding])

  /// What a reading of it gives.
  package func reading<Reading>(
    _ missing: (String) -> Reading, _ findings: ([Finding]) -> Reading
  ) -> Reading {
    switch self {
    case .missing(let path): missing(path)
    case .findings(let list): findings(list)
    }
  }
}

/// A table as its source has it.
package enum TableContent {
  /// The bytes of a CSV file.
  case file([UInt8])
  /// Cells that are text in UTF-8 already.
  case grid(CellGrid)
}

/// Tables that are in memory, by file name.
struct TablesInMemory: TableSource {
  let tables: [String: [UInt8]]

  var files: [String] { tables.keys.sorted() }

  func content(of file: String) throws(FileBytes.Fault) -> TableContent {
    guard let bytes = tables[file] else { throw .missing }
    guard bytes.count <= SizeLimits.fileBytes else { throw .tooLarge(bytes.count) }
    return .file(bytes)
  }
}
