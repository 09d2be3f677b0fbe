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
  /// Takes the tables of a folder apart.
  package static func read(folder path: String) -> TablesReading {
    do {
      return read(try RoundFolder(path))
    } catch .missing {
      return .missing(path: path)
    } catch {
      return .findings([Finding(.notAFolder, file: path, expected: "a folder with tables")])
    }
  }

  /// Takes every table apart that a source has; whether they are a round is not asked.
  ///
  /// - Complexity: O(bytes) time, memory for all cells as strings.
  package static func read(_ source: some TableSource) -> TablesReading {
    let log = FindingLog()
    let tables = TableNames.all.compactMap { name in
      read(name + ".csv", source, log).map { (name: name, table: $0) }
    }
    guard !log.hasErrors else {
      return .findings(log.findings.map { $0.placed(in: source) })
    }
    return .tables(tables)
  }

  private static func read(_ file: String, _ source: some TableSource, _ log: FindingLog) -> Table?
  {
    do {
      let content = try source.content(of: file)
      guard var reader = TableReader.open(file: file, content: content, log: log) else {
        return nil
      }
      var table = Table(columns: reader.header.names)
      let columns = table.columns.enumerated().map { Column(name: $1, index: $0) }
      while reader.next() { table.rows.append(columns.map { reader.text($0) }) }
      return table
    } catch .missing {
      return nil
    } catch {
      log.add(error.finding(file: file, log: log))
      return nil
    }
  }
}
