import RoundFiles
import RoundGeneration

/// Writes a made-up round, all of its tables or none.
enum RoundWriting {
  /// Makes a round and writes it.
  ///
  /// - Throws: `Ending.unwritable`.
  static func write(
    profile: Profile, seed: UInt64, to place: RoundPlace
  ) throws(Ending) -> TablesReport {
    guard case .folder = place else {
      let round = GeneratedRound.make(profile: profile, seed: seed)
      return try place.write(
        round: round.tables.map { ($0.name, Table(columns: $0.columns, rows: $0.rows)) })
    }
    var sink = FileSink()
    GeneratedRound.write(profile: profile, seed: seed, to: &sink)
    try place.write(round: sink.files)
    return TablesReport(place: place.path, rows: sink.rows)
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
