import RoundFiles

/// The sheets of a workbook as the tables of a round: the sheet `sessions` is `sessions.csv`.
struct WorkbookSource: TableSource {
  let files: [String]
  private let workbook: WorkbookFile
  /// Name of the workbook's file, without its folder.
  private let name: String
  private let sheet: [String: String]
  private let log = SheetLog()

  /// Letters of a sheet's name; a longer one, which no spreadsheet allows, is cut.
  private static let nameLength = 31

  /// Opens the workbook at `path`.
  ///
  /// - Throws: `SourceFault`.
  init(path: String) throws(SourceFault) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      workbook = try WorkbookFile(FileBytes.read(path))
    } catch let fault as WorkbookFault {
      throw .findings([fault.finding(file: name)])
    } catch FileBytes.Fault.missing {
      throw .missing(path: path)
    } catch let fault as FileBytes.Fault {
      throw .findings([fault.finding(file: name, log: FindingLog())])
    } catch {
      preconditionFailure("no other error is thrown")
    }
    var sheet: [String: String] = [:]
    for title in workbook.sheets {
      let file = Self.file(title)
      if sheet[file] == nil {
        sheet[file] = title
      } else if TableNames.all.contains(String(file.dropLast(4))) {
        log.faults.add(
          Finding(
            .duplicateSheet, file: name, value: title, expected: "one sheet of this name"))
      }
    }
    self.sheet = sheet
    files = sheet.keys.sorted()
  }

  /// A table's name does not depend on capitals, nor on blanks around it.
  private static func file(_ title: String) -> String {
    let words = title.lowercased().split(separator: " ", omittingEmptySubsequences: true)
    return words.joined(separator: " ").prefix(nameLength) + ".csv"
  }

  func content(of file: String) throws(FileBytes.Fault) -> TableContent {
    guard let title = sheet[file] else { throw .missing }
    do throws(WorkbookFault) {
      return .grid(try workbook.grid(ofSheet: title, file: place(of: file), log: log.log(of: file)))
    } catch {
      throw .unreadable(error.words)
    }
  }

  func place(of file: String) -> String {
    if let title = sheet[file] { return "\(name):\(title)" }
    return file.hasSuffix(".csv") ? "\(name):\(file.dropLast(4))" : file
  }

  var home: TableHome { .sheet(of: workbook.sheets) }

  var unread: [Finding] {
    let file = Dictionary(
      files.map { (place(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    return log.faults.findings.compactMap { finding in
      guard finding.row != nil, let name = file[finding.file] else { return nil }
      var finding = finding
      finding.file = name
      return finding
    }
  }

  /// What a reading gave, with what is wrong with cells before everything else.
  ///
  /// What the reading says of those same cells is left out: one finding tells enough of a cell.
  func adding<Reading>(
    to reading: Reading, _ findings: (Reading) -> [Finding], _ failed: ([Finding]) -> Reading
  ) -> Reading {
    guard log.faults.hasErrors else { return reading }
    let told = Set(log.faults.findings.map(CellText.init))
    return failed(
      log.faults.findings + findings(reading).filter { !told.contains(CellText($0)) })
  }
}

/// A text that stands somewhere in a row.
private struct CellText: Hashable {
  let file: String
  let row: Int?
  let value: String

  init(_ finding: Finding) { (file, row, value) = (finding.file, finding.row, finding.value) }
}

/// Collects what is wrong with cells and sheets before a table is made of them.
///
/// A sheet may be read several times; only the first one adds to the findings.
private final class SheetLog {
  let faults = FindingLog()
  private var told: Set<String> = []

  func log(of file: String) -> FindingLog { told.insert(file).inserted ? faults : FindingLog() }
}
