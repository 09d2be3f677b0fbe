package import MobilityModel
import RoundFiles
package import RoundGeneration

/// Generated rounds as files, and as what the reader makes of these.
extension GeneratedRound {
  /// The bytes of each table's file, by its name.
  package var files: [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: tables.map {
        ($0.name + ".csv", CSVText.bytes(Table(columns: $0.columns, rows: $0.rows)))
      })
  }

  /// The round as the reader reads it; `nil` if it has an error.
  package var round: Round? {
    guard case .round(let round, _) = RoundReader.read(tables: files) else { return nil }
    return round
  }
}
