/// Reads a round from a folder with a CSV file for each table.
package enum RoundReader {
  /// Reads every table and checks it, with all findings of all tables in one pass.
  ///
  /// Files that are no table are left alone, and so is everything below the folder.
  ///
  /// - Complexity: O(bytes) expected time, and the sorting of tables that are not in the order of
  ///   their ids; memory for the largest file beside the round itself.
  package static func read(folder path: String) -> RoundReading {
    do {
      return read(try RoundFolder(path))
    } catch .missing {
      return .missing(path: path)
    } catch {
      return .findings([Finding(.notAFolder, file: path, expected: "a folder with tables")])
    }
  }

  /// Reads a round whose tables are in memory, by file name, as from a folder.
  ///
  /// At most `findingLimit` errors and as many notes of each table are listed.
  package static func read(
    tables: [String: [UInt8]], findingLimit: Int = SizeLimits.findings
  ) -> RoundReading {
    read(TablesInMemory(tables: tables), findingLimit: findingLimit)
  }

  /// Reads a round from wherever its tables come.
  package static func read(
    _ source: some TableSource, findingLimit: Int = SizeLimits.findings
  ) -> RoundReading {
    var builder = RoundBuilder(source, FindingLog(limit: findingLimit))
    builder.readAll()
    RoundChecks(builder.round, builder.ids, builder.log).run()
    let findings = inTableOrder(builder.log.findings, source)
    guard !builder.log.hasErrors else { return .findings(findings) }
    return .round(builder.round, notes: findings)
  }

  /// By table, then by row; findings of one row stay in the order of its columns.
  private static func inTableOrder(
    _ findings: [Finding], _ source: some TableSource
  ) -> [Finding] {
    let order = Dictionary(
      TableNames.files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = findings.enumerated().map { index, finding in
      (order[finding.file] ?? -1, finding.row ?? 0, index)
    }
    return keys.sorted { $0 < $1 }.map { findings[$0.2].placed(in: source) }
  }
}

extension Finding {
  /// The finding with the file called as its source calls it.
  func placed(in source: some TableSource) -> Finding {
    var finding = self
    finding.file = source.place(of: file)
    return finding
  }
}
