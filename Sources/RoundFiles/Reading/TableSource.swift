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
}

extension TableSource {
  /// The name of the file itself.
  package func place(of file: String) -> String { file }
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
