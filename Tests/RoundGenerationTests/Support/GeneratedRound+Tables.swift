import MobilityModel
import RoundFiles
import RoundGeneration

/// Generated tables, as tests look at them.
extension GeneratedRound {
  func rows(_ name: String) -> [[String]] { tables.first { $0.name == name }?.rows ?? [] }

  /// The cells of a column.
  func column(_ column: String, of name: String) -> [String] {
    records(name).compactMap { $0[column] }
  }

  /// Rows as dictionaries from column to cell.
  func records(_ name: String) -> [[String: String]] {
    guard let table = tables.first(where: { $0.name == name }) else { return [] }
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
  }

  /// A digest of every cell with its place.
  var digest: String {
    var bytes: [UInt8] = []
    for table in tables {
      for row in [[table.name], table.columns] + table.rows {
        for cell in row { bytes += Array(cell.utf8) + [0] }
        bytes.append(1)
      }
    }
    return SHA256.hex(bytes)
  }
}

/// A sink that keeps nothing but counts.
struct CountingSink: TableSink {
  var rows: [String: Int] = [:]
  private var current = ""

  mutating func begin(table: String, columns: [String]) { current = table }

  mutating func add(row: [String]) { rows[current, default: 0] += 1 }
}
