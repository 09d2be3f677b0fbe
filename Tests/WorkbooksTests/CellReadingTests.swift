import MobilityModel
import RoundFiles
import Testing

@testable import Workbooks

@Suite struct CellReadingTests {
  /// A first row of three names, then the given rows.
  private func book(_ rows: String) -> HandMadeWorkbook {
    HandMadeWorkbook(
      #"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c>"#
        + #"<c r="B1" t="str"><v>b</v></c><c r="C1" t="inlineStr"><is><t>c</t></is></c></row>"#
        + rows)
  }

  @Test func `text comes from shared, inline and computed strings alike`() throws {
    var book = book(
      #"<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><r><t>Đor</t></r>"#
        + #"<r><rPr/><t>đe</t></r><rPh><t>no</t></rPh></is></c>"#
        + #"<c r="C2" t="str"><f>A2&amp;"x"</f><v>Ћx</v></c></row>"#)
    book.shared =
      "<si><t>zero</t></si><si><r><t xml:space=\"preserve\">one </t></r><r><t>&lt;1&gt;</t></r>"
      + "<rPh sb=\"0\" eb=\"1\"><t>sound</t></rPh></si>"
    #expect(try book.read().rows == [["a", "b", "c"], ["one <1>", "Đorđe", "Ћx"]])
  }

  @Test func `cells without places stand side by side, and gaps are blank`() throws {
    let book = book(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"9\"><c r=\"C9\"><v>3</v></c></row>")
    #expect(try book.read().rows == [["a", "b", "c"], ["1", "2", ""], ["", "", "3"]])
  }

  @Test func `elements with prefixes are the same elements`() throws {
    var book = HandMadeWorkbook()
    book.parts["xl/worksheets/sheet1.xml"] =
      #"<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is>"#
      + #"<x:t>name</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"#
    #expect(try book.read().rows == [["name"]])
  }

  @Test func `truth values are yes and no`() throws {
    let book = book(#"<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>"#)
    #expect(try book.read().rows.last == ["yes", "no", ""])
  }

  @Test func `characters written as their numbers come back, and nothing else does`() throws {
    let texts = ["_x000D_", "_x005F_x000D_", "_x00g0_", "_x+041_", "a_b", "_x0041_x"]
    let cells = texts.prefix(3).map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
    let more = texts.suffix(3).map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
    let rows = try book("<row>\(cells)</row><row>\(more)</row>").read().rows
    #expect(rows[1] == ["", "_x000D_", "_x00g0_"])
    #expect(rows[2] == ["_x+041_", "a_b", "Ax"])
  }

  @Test func `error cells and formulas without a value are findings, and keep what they show`()
    throws
  {
    let (rows, findings) = try book(
      #"<row r="7"><c r="A7" t="e"><v>#N/A</v></c><c r="B7"><f>SUM(A1:A3)</f></c>"#
        + #"<c r="C7"><f>1+1</f><v>2</v></c></row>"#
    ).read()
    #expect(rows.last == ["#N/A", "=SUM(A1:A3)", "2"])
    #expect(findings.map(\.kind) == ["error-cell", "no-value"])
    #expect(
      findings.map(\.message) == [
        ##"book:data:7 A "#N/A": expected a value, not an error"##,
        #"book:data:7 B "=SUM(A1:A3)": expected a value beside the formula; a spreadsheet program "#
          + "computes it when it saves the workbook",
      ])
  }

  @Test func `a number that is none, and a day that is none, are findings`() throws {
    var book = book(#"<row><c><v>1 000</v></c><c s="1"><v>60</v></c><c s="1"><v>-1</v></c></row>"#)
    book.formats = #"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#
    #expect(try book.read().findings.map(\.kind) == Array(repeating: "bad-cell-number", count: 3))
  }

  @Test(arguments: ["", #"<workbookPr date1904="0"/>"#, #"<workbookPr date1904="1"/>"#])
  func `days are read in both calendars`(properties: String) throws {
    let is1904 = properties.contains("\"1\"")
    var book = book(
      #"<row><c s="1"><v>\#(is1904 ? 43_251 : 44_713)</v></c>"#
        + #"<c t="d"><v>2022-06-01T00:00:00Z</v></c>"#
        + #"<c s="2"><v>\#(is1904 ? 43_251.5 : 44_713.5)</v></c></row>"#)
    book.properties = properties
    book.formats =
      #"<numFmts><numFmt numFmtId="170" formatCode="[$-41A]d.\ mmmm\ yyyy;@"/></numFmts>"#
      + #"<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>"#
      + #"<cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs>"#
    #expect(try book.read().rows.last == ["2022-06-01", "2022-06-01", "2022-06-01 12:00:00"])
  }
}

@Suite struct CellNumberTests {
  @Test(arguments: [
    ("713", "713"), ("84.5", "84.5"), ("84.50", "84.5"), ("-3", "-3"), ("1E3", "1000"),
    ("0.30000000000000004", "0.3"), ("84.200000000000003", "84.2"), ("1.5E-3", "0.0015"),
    ("1e20", "100000000000000000000"), ("-2.5e-7", "-0.00000025"), ("7.0", "7"),
  ])
  func `a number reads as a spreadsheet shows it`(number: String, text: String) {
    #expect(Self.text(number, .general) == text)
  }

  @Test func `a code of zeros keeps the zeros of a sector`() {
    #expect(Self.text("713", .padded(4)) == "0713")
    #expect(Self.text("10713", .padded(4)) == "10713")
    #expect(Self.text("7.5", .padded(4)) == "7.5")
  }

  @Test func `words and endless numbers are no numbers`() {
    for word in ["", "x", "1 000", "1,5", "nan", "inf", "1e999", "--1"] {
      #expect(Self.text(word, .general) == nil, "\(word)")
    }
  }

  @Test func `every day from March 1900 on comes back from its number`() {
    for serial in stride(from: 61, through: 2_958_465, by: 17) {
      let day = CellNumber.day(serial: serial, from1904: false)
      #expect(day.flatMap(CellNumber.serial) == serial)
    }
    #expect(CellNumber.day(serial: 1, from1904: false)?.iso == "1900-01-01")
    #expect(CellNumber.day(serial: 59, from1904: false)?.iso == "1900-02-28")
    #expect(CellNumber.day(serial: 60, from1904: false) == nil)
    #expect(CellNumber.day(serial: 61, from1904: false)?.iso == "1900-03-01")
    #expect(CellNumber.day(serial: 0, from1904: true)?.iso == "1904-01-01")
    #expect(CellNumber.day(serial: 2_958_465, from1904: false)?.iso == "9999-12-31")
    #expect(CellNumber.day(serial: 2_958_466, from1904: false) == nil)
  }

  private static func text(_ number: String, _ format: CellFormat) -> String? {
    CellNumber.text(Array(number.utf8), format, from1904: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

@Suite struct CellFormatTests {
  @Test(arguments: [
    ("General", CellFormat.general), ("0.00", .general), ("#,##0\\ \"days\"", .general),
    ("[Red]0", .general), ("@", .general), ("0.00E+00", .general), ("0", .general),
    ("yyyy\\-mm\\-dd", .date), ("d.m.yyyy.", .date), ("[$-409]mmm\\-yy;@", .date), ("mmmm", .date),
    ("hh:mm", .time), ("[h]:mm:ss", .time), ("mm:ss", .time), ("0000", .padded(4)),
    ("yyyy-mm-dd hh:mm", .date), ("0;[Red]d", .general),
  ])
  func `a code says whether a number is a day`(code: String, format: CellFormat) {
    #expect(CellFormat(code: code) == format)
  }
}
