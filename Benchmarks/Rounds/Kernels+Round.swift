import MobilityModel
import Planning
import RoundFiles
import Selection

/// Why a benchmark has nothing to measure.
enum Fault: Error {
  case unsound([Finding])
  case stopped
}

extension Kernel where Input == RoundFamily.Tables, Output == RoundFamily.Tables {
  /// Reads tables that are in memory, with all checks.
  static var reading: Self {
    Kernel(
      name: "reading", counters: [.bytes], prepare: { $0 },
      work: { tables in
        _ = try round(of: tables)
        return tables
      },
      tally: { [.bytes: $0.values.map(\.count).reduce(0, +)] })
  }
}

extension Kernel where Input == Round, Output == OptionTable {
  /// Finds every option of a round that has been read.
  static var options: Self {
    Kernel(
      name: "options", counters: [.options], prepare: round, work: { OptionTable($0) },
      tally: { [.options: $0.options.count] })
  }
}

extension Kernel where Input == Round, Output == Compilation {
  /// Compiles a round that has been read, the search for options included.
  static var compiling: Self {
    Kernel(
      name: "compiling", counters: [.columns, .rows], prepare: round,
      work: { try Compiler.compile($0) },
      tally: {
        let problem = $0.problem
        return [.columns: problem.columnCount, .rows: problem.rows.count + problem.slots.count]
      })
  }
}

/// The round of tables that have to be in order.
///
/// - Throws: ``Fault``.
func round(of tables: RoundFamily.Tables) throws(Fault) -> Round {
  switch RoundReader.read(tables: tables) {
  case .round(let round, _): return round
  case .findings(let findings): throw .unsound(findings)
  case .missing: throw .unsound([])
  }
}
