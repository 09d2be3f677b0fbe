import Foundation
import MobilityModel
import RoundFiles
import TestSupport
import Testing

@testable import Workbooks

@Suite struct RoundTripTests {
  @Test func `every text comes back from a workbook as it went in`() throws {
    let texts = [
      "plain", "=1+1", "+39 055", "-2", "-x", "@home", "'", "''x", "a\nb", "a\r\nb", "a\tb", "0713",
      "007", "1e5", "TRUE", "#N/A", "2022-06-01", "_x0041_", "_", "Đorđe <&> \"č\"", "Ћирилица",
      "\u{1}\u{8}", "\u{FFFE}", "\u{2028}", "👩🏽‍🏫", "84.50", "84.5", "-0", "0.1", "123456789012345678",
      String(repeating: "ž", count: 32_767),
    ]
    for kind in [CellKind.text, .whole, .decimal, .date] {
      let table = Table(columns: ["id", "text"], rows: texts.enumerated().map { ["\($0)", $1] })
      let sheet = Sheet(name: "data", table: table, kinds: ["text": kind])
      let book = try WorkbookFile(WorkbookBytes.write([sheet]))
      let log = FindingLog()
      let grid = try book.grid(ofSheet: "data", file: "book", log: log)
      #expect(grid.texts == [table.columns] + table.rows, "\(kind)")
      #expect(log.findings.isEmpty)
    }
  }

  @Test func `texts and tables that no spreadsheet holds are refused`() {
    let long = Table(columns: ["a"], rows: [[String(repeating: "x", count: 32_768)]])
    let tall = Table(columns: ["a"], rows: Array(repeating: [""], count: 1_048_576))
    for table in [long, tall] {
      #expect(throws: WorkbookFault.self) {
        try WorkbookBytes.write([Sheet(name: "data", table: table)])
      }
    }
  }

  @Test func `the same sheets give the same bytes`() throws {
    let sheet = Sheet(name: "data", table: Table(columns: ["a", "b"], rows: [["1", "x"]]))
    #expect(try WorkbookBytes.write([sheet]) == WorkbookBytes.write([sheet]))
  }

  @Test func `rounds are the same in a workbook as in a folder`() throws {
    let folders = try Self.folders()
    #expect(folders.count > 25)
    for folder in folders {
      guard case .tables(let tables) = TablesReader.read(folder: folder),
        case .round(let round, let notes) = RoundReader.read(folder: folder)
      else {
        Issue.record("\(folder) cannot be read")
        continue
      }
      let path = FileManager.default.temporaryDirectory
        .appending(path: "\(UUID().uuidString).xlsx").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      try AtomicFile.write(WorkbookBytes.write(RoundSheets.sheets(tables)), to: path)
      guard case .tables(let sheets) = WorkbookReader.tables(path: path),
        case .round(let copy, let copyNotes) = WorkbookReader.round(path: path)
      else {
        Issue.record("\(folder) cannot be read from its workbook")
        continue
      }
      #expect(sheets.map(\.name) == tables.map(\.name), "\(folder)")
      for (sheet, table) in zip(sheets, tables) {
        #expect(sheet.table == table.table, "\(folder): \(table.name)")
      }
      #expect(copyNotes.count == notes.count)
      expectSame(copy, round, folder)
    }
  }

  private func expectSame(_ left: Round, _ right: Round, _ place: String) {
    #expect(left.settings == right.settings, "\(place)")
    #expect(left.organisations == right.organisations, "\(place)")
    #expect(left.streams == right.streams, "\(place)")
    #expect(left.sessions == right.sessions, "\(place)")
    #expect(left.attributeNames == right.attributeNames, "\(place)")
    #expect(left.participants == right.participants, "\(place)")
    #expect(left.applications == right.applications, "\(place)")
    #expect(left.limits == right.limits, "\(place)")
    #expect(left.rules == right.rules, "\(place)")
    #expect(left.locks == right.locks, "\(place)")
    #expect(left.stays == right.stays, "\(place)")
    #expect(left.twins == right.twins, "\(place)")
    #expect(left.rates == right.rates, "\(place)")
    #expect(left.published == right.published, "\(place)")
  }

  private static func folders() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets")
    let family = root.appending(path: "conformance")
    return try FileManager.default.contentsOfDirectory(atPath: family.path).sorted()
      .filter { $0.first?.isNumber == true }.map { family.appending(path: $0).path }
      + [root.appending(path: "intervet").path]
  }
}
