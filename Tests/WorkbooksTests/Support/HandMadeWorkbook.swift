import RoundFiles
import Testing

@testable import Workbooks

/// A workbook whose parts are written by hand, as other programs may write them.
struct HandMadeWorkbook {
  /// What stands within `sheetData`.
  var cells = ""
  var before = ""
  var shared = ""
  var formats = ""
  var properties = ""
  /// Parts that replace or join those of a plain workbook.
  var parts: [String: String] = [:]

  init(_ cells: String = "") { self.cells = cells }

  var bytes: [UInt8] {
    var all = [
      "_rels/.rels": relations([("1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": """
      <workbook>\(properties)<sheets><sheet name="data" sheetId="1" r:id="1"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": relations([
        ("1", "worksheet", "worksheets/sheet1.xml"), ("2", "styles", "styles.xml"),
        ("3", "sharedStrings", "/xl/sharedStrings.xml"),
      ]),
      "xl/worksheets/sheet1.xml": """
      <worksheet>\(before)<sheetData>\(cells)</sheetData></worksheet>
      """,
      "xl/styles.xml": "<styleSheet>\(formats)</styleSheet>",
      "xl/sharedStrings.xml": "<sst>\(shared)</sst>",
    ]
    all.merge(parts) { $1 }
    var zip = ZipWriter()
    for name in all.keys.sorted() { zip.add(name, Array((all[name] ?? "").utf8)) }
    return zip.finish()
  }

  private func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
    let items = list.map {
      #"<Relationship Id="\#($0.id)" Type="http://x/\#($0.kind)" Target="\#($0.target)"/>"#
    }
    return "<Relationships>\(items.joined())</Relationships>"
  }

  /// The texts of the sheet's cells by row, and what was said about them.
  func read() throws -> (rows: [[String]], findings: [Finding]) { try read(bytes) }

  private func read(_ bytes: [UInt8]) throws -> (rows: [[String]], findings: [Finding]) {
    let log = FindingLog()
    let grid = try WorkbookFile(bytes).grid(ofSheet: "data", file: "book:data", log: log)
    return (grid.texts, log.findings)
  }
}

extension CellGrid {
  /// The texts of all cells; a row ends with its last cell that holds anything.
  var texts: [[String]] {
    let reading = TablesReader.read(OneGrid(grid: self))
    guard case .tables(let tables) = reading, let table = tables.first?.table else { return [] }
    return [table.columns] + table.rows
  }
}

/// A source with one table, under a name that rounds know.
private struct OneGrid: TableSource {
  let grid: CellGrid

  var files: [String] { ["settings.csv"] }

  func content(of file: String) throws(FileBytes.Fault) -> TableContent {
    guard file == "settings.csv" else { throw .missing }
    return .grid(grid)
  }
}

/// The fault with which a workbook is refused.
func fault(_ bytes: [UInt8]) -> WorkbookFault? {
  do throws(WorkbookFault) {
    let book = try WorkbookFile(bytes)
    for sheet in book.sheets {
      _ = try book.grid(ofSheet: sheet, file: "book", log: FindingLog())
    }
    return nil
  } catch {
    return error
  }
}
