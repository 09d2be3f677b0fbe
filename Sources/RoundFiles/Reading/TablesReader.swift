/// What taking the tables of a round apart gave.
package enum TablesReading {
  /// By name, such as `sessions`, in the order in which rounds are read.
  case tables([(name: String, table: Table)])
  /// At least one table cannot be taken apart; every finding of every table.
  case findings([Finding])
  /// There is no such folder or file.
  case missing(path: String)
}

/// Takes the tables of a round apart into texts, before anything is asked of their cells.
package enum TablesReader {
  /// Takes the tables of a folder apart; `telling` is handed the notes about them.
  package static func read(
    folder path: String, options: ReadingOptions = ReadingOptions(),
    telling: ([Finding]) -> Void = { _ in }
  ) -> TablesReading {
    do throws(SourceFault) {
      return read(try RoundFolder(path), options: options, telling: telling)
    } catch {
      return error.reading(TablesReading.missing, TablesReading.findings)
    }
  }

  /// Takes tables apart that are still to be written.
  package static func read(tables files: [OutputFile]) -> TablesReading {
    let tables = Dictionary(
      files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return read(TablesInMemory(tables: tables))
  }

  /// Takes every table apart that a source has; whether they are a round is not asked.
  ///
  /// Columns get the names that their tables have for them, and rows above those names are left
  /// out; cells stay as they are.
  ///
  /// - Complexity: O(bytes) time, memory for all cells as strings.
  package static func read(
    _ source: some TableSource, options: ReadingOptions = ReadingOptions(),
    telling: ([Finding]) -> Void = { _ in }
  ) -> TablesReading {
    let log = FindingLog()
    let codePage = CodePageOfRound(source)
    let tables = TableNames.layouts.compactMap { layout in
      read(layout, source, options, codePage, log).map { (name: layout.name, table: $0) }
    }
    guard !log.hasErrors else { return .findings(log.findings.map { $0.placed(in: source) }) }
    telling(log.findings)
    return .tables(tables)
  }

  private static func read(
    _ layout: any TableLayout.Type, _ source: some TableSource, _ options: ReadingOptions,
    _ codePage: CodePageOfRound, _ log: FindingLog
  ) -> Table? {
    do {
      let reader = TableReader.open(
        file: layout.file, content: try source.content(of: layout.file),
        names: ColumnNames(of: layout, book: HeaderBook()), options: options,
        beside: codePage, log: log)
      guard var reader else { return nil }
      var table = Table(columns: reader.header.names)
      let columns = table.columns.enumerated().map { Column(name: $1, index: $0) }
      while reader.next() { table.rows.append(columns.map { reader.text($0) }) }
      return table
    } catch .missing {
      return nil
    } catch {
      log.add(error.finding(file: layout.file, log: log))
      return nil
    }
  }
}
