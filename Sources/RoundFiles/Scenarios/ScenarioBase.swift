package import MobilityModel

/// A round of which scenarios are made: the round itself, and the texts of its tables.
package struct ScenarioBase: Sendable {
  package enum Reading: Sendable {
    case base(ScenarioBase)
    case findings([Finding])
    /// There is no such folder or file.
    case missing(path: String)
  }

  package let round: Round
  package let notes: [Finding]
  let texts: RoundTexts
  let keys: RowKeys
  let options: ReadingOptions
  /// Further names of columns, which hold for tables of scenarios, too.
  let headers: HeaderBook
  /// The round's own table of scenarios, and what findings call it.
  let own: (content: TableContent, file: String)?

  /// What the round itself is called where scenarios have names.
  package static let base = "base"

  /// The column of ids, by table; the other tables have rows without ids.
  static let idColumns = [
    "settings": "setting", "organisations": "organisation", "streams": "stream",
    "sessions": "session", "participants": "participant", "applications": "application",
    "limits": "limit", "rules": "rule",
  ]

  /// Tables that scenarios can change.
  static let changeable = TableNames.all.filter { ![HeadersTable.name, "scenarios"].contains($0) }

  /// The columns that the format has for a table.
  static func columns(of table: String) -> [String] {
    let layout = TableNames.layouts.first { $0.name == table }
    return layout.map { ColumnNames(of: $0, book: HeaderBook()).columns } ?? []
  }

  /// Reads the round of a folder.
  package static func read(folder: String, options: ReadingOptions = ReadingOptions()) -> Reading {
    do throws(SourceFault) {
      return read(try RoundFolder(folder), options: options)
    } catch {
      return error.reading(Reading.missing, Reading.findings)
    }
  }

  /// Reads the round of a source.
  ///
  /// - Complexity: O(bytes), twice the time of a reading, and memory for all cells as strings.
  package static func read(
    _ source: some TableSource, options: ReadingOptions = ReadingOptions()
  ) -> Reading {
    let log = FindingLog.keepingRepairs(limit: options.findingLimit)
    var builder = RoundBuilder(source, options, log)
    switch RoundReader.read(&builder) {
    case .missing(let path): return .missing(path: path)
    case .findings(let findings): return .findings(findings)
    case .round(let round, let notes):
      let texts = RoundTexts(source, builder)
      return .base(
        ScenarioBase(
          round: round, notes: notes, texts: texts, keys: RowKeys(texts), options: options,
          headers: builder.headers,
          own: (try? source.content(of: ScenariosTable.file)).map {
            ($0, source.place(of: ScenariosTable.file))
          }))
    }
  }
}

/// What reading scenarios gave.
package enum ScenarioReading: Sendable {
  case scenarios([Scenario])
  /// At least one scenario cannot be made; every finding of every scenario.
  case findings([Finding])
  case missing(path: String)
}

/// A changed round.
package struct Scenario: Sendable {
  package let name: String
  let texts: RoundTexts
  /// The rows of `scenarios.csv` that have changed cells.
  let origins: [CellPlace: Int]
  let options: ReadingOptions

  /// The tables as they can be written.
  package var tables: [(name: String, table: Table)] { texts.written }

  /// Reads the changed tables, as files are read.
  ///
  /// - Parameter file: what findings about changed cells call the table of scenarios.
  /// - Returns: the round, or every finding.
  package func round(file: String = ScenariosTable.file) -> RoundReading {
    switch RoundReader.read(texts, options: options) {
    case .findings(let findings):
      return .findings(findings.filter { $0.severity == .error }.map { placed($0, file) })
    case let reading: return reading
    }
  }

  /// A finding with the row of the scenario that is its reason, where there is one.
  private func placed(_ finding: Finding, _ file: String) -> Finding {
    var placed = finding
    let line = finding.row ?? 0
    let origin =
      origins[CellPlace(file: finding.file, line: line, column: finding.column)]
      ?? origins[CellPlace(file: finding.file, line: line, column: nil)]
    let cell = [finding.file, finding.column].compactMap { $0 }.joined(separator: ", ")
    if let origin {
      (placed.file, placed.row, placed.column) = (file, origin, "value")
      placed.expected += " (\(cell) in scenario \(name))"
    } else {
      placed.expected += " (in scenario \(name))"
    }
    return placed
  }
}

/// A cell, or a whole row where there is no column.
struct CellPlace: Hashable, Sendable {
  /// As findings call it.
  var file: String
  var line: Int
  var column: String?
}
