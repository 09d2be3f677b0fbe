import RoundFiles
import Testing

@testable import Workbooks

/// How a spreadsheet shows what is written.
@Suite struct SheetLookTests {
  private func part(_ name: String, of sheets: [Sheet]) throws -> String {
    let archive = try ZipArchive(try WorkbookBytes.write(sheets))
    var bytes: [UInt8] = []
    try archive.read(try #require(archive[name])) { piece throws(WorkbookFault) in bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let table = Table(
    columns: ["session", "start", "max_people", "remark"],
    rows: [
      ["june", "2022-06-01", "12", "=1+1"],
      ["may", "soon", "012", String(repeating: "x", count: 90)],
    ])

  private func sheet() throws -> String {
    let sheets = RoundSheets.sheets([("sessions", Self.table)])
    return try part("xl/worksheets/sheet1.xml", of: sheets)
  }

  @Test func `the first row stays in sight, has filters, and columns are as wide as needed`() throws
  {
    let sheet = try sheet()
    #expect(sheet.contains(#"<pane ySplit="1" topLeftCell="A2""#))
    #expect(sheet.contains(#"<autoFilter ref="A1:D3"/>"#))
    #expect(sheet.contains(#"<col min="2" max="2" width="12""#))
    #expect(sheet.contains(#"<col min="4" max="4" width="60""#), "no wider than a screen")
    let book = try part(
      "xl/workbook.xml", of: [Sheet(name: "same-person", table: Self.table)])
    #expect(book.contains("'same-person'!$A$1:$D$3"))
  }

  @Test func `days and numbers are stored as such where they say the same`() throws {
    let sheet = try sheet()
    #expect(sheet.contains(#"<c r="B2" s="5"><v>44713</v></c>"#))
    #expect(sheet.contains(#"<c r="C2" s="4"><v>12</v></c>"#))
    #expect(
      sheet.contains(#"<c r="B3" s="2" t="s">"#) && sheet.contains(#"<c r="C3" s="2" t="s">"#))
  }

  @Test func `text that would run as a formula is text with a mark, never a formula`() throws {
    let sheet = try sheet()
    #expect(sheet.contains(#"<c r="D2" s="3" t="s">"#) && !sheet.contains("<f>"))
    let styles = try part("xl/styles.xml", of: [Sheet(name: "a", table: Self.table)])
    #expect(styles.contains(#"quotePrefix="1""#))
  }

  @Test func `a list of ids is offered only from a sheet that has them in its first column`() throws
  {
    let hosts = Table(columns: ["organisation", "name"], rows: [["BLQ", "Hub"]])
    let turned = Table(columns: ["name", "organisation"], rows: [["Hub", "BLQ"]])
    let sessions = Table(columns: ["session", "host"], rows: [["june", "BLQ"]])
    for (table, isOffered) in [(hosts, true), (turned, false)] {
      let sheets = RoundSheets.sheets([("organisations", table), ("sessions", sessions)])
      let sheet = try part("xl/worksheets/sheet2.xml", of: sheets)
      #expect(sheet.contains("OFFSET('organisations'!$A$2") == isOffered)
    }
  }
}
