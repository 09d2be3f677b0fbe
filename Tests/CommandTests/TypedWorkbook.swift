import Foundation

@testable import Workbooks

/// A round's tables as the sheets of a workbook, some of whose cells are written by hand, as spreadsheet
/// programs and scripts leave them.
struct TypedWorkbook {
  /// The rows of each table, the names of its columns first.
  private var tables: [String: [[String]]] = [:]
  /// What stands within the element of a cell, with its attributes before.
  private var typed: [String: String] = [:]

  /// Takes the tables of a folder, in which no cell is quoted.
  init(folder: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    for file in files where file.hasSuffix(".csv") {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      tables[String(file.dropLast(4))] = text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  /// Puts an error in place of a value; rows count from the first below the names of columns.
  mutating func setError(_ word: String, _ table: String, row: Int, _ column: String) {
    set(#" t="e"><v>\#(word)</v>"#, table, row, column)
  }

  /// Puts a formula whose value nobody has computed in place of a value.
  mutating func setFormula(_ formula: String, _ table: String, row: Int, _ column: String) {
    set("><f>\(formula)</f>", table, row, column)
  }

  private mutating func set(_ content: String, _ table: String, _ row: Int, _ column: String) {
    let place = tables[table]?.first?.firstIndex(of: column) ?? -1
    typed["\(table) \(row + 1) \(place)"] = content
  }

  func write(to path: String) throws {
    let names = tables.keys.sorted()
    let list = names.enumerated().map {
      #"<sheet name="\#($1)" sheetId="\#($0 + 1)" r:id="\#($0)"/>"#
    }
    let parts = names.indices.map { ("\($0)", "worksheet", "s\($0).xml") }
    var zip = ZipWriter()
    zip.add("_rels/.rels", relations([("1", "officeDocument", "book.xml")]))
    zip.add("book.xml", Array("<workbook><sheets>\(list.joined())</sheets></workbook>".utf8))
    zip.add("_rels/book.xml.rels", relations(parts))
    for (index, name) in names.enumerated() { zip.add("s\(index).xml", sheet(name)) }
    try Data(zip.finish()).write(to: URL(filePath: path))
  }

  private func sheet(_ name: String) -> [UInt8] {
    let rows = (tables[name] ?? []).enumerated().map { number, cells in
      let row = cells.indices.map {
        "<c\(typed["\(name) \(number + 1) \($0)"] ?? text(cells[$0]))</c>"
      }
      return "<row>\(row.joined())</row>"
    }
    return Array("<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>".utf8)
  }

  private func text(_ value: String) -> String { #" t="inlineStr"><is><t>\#(value)</t></is>"# }

  private func relations(_ list: [(id: String, kind: String, target: String)]) -> [UInt8] {
    let items = list.map {
      #"<Relationship Id="\#($0.id)" Type="http://x/\#($0.kind)" Target="\#($0.target)"/>"#
    }
    return Array("<Relationships>\(items.joined())</Relationships>".utf8)
  }
}
