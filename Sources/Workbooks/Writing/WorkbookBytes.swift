/// Writes sheets as the bytes of an `.xlsx` file.
///
/// Each sheet has a first row that stays in sight, filters, and columns as wide as what they hold.
/// There is no time and no author in the file: the same sheets give the same bytes.
package enum WorkbookBytes {
  /// The bytes of a workbook with the given sheets, of which there is at least one.
  ///
  /// - Throws: `WorkbookFault.unwritable` where no spreadsheet could hold a table.
  /// - Complexity: O(characters of the tables).
  package static func write(_ sheets: [Sheet]) throws(WorkbookFault) -> [UInt8] {
    precondition(!sheets.isEmpty, "a workbook has a sheet")
    var shared = SharedTextWriter()
    var zip = ZipWriter()
    add("[Content_Types].xml", contentTypes(sheets.count), to: &zip)
    add("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]), to: &zip)
    add("xl/workbook.xml", workbook(sheets), to: &zip)
    add("xl/_rels/workbook.xml.rels", relations(parts(sheets.count)), to: &zip)
    add("xl/styles.xml", CellStyle.part, to: &zip)
    for (index, sheet) in sheets.enumerated() {
      let bytes = try SheetXML(sheet).bytes(&shared)
      zip.add("xl/worksheets/sheet\(index + 1).xml", Array(declaration.utf8) + bytes)
    }
    zip.add("xl/sharedStrings.xml", Array(declaration.utf8) + shared.part)
    return zip.finish()
  }

  private static let declaration =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

  private static func add(_ name: String, _ xml: String, to zip: inout ZipWriter) {
    zip.add(name, Array((declaration + xml).utf8))
  }

  private static func parts(_ sheets: Int) -> [(kind: String, target: String)] {
    (1...sheets).map { ("worksheet", "worksheets/sheet\($0).xml") }
      + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
  }

  private static func relations(_ list: [(kind: String, target: String)]) -> String {
    let items = list.enumerated().map { index, item in
      #"<Relationship Id="rId\#(index + 1)" Type="\#(Namespace.kinds)/\#(item.kind)""#
        + #" Target="\#(item.target)"/>"#
    }
    return #"<Relationships xmlns="\#(Namespace.relations)">\#(items.joined())</Relationships>"#
  }

  private static func contentTypes(_ sheets: Int) -> String {
    let base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let parts =
      [("workbook", "sheet.main"), ("styles", "styles"), ("sharedStrings", "sharedStrings")]
      + (1...sheets).map { ("worksheets/sheet\($0)", "worksheet") }
    let items = parts.map { name, kind in
      #"<Override PartName="/xl/\#(name).xml" ContentType="\#(base).\#(kind)+xml"/>"#
    }
    let package = "application/vnd.openxmlformats-package.relationships+xml"
    return #"<Types xmlns="\#(Namespace.contents)">"#
      + #"<Default Extension="rels" ContentType="\#(package)"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>\#(items.joined())</Types>"#
  }

  private static func workbook(_ sheets: [Sheet]) -> String {
    let list = sheets.enumerated().map { index, sheet in
      #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#
    }
    // Some programs look for the area of a filter only here.
    let filters = sheets.enumerated().map { index, sheet in
      #"<definedName name="_xlnm._FilterDatabase" localSheetId="\#(index)" hidden="1">"#
        + "'\(sheet.name)'!\(SheetXML(sheet).area)</definedName>"
    }
    return #"<workbook xmlns="\#(Namespace.main)" xmlns:r="\#(Namespace.kinds)">"#
      + "<sheets>\(list.joined())</sheets><definedNames>\(filters.joined())</definedNames>"
      + "</workbook>"
  }
}
