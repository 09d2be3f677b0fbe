import RoundFiles

/// A CSV file that a table is written to.
struct TableFile {
  let path: String

  /// Looks at the file's place before any work.
  ///
  /// - Throws: `Ending.unwritable`.
  func check(inputs: [String]) throws(Ending) {
    do {
      try OutputFolder.check(table: path, inputs: inputs)
    } catch {
      throw .unwritable(error)
    }
  }

  /// Writes the table, wholly or not at all.
  ///
  /// - Throws: `Ending.unwritable`.
  func write(_ table: Table) throws(Ending) {
    do {
      try AtomicFile.write(CSVText.bytes(table), to: path)
    } catch {
      throw .unwritable(error)
    }
  }
}
