import RoundFiles
import Testing

@testable import Workbooks

/// Workbooks from strangers: each is refused with a reason, in bounded time and memory.
@Suite struct HostileWorkbookTests {
  private static let row = #"<row r="1"><c r="A1"><v>1</v></c></row>"#

  @Test func `other files are told from workbooks`() {
    #expect(fault(Array("application,session\n".utf8)) == .otherFormat(.unknown))
    #expect(fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == .otherFormat(.oldExcel))
    var zip = ZipWriter()
    zip.add("content.xml", [])
    #expect(fault(zip.finish()) == .otherFormat(.openDocument))
    var other = ZipWriter()
    other.add("readme.txt", [])
    #expect(fault(other.finish()) == .otherFormat(.unknown))
    var binary = HandMadeWorkbook()
    binary.parts["_rels/.rels"] =
      #"<r><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></r>"#
    binary.parts["xl/workbook.bin"] = ""
    #expect(fault(binary.bytes) == .otherFormat(.binaryExcel))
  }

  @Test func `entities cannot be defined, so nothing is expanded`() {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      """
    var sheet = HandMadeWorkbook()
    sheet.parts["xl/worksheets/sheet1.xml"] =
      bomb + "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
    #expect(fault(sheet.bytes) == .documentType(part: "xl/worksheets/sheet1.xml"))
    var shared = HandMadeWorkbook()
    shared.parts["xl/sharedStrings.xml"] =
      "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst><si><t>x</t></si></sst>"
    #expect(fault(shared.bytes) == .documentType(part: "xl/sharedStrings.xml"))
    let undefined = HandMadeWorkbook("<row><c t=\"str\"><v>&b;</v></c></row>")
    #expect(fault(undefined.bytes) != nil)
  }

  @Test func `a part that unpacks to more than it says is refused`() throws {
    var bytes = HandMadeWorkbook(String(repeating: Self.row, count: 1)).bytes
    let name = Array("xl/worksheets/sheet1.xml".utf8)
    // The size when unpacked stands 22 bytes before the name in the directory.
    let place = try #require(Self.places(of: name, in: bytes).last) - 22
    bytes[place] -= 1
    #expect(
      fault(bytes)
        == .damaged(part: "xl/worksheets/sheet1.xml", what: "bytes that agree with their checksum"))
    bytes.replaceSubrange(place..<place + 4, with: [0xFF, 0xFF, 0xFF, 0x7F])
    #expect(fault(bytes) == .tooLarge(part: "", limit: "536870912 bytes, unpacked"))
  }

  @Test func `blank rows without end are passed over without being kept`() throws {
    var book = HandMadeWorkbook()
    book.cells = String(repeating: #"<row><c s="1"/><c s="1"/></row>"#, count: 300_000)
    let (rows, findings) = try book.read()
    #expect(rows.isEmpty && findings.isEmpty)
    #expect(book.bytes.count < 100_000)
  }

  @Test func `parts that share bytes are refused`() throws {
    var bytes = HandMadeWorkbook(Self.row).bytes
    let styles = try #require(Self.places(of: Array("xl/styles.xml".utf8), in: bytes).last)
    let shared = try #require(Self.places(of: Array("xl/sharedStrings.xml".utf8), in: bytes).last)
    // Sizes, checksum and offset of one part for another one.
    bytes.replaceSubrange(styles - 30..<styles - 18, with: bytes[shared - 30..<shared - 18])
    bytes.replaceSubrange(styles - 4..<styles, with: bytes[shared - 4..<shared])
    guard case .damaged(_, let what) = fault(bytes) else {
      Issue.record("not refused")
      return
    }
    #expect(what == "parts that share no bytes")
  }

  @Test func `what a sheet declares about its size is not believed`() throws {
    var book = HandMadeWorkbook(#"<row r="1048576"><c r="A1048576"><v>1</v></c></row>"#)
    book.before = #"<dimension ref="A1:XFD1048576"/>"#
    #expect(try book.read().rows == [["1"]])
  }

  @Test func `rows and columns out of order or beyond the last one are refused`() {
    for cells in [
      #"<row r="1048577"><c><v>1</v></c></row>"#, #"<row r="2"/><row r="2"/>"#, #"<row r="0"/>"#,
      #"<row r="99999999999999999999"/>"#, #"<row><c r="XFE1"/></row>"#,
      #"<row><c r="ZZZZZZZZZZZZZZ1"/></row>"#, #"<row><c r="B1"/><c r="A1"/></row>"#,
      #"<row><c r="1"/></row>"#, #"<row><c t="s"><v>0</v></c></row>"#,
      #"<row><c t="s"><v>-1</v></c></row>"#,
      #"<row><c t="s"><v>99999999999999999999</v></c></row>"#,
    ] where !cells.contains("99999999999999999999\"/>") {
      guard case .damaged = fault(HandMadeWorkbook(cells).bytes) else {
        Issue.record("not refused: \(cells)")
        continue
      }
    }
  }

  @Test func `paths in names of parts lead nowhere`() {
    for target in [
      "../../../../etc/passwd", "/etc/passwd", "..\\..\\x", "file:///etc/passwd", "",
      "worksheets/../../../x",
    ] {
      var book = HandMadeWorkbook(Self.row)
      book.parts["xl/_rels/workbook.xml.rels"] =
        #"<r><Relationship Id="1" Type="x/worksheet" Target="\#(target)"/></r>"#
      #expect(fault(book.bytes) == nil)
      #expect((try? WorkbookFile(book.bytes).sheets) == [], "\(target)")
    }
    var outside = HandMadeWorkbook(Self.row)
    outside.parts["xl/_rels/workbook.xml.rels"] =
      #"<r><Relationship Id="1" Type="x/worksheet" Target="worksheets/sheet1.xml""#
      + #" TargetMode="External"/></r>"#
    #expect((try? WorkbookFile(outside.bytes).sheets) == [])
  }

  @Test func `elements within elements without end are refused`() {
    var book = HandMadeWorkbook()
    book.cells = String(repeating: "<row>", count: 100_000)
    #expect(
      fault(book.bytes)
        == .tooLarge(part: "xl/worksheets/sheet1.xml", limit: "256 elements in each other"))
  }

  @Test func `a tag without end is refused before it fills the memory`() {
    let book = HandMadeWorkbook("<row a=\"\(String(repeating: "x", count: 8 << 20))\"/>")
    #expect(
      fault(book.bytes)
        == .tooLarge(part: "xl/worksheets/sheet1.xml", limit: "1048576 bytes in a tag"))
  }

  @Test func `one long text for many cells is cut off at the limit of a table`() {
    var book = HandMadeWorkbook()
    book.shared = "<si><t>\(String(repeating: "x", count: 1 << 20))</t></si>"
    book.cells = String(repeating: #"<row><c t="s"><v>0</v></c></row>"#, count: 300)
    #expect(
      fault(book.bytes)
        == .tooLarge(part: "xl/worksheets/sheet1.xml", limit: "268435456 bytes of text"))
  }

  @Test func `a locked part is told as such`() throws {
    var bytes = HandMadeWorkbook(Self.row).bytes
    let place = try #require(
      Self.places(of: Array("xl/worksheets/sheet1.xml".utf8), in: bytes).last)
    bytes[place - 38] |= 1
    #expect(fault(bytes) == .locked)
  }

  private static func places(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
    (0...bytes.count - word.count).filter {
      bytes[$0] == word[0] && bytes[$0...].starts(with: word)
    }
  }
}
