import MobilityModel
import RoundFiles

/// Writes one sheet as XML.
struct SheetXML {
  let sheet: Sheet
  private let kinds: [CellKind]
  private let names: [String]

  init(_ sheet: Sheet) {
    self.sheet = sheet
    kinds = sheet.table.columns.map { sheet.kinds[$0] ?? .text }
    names = sheet.table.columns.indices.map(CellFindings.letters)
  }

  /// The content of the sheet's part; the texts of its cells go to `shared`.
  ///
  /// - Throws: `WorkbookFault.unwritable` where no spreadsheet could hold the table.
  func bytes(_ shared: inout SharedTextWriter) throws(WorkbookFault) -> [UInt8] {
    try check()
    var result = Array(head.utf8)
    appendHeader(&result, &shared)
    for (index, row) in sheet.table.rows.enumerated() {
      try append(row, number: index + 2, &result, &shared)
    }
    result += tail.utf8
    return result
  }

  /// The cells that hold the table, such as `$A$1:$I$100`.
  var area: String {
    "$A$1:$\(names.last ?? "A")$\(sheet.table.rows.count + 1)"
  }

  private func check() throws(WorkbookFault) {
    let rows = WorkbookLimits.rows - 1
    guard sheet.table.rows.count <= rows else {
      throw .unwritable(sheet: sheet.name, limit: "\(rows) rows below the first one")
    }
  }

  // MARK: Around the cells

  private var head: String {
    let columns = zip(kinds, widths).enumerated().map { index, column in
      #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(column.1)" customWidth="1""#
        + #" style="\#(CellStyle(column.0).rawValue)"/>"#
    }
    return """
      <worksheet xmlns="\(Namespace.main)">\
      <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
      <sheetViews><sheetView workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
      </sheetView></sheetViews>\
      <cols>\(columns.joined())</cols><sheetData>
      """
  }

  private var tail: String {
    let filter = area.replacing("$", with: "")
    return """
      </sheetData><autoFilter ref="\(filter)"/>\(SheetEntries(sheet, names).xml)\
      <pageSetup orientation="landscape" fitToHeight="0"/></worksheet>
      """
  }

  /// Widths in characters: room for the widest cell, within what fits a screen, and for the
  /// button of the filter beside the name.
  private var widths: [Int] {
    var widths = sheet.table.columns.map { $0.utf8.count + 4 }
    for row in sheet.table.rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        // Bytes are never fewer than characters, which are dearer to count.
        guard cell.utf8.count + 2 > widths[index] else { continue }
        widths[index] = max(widths[index], cell.unicodeScalars.count + 2)
      }
    }
    return widths.map { min($0, 60) }
  }

  // MARK: Cells

  private func appendHeader(_ result: inout [UInt8], _ shared: inout SharedTextWriter) {
    result += #"<row r="1">"#.utf8
    for (name, column) in zip(names, sheet.table.columns) {
      append(column, .header, "\(name)1", &result, &shared)
    }
    result += "</row>".utf8
  }

  private func append(
    _ row: [String], number: Int, _ result: inout [UInt8], _ shared: inout SharedTextWriter
  ) throws(WorkbookFault) {
    let place = String(number)
    result += "<row r=\"".utf8
    result += place.utf8
    result += "\">".utf8
    for (index, cell) in row.enumerated() where !cell.isEmpty && index < names.count {
      try append(cell, kinds[index], names[index] + place, &result, &shared)
    }
    result += "</row>".utf8
  }

  private func append(
    _ cell: String, _ kind: CellKind, _ place: String, _ result: inout [UInt8],
    _ shared: inout SharedTextWriter
  ) throws(WorkbookFault) {
    if let value = Self.value(cell, kind) {
      return Self.append(value, CellStyle(kind), "\"><v>", place, &result)
    }
    let limit = WorkbookLimits.cellCharacters
    // Code units are never more than bytes, which cost nothing to count.
    guard cell.utf8.count <= limit || cell.utf16.count <= limit else {
      throw .unwritable(sheet: sheet.name, limit: "\(limit) characters in cell \(place)")
    }
    append(cell, FormulaGuard.isRisky(cell) ? .quoted : .text, place, &result, &shared)
  }

  private func append(
    _ cell: String, _ style: CellStyle, _ place: String, _ result: inout [UInt8],
    _ shared: inout SharedTextWriter
  ) {
    Self.append(String(shared.index(of: cell)), style, "\" t=\"s\"><v>", place, &result)
  }

  /// Adds a cell whose start tag ends with `type`.
  private static func append(
    _ value: String, _ style: CellStyle, _ type: String, _ place: String, _ result: inout [UInt8]
  ) {
    result += "<c r=\"".utf8
    result += place.utf8
    result += "\" s=\"".utf8
    result.append(0x30 + UInt8(style.rawValue))
    result += type.utf8
    result += value.utf8
    result += "</v></c>".utf8
  }

  /// The number that stands for a cell; `nil` where only its text says exactly the same.
  private static func value(_ cell: String, _ kind: CellKind) -> String? {
    switch kind {
    case .text: nil
    case .whole, .decimal: CellNumber.isExact(cell) ? cell : nil
    case .date: Day(iso: cell).flatMap(CellNumber.serial).map(String.init)
    }
  }
}
