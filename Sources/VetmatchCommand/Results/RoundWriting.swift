import RoundFiles
import RoundGeneration

/// Writes a made-up round as a folder of tables, all of them or none.
struct RoundWriting {
  /// Makes a round and writes it.
  ///
  /// - Throws: `Ending.unwritable`.
  static func write(profile: Profile, seed: UInt64, to folder: String) throws(Ending)
    -> TablesReport
  {
    var sink = FileSink()
    GeneratedRound.write(profile: profile, seed: seed, to: &sink)
    let files = sink.files
    try refuseStrangers(in: folder, beside: files.map(\.name))
    try RoundPlace.folder(folder).write(files: files)
    return TablesReport(place: folder, rows: sink.rows)
  }

  /// Refuses a folder with tables that would stay and be read as part of the new round.
  static func refuseStrangers(in folder: String, beside names: [String]) throws(Ending) {
    guard case .success(let tables) = InputHash.ofTables(folder: folder) else { return }
    let strangers = tables.map(\.file).filter { !names.contains($0) }
    guard !strangers.isEmpty else { return }
    let list = strangers.joined(separator: ", ")
    throw .unwritable(
      OutputError(
        path: folder, reason: .other("it holds tables that the new round does not have: \(list)")))
  }
}

/// Takes the rows of generated tables as the bytes of their files.
///
/// A large round is some hundred megabytes of text; held as rows of strings it would be
/// several times that.
private struct FileSink: TableSink {
  private(set) var files: [OutputFile] = []
  /// Number of rows of each table, in the order of the tables.
  private(set) var rows: [(table: String, count: Int)] = []
  private var columns: [String] = []
  private var header = 0

  mutating func begin(table: String, columns: [String]) {
    let bytes = CSVText.bytes(Table(columns: columns))
    files.append(OutputFile(name: "\(table).csv", bytes: bytes))
    rows.append((table, 0))
    self.columns = columns
    header = bytes.count
  }

  mutating func add(row: [String]) {
    let bytes = CSVText.bytes(Table(columns: columns, rows: [row]))
    files[files.count - 1].bytes += bytes.dropFirst(header)
    rows[rows.count - 1].count += 1
  }
}
