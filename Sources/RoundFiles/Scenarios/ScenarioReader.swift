/// Reads scenarios of a round from a table.
package enum ScenarioReader {
  /// Reads every scenario of a file, and each changed round.
  ///
  /// - Complexity: O(bytes of the file), and a reading of the round for each scenario.
  package static func read(path: String, of base: ScenarioBase) -> ScenarioReading {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return read(.file(try FileBytes.read(path)), file: file, of: base)
    } catch .missing {
      return .missing(path: path)
    } catch {
      return .findings([error.finding(file: file, log: FindingLog())])
    }
  }

  /// What is wrong with the scenarios that the round of a folder has itself, and with their rounds.
  package static func findings(folder: String, options: ReadingOptions) -> [Finding] {
    (try? RoundFolder(folder)).map { findings(in: $0, options: options) } ?? []
  }

  /// What is wrong with the scenarios that the round of a source has itself, and with their rounds.
  package static func findings(in source: some TableSource, options: ReadingOptions) -> [Finding] {
    // Most rounds have none, and then need not be read a second time.
    guard (try? source.content(of: ScenariosTable.file)) != nil,
      case .base(let base) = ScenarioBase.read(source, options: options)
    else { return [] }
    return findings(about: base)
  }

  private static func findings(about base: ScenarioBase) -> [Finding] {
    switch own(of: base) {
    case .missing: []
    case .findings(let findings): findings
    case .scenarios(let scenarios):
      scenarios.flatMap { scenario -> [Finding] in
        guard case .findings(let findings) = scenario.round(file: base.own?.file ?? "") else {
          return []
        }
        return findings
      }
    }
  }

  /// Reads the scenarios that the round has itself; `missing` where it has none.
  package static func own(of base: ScenarioBase) -> ScenarioReading {
    guard let own = base.own else { return .missing(path: ScenariosTable.file) }
    return read(own.content, file: own.file, of: base)
  }

  /// Reads every scenario of a table from wherever it comes; findings call it `file`.
  ///
  /// - Returns: scenarios in the order of their names.
  package static func read(
    _ content: TableContent, file: String, of base: ScenarioBase
  ) -> ScenarioReading {
    let log = FindingLog(limit: base.options.findingLimit)
    let operations = operations(content, file, base, log)
    let named = Dictionary(grouping: operations, by: \.scenario)
    let scenarios = named.keys.sorted().map { name in
      var editor = ScenarioEditor(base, log, file: file)
      editor.apply(named[name] ?? [])
      return Scenario(
        name: name, texts: editor.texts, origins: editor.origins, options: base.options)
    }
    guard !log.hasErrors else {
      return .findings(log.findings.sorted { ($0.row ?? 0) < ($1.row ?? 0) })
    }
    return .scenarios(scenarios)
  }

  private static func operations(
    _ content: TableContent, _ file: String, _ base: ScenarioBase, _ log: FindingLog
  ) -> [ScenarioOperation] {
    let names = ColumnNames(of: ScenariosTable.self, book: base.headers)
    let opened = TableReader.open(
      file: file, content: content, names: names, options: base.options, log: log)
    guard var table = opened else { return [] }
    let layout = ScenariosTable(&table.header)
    table.check(layout, names)
    guard !log.hasErrors else { return [] }
    var operations: [ScenarioOperation] = []
    while table.next() { if let row = layout.operation(table) { operations.append(row) } }
    return operations
  }
}
