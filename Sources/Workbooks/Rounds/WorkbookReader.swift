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
      return .findings([error.finding(file: place, log: FindingLog())])
    }
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
  package static func plan(path: String, of round: Round) -> PlanReading {
    do throws(SourceFault) {
      let source = try WorkbookSource(path: path)
      return source.adding(to: plan(in: source, of: round), \.findings, PlanReading.findings)
    } catch {
      return error.reading(PlanReading.missing, PlanReading.findings)
    }
  }

  private static func plan(in source: WorkbookSource, of round: Round) -> PlanReading {
    let file = source.files.count == 1 ? source.files[0] : "placements.csv"
    let place = source.place(of: file)
    do {
      return PlanReader.read(try source.content(of: file), file: place, round: round)
    } catch {
      return .findings([error.finding(file: place, log: FindingLog())])
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
