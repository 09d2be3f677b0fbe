import RoundFiles

/// The sheets of a workbook as the tables of a round: the sheet `sessions` is `sessions.csv`.
struct WorkbookSource: TableSource {
  let files: [String]
  private let workbook: WorkbookFile
  /// Name of the workbook's file, without its folder.
  private let name: String
  private let sheet: [String: String]
  /// What is wrong with cells and sheets before a table is made of them.
  private let log = FindingLog()

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
      throw .findings([fault.finding(file: name, log: log)])
    } catch {
      preconditionFailure("no other error is thrown")
    }
    var sheet: [String: String] = [:]
    for title in workbook.sheets {
      let file = Self.file(title)
      if sheet[file] == nil {
        sheet[file] = title
      } else if TableNames.all.contains(String(file.dropLast(4))) {
        log.add(
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
      return .grid(try workbook.grid(ofSheet: title, file: place(of: file), log: log))
    } catch {
      throw .unreadable(error.words)
    }
  }

  func place(of file: String) -> String {
    if let title = sheet[file] { return "\(name):\(title)" }
    return file.hasSuffix(".csv") ? "\(name):\(file.dropLast(4))" : file
  }

  /// What a reading gave, with what is wrong with cells before everything else.
  func adding<Reading>(
    to reading: Reading, _ findings: (Reading) -> [Finding], _ failed: ([Finding]) -> Reading
  ) -> Reading {
    log.hasErrors ? failed(log.findings + findings(reading)) : reading
  }
}
