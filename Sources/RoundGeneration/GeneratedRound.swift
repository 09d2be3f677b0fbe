/// Where the rows of generated tables go, one table after the other.
package protocol TableSink {
  /// Begins a table; the rows that follow are its rows.
  mutating func begin(table: String, columns: [String])
  /// Takes a row with one cell for each column.
  mutating func add(row: [String])
}

/// A table of a generated round: plain cells, as they stand in a file.
package struct GeneratedTable: Hashable, Sendable {
  /// Name without an ending, such as `sessions`.
  package var name: String
  package var columns: [String]
  package var rows: [[String]]
}

/// A round made from a profile and a seed, held in memory.
///
/// The cells depend on nothing but the profile and the seed: no clock, no locale, no machine.
package struct GeneratedRound: Hashable, Sendable, TableSink {
  /// The tables in the order in which they are made; each has at least its columns.
  package private(set) var tables: [GeneratedTable] = []

  /// Makes the whole round of a profile.
  package static func make(profile: Profile, seed: UInt64) -> GeneratedRound {
    var round = GeneratedRound()
    write(profile: profile, seed: seed, to: &round)
    return round
  }

  /// Writes the round of a profile row by row.
  ///
  /// - Complexity: O(rows) time. The memory is that of a thousand or so people, whichever the
  ///   profile; `scaled` holds its hosts, sessions and schools, but nobody.
  package static func write(profile: Profile, seed: UInt64, to sink: inout some TableSink) {
    switch profile {
    case .intervet: IntervetRound(shape: .intervet, seed: seed).write(to: &sink)
    case .intervet2025: IntervetRound(shape: .today, seed: seed).write(to: &sink)
    case .tight: IntervetRound(shape: .tight, seed: seed).write(to: &sink)
    case .multiple(let copies):
      IntervetRound(shape: .intervet.times(copies), seed: seed).write(to: &sink)
    case .scaled(let people): ScaledRound(people: people, seed: seed).write(to: &sink)
    case .small: SmallRound(shape: .small, seed: seed).write(to: &sink)
    case .tiny: SmallRound(shape: .tiny, seed: seed).write(to: &sink)
    }
  }

  package mutating func begin(table: String, columns: [String]) {
    tables.append(GeneratedTable(name: table, columns: columns, rows: []))
  }

  package mutating func add(row: [String]) { tables[tables.count - 1].rows.append(row) }
}
