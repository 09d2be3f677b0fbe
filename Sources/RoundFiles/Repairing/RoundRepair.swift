/// Reads a round and writes copies of its tables in which all that is certain is put right.
///
/// Certain is what reading has taken for the only thing that a value, a name of a column or a file
/// can mean; errors stay as they are. A round that is read from the copies is the same round.
package enum RoundRepair {
  /// What was read, and what can be written.
  package struct Result: Sendable {
    package var reading: RoundReading
    /// The tables, and `changes.csv`, the list of what is different in them.
    package var files: [OutputFile]
    /// What `changes.csv` holds.
    package var list: Table
    package var changes: Int
    /// Cells without a value, of which the tables have what stands in its place.
    package var unread: [Finding]
    /// Files that are copied as they are, because their rows cannot be taken apart.
    package var untouched: [String]
  }

  /// Name of the list of changes.
  package static let changesFile = "changes.csv"

  /// Reads the round of a folder; `nil` where there is no such folder.
  ///
  /// - Complexity: O(bytes), twice the time of a reading.
  package static func repair(
    folder path: String, options: ReadingOptions = ReadingOptions()
  ) -> Result? {
    (try? RoundFolder(path)).map { repair($0, options) }
  }

  /// Reads a round whose tables are in memory, by file name.
  package static func repair(
    tables: [String: [UInt8]], options: ReadingOptions = ReadingOptions()
  ) -> Result {
    repair(TablesInMemory(tables: tables), options)
  }

  /// Reads the round of a source.
  package static func repair(_ source: some TableSource, _ options: ReadingOptions) -> Result {
    let log = FindingLog.keepingRepairs(limit: options.findingLimit)
    var builder = RoundBuilder(source, options, log)
    let reading = RoundReader.read(&builder)
    var result = Result(
      reading: reading, files: [], list: Table(columns: []), changes: 0, unread: [], untouched: [])
    for layout in TableNames.layouts {
      write(layout, builder, to: &result)
    }
    var table = changes(log, result.untouched)
    result.changes = table.rows.count
    result.unread = source.unread
    table.rows += result.unread.map(unchanged)
    result.list = table
    result.files.append(OutputFile(name: changesFile, bytes: CSVText.bytes(table)))
    return result
  }

  private static func write(
    _ layout: any TableLayout.Type, _ builder: RoundBuilder, to result: inout Result
  ) {
    let file = layout.file
    guard let content = try? builder.source.content(of: file) else { return }
    let rewriter = TableRewriter(of: layout, builder)
    if let bytes = rewriter.bytes(of: file, content) {
      result.files.append(OutputFile(name: file, bytes: bytes))
    } else if case .file(let bytes) = content {
      result.untouched.append(file)
      result.files.append(OutputFile(name: file, bytes: bytes))
    }
  }

  /// A cell that the list of changes names although it stays as it is: somebody has to mend it.
  private static func unchanged(_ cell: Finding) -> [String] {
    [
      cell.file, cell.row.map(String.init) ?? "", cell.column ?? "", cell.kind, cell.value,
      cell.value,
    ]
  }

  /// Every change, by table: first those of the whole file, then those of its values by row.
  private static func changes(_ log: FindingLog, _ untouched: [String]) -> Table {
    var table = Table(
      columns: ["file", "row", "column", "kind", "was", "now"], idColumns: ["file", "kind"])
    for file in TableNames.files where !untouched.contains(file) {
      for finding in log.findings where finding.file == file && finding.isOfWholeFile {
        table.rows.append([
          file, finding.row.map(String.init) ?? "", finding.column ?? "", finding.kind,
          finding.value, finding.readAs ?? "",
        ])
      }
      for repair in log.repairs[file] ?? [] {
        table.rows.append([
          file, String(repair.row), repair.column, repair.kind.rawValue, repair.was, repair.now,
        ])
      }
    }
    return table
  }
}

extension Finding {
  /// Whether it says how a file was read, not how a value was.
  fileprivate var isOfWholeFile: Bool {
    let kinds: [FindingKind] = [
      .readEncoding, .readSeparator, .readPacked, .readTitle, .readMarks, .readColumn,
    ]
    return kinds.contains { $0.rawValue == kind }
  }
}
