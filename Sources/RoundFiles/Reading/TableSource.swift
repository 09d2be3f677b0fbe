/// Where the tables of a round come from.
protocol TableSource {
  /// Names of the tables' files, and of others that may lie beside them, sorted.
  var files: [String] { get }

  func bytes(of file: String) throws(FileBytes.Fault) -> [UInt8]
}

/// Tables that are in memory, by file name.
struct TablesInMemory: TableSource {
  let tables: [String: [UInt8]]

  var files: [String] { tables.keys.sorted() }

  func bytes(of file: String) throws(FileBytes.Fault) -> [UInt8] {
    guard let bytes = tables[file] else { throw .missing }
    guard bytes.count <= SizeLimits.fileBytes else { throw .tooLarge(bytes.count) }
    return bytes
  }
}
