package import MobilityModel
package import RoundFiles

/// Reads rounds and plans from workbooks, as `RoundReader` and `PlanReader` do from CSV files.
package enum WorkbookReader {
  /// Reads a round from the workbook at `path`, with all findings of all sheets in one pass.
  ///
  /// Sheets that are no table of a round are left alone.
  ///
  /// - Complexity: O(bytes of the sheets, unpacked) time; memory for the file, the texts that its
  ///   cells share and the largest sheet beside the round itself.
  package static func round(
    path: String, options: ReadingOptions = ReadingOptions()
  ) -> RoundReading {
    do throws(SourceFault) {
      let source = try WorkbookSource(path: path)
      return source.adding(
        to: RoundReader.read(source, options: options), \.findings, RoundReading.findings)
    } catch {
      return error.reading(RoundReading.missing, RoundReading.findings)
    }
  }

  /// Reads a round and writes copies of its tables in which all that is certain is put right;
  /// `nil` where the workbook cannot be opened.
  package static func repair(path: String, options: ReadingOptions) -> RoundRepair.Result? {
    guard let source = try? WorkbookSource(path: path) else { return nil }
    var result = RoundRepair.repair(source, options)
    result.reading = source.adding(to: result.reading, \.findings, RoundReading.findings)
    return result
  }

  /// Where the rows of a workbook's sheets stand; `nil` where it cannot be opened.
  package static func rows(path: String, options: ReadingOptions) -> RowPlaces? {
    (try? WorkbookSource(path: path)).map { RoundReader.rows($0, options: options) }
  }

  /// The further names of columns that a workbook's round has; none where it cannot be opened.
  package static func headers(path: String, options: ReadingOptions) -> HeaderBook {
    (try? WorkbookSource(path: path)).map { RoundReader.headers($0, options: options) }
      ?? HeaderBook()
  }

  /// Reads the round of which scenarios are made.
  package static func base(
    path: String, options: ReadingOptions = ReadingOptions()
  ) -> ScenarioBase.Reading {
    do throws(SourceFault) {
      let source = try WorkbookSource(path: path)
      return source.adding(
        to: ScenarioBase.read(source, options: options), \.findings, ScenarioBase.Reading.findings)
    } catch {
      return error.reading(ScenarioBase.Reading.missing, ScenarioBase.Reading.findings)
    }
  }

  /// Reads scenarios of a round: the sheet `scenarios`, or the only sheet.
  package static func scenarios(path: String, of base: ScenarioBase) -> ScenarioReading {
    do throws(SourceFault) {
      let source = try WorkbookSource(path: path)
      let file = source.files.count == 1 ? source.files[0] : "scenarios.csv"
      return source.adding(
        to: scenarios(in: source, file, of: base), \.findings, ScenarioReading.findings)
    } catch {
      return error.reading(ScenarioReading.missing, ScenarioReading.findings)
    }
  }

  private static func scenarios(
    in source: WorkbookSource, _ file: String, of base: ScenarioBase
  ) -> ScenarioReading {
    let place = source.place(of: file)
    do {
      return ScenarioReader.read(try source.content(of: file), file: place, of: base)
    } catch {
      return .findings([error.finding(file: place, in: source.home, log: FindingLog())])
    }
  }

  /// What is wrong with the scenarios that a workbook's round has itself, and with their rounds.
  package static func scenarioFindings(path: String, options: ReadingOptions) -> [Finding] {
    guard let source = try? WorkbookSource(path: path) else { return [] }
    let findings = ScenarioReader.findings(in: source, options: options)
    return source.adding(to: findings, { $0 }, { $0 })
  }

  /// Takes the sheets apart that are tables of a round.
  package static func tables(path: String) -> TablesReading {
    do throws(SourceFault) {
      let source = try WorkbookSource(path: path)
      return source.adding(to: TablesReader.read(source), \.findings, TablesReading.findings)
    } catch {
      return error.reading(TablesReading.missing, TablesReading.findings)
    }
  }

  /// Reads a plan for a round: the sheet `placements`, or the only sheet.
  package static func plan(
    path: String, of round: Round, headers: HeaderBook = HeaderBook()
  ) -> PlanReading {
    do throws(SourceFault) {
      let source = try WorkbookSource(path: path)
      let reading = table("placements", of: source, PlanReading.findings) { content, place in
        PlanReader.read(content, file: place, round: round, headers: headers)
      }
      return source.adding(to: reading, \.findings, PlanReading.findings)
    } catch {
      return error.reading(PlanReading.missing, PlanReading.findings)
    }
  }

  /// Reads schools that look for twins: the sheet `schools`, or the only sheet; a sheet `headers` adds
  /// names of columns.
  package static func schools(path: String) -> SchoolReading {
    do throws(SourceFault) {
      let source = try WorkbookSource(path: path)
      let reading = table("schools", of: source, SchoolReading.findings) { content, place in
        SchoolReader.read(content, file: place, beside: source)
      }
      return source.adding(to: reading, \.findings, SchoolReading.findings)
    } catch {
      return error.reading(SchoolReading.missing, SchoolReading.findings)
    }
  }

  /// Reads the sheet of a name, or the only sheet of a workbook.
  private static func table<Reading>(
    _ name: String, of source: WorkbookSource, _ failed: ([Finding]) -> Reading,
    _ read: (TableContent, String) -> Reading
  ) -> Reading {
    let file = source.files.count == 1 ? source.files[0] : name + ".csv"
    let place = source.place(of: file)
    do {
      return read(try source.content(of: file), place)
    } catch {
      return failed([error.finding(file: place, in: source.home, log: FindingLog())])
    }
  }
}

extension TablesReading {
  fileprivate var findings: [Finding] {
    if case .findings(let findings) = self { findings } else { [] }
  }
}

extension ScenarioBase.Reading {
  fileprivate var findings: [Finding] {
    if case .findings(let findings) = self { findings } else { [] }
  }
}

extension ScenarioReading {
  fileprivate var findings: [Finding] {
    if case .findings(let findings) = self { findings } else { [] }
  }
}

extension PlanReading {
  fileprivate var findings: [Finding] {
    if case .findings(let findings) = self { findings } else { [] }
  }
}

extension SchoolReading {
  fileprivate var findings: [Finding] {
    if case .findings(let findings) = self { findings } else { [] }
  }
}
