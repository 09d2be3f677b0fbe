/// Reads a round from a folder with a CSV file for each table.
package enum RoundReader {
  /// Reads every table and checks it, with all findings of all tables in one pass.
  ///
  /// Files that are no table are left alone, and so is everything below the folder.
  ///
  /// - Complexity: O(bytes) expected time, and the sorting of tables that are not in the order of
  ///   their ids; memory for the largest file beside the round itself.
  package static func read(
    folder path: String, options: ReadingOptions = ReadingOptions()
  ) -> RoundReading {
    do throws(SourceFault) {
      return read(try RoundFolder(path), options: options)
    } catch {
      return error.reading(RoundReading.missing, RoundReading.findings)
    }
  }

  /// Reads a round whose tables are in memory, by file name, as from a folder.
  package static func read(
    tables: [String: [UInt8]], options: ReadingOptions = ReadingOptions()
  ) -> RoundReading {
    read(TablesInMemory(tables: tables), options: options)
  }

  /// Reads a round from wherever its tables come.
  package static func read(
    _ source: some TableSource, options: ReadingOptions = ReadingOptions()
  ) -> RoundReading {
    var builder = RoundBuilder(source, options, FindingLog(limit: options.findingLimit))
    return read(&builder)
  }

  /// Where the rows of a folder's tables stand; `nil` where there is no such folder.
  package static func rows(
    folder path: String, options: ReadingOptions = ReadingOptions()
  ) -> RowPlaces? {
    (try? RoundFolder(path)).map { RowPlaces($0, options: options) }
  }

  /// Where the rows of a source's tables stand.
  package static func rows(_ source: some TableSource, options: ReadingOptions) -> RowPlaces {
    RowPlaces(source, options: options)
  }

  /// The further names of columns that the round of a folder has; none where there is no such folder.
  package static func headers(
    folder path: String, options: ReadingOptions = ReadingOptions()
  ) -> HeaderBook {
    (try? RoundFolder(path)).map { headers($0, options: options) } ?? HeaderBook()
  }

  /// The further names of columns that the round of a source has.
  package static func headers(_ source: some TableSource, options: ReadingOptions) -> HeaderBook {
    var builder = RoundBuilder(source, options, .silent)
    builder.readHeaders()
    return builder.headers
  }

  static func read(_ builder: inout RoundBuilder) -> RoundReading {
    let log = builder.log
    builder.readAll()
    RoundChecks(builder.round, builder.ids, log, threads: builder.options.threads).run()
    let findings = inTableOrder(log.findings, builder.source)
    guard !log.hasErrors else { return .findings(findings) }
    return .round(builder.round, notes: findings)
  }

  /// By table, then by row; findings of one row stay in the order of its columns.
  private static func inTableOrder(
    _ findings: [Finding], _ source: any TableSource
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
