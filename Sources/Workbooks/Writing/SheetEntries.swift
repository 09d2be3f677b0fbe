import RoundFiles

/// The drop-downs, checks and hints of a sheet's columns as XML.
struct SheetEntries {
  private let sheet: Sheet
  /// Letters of the columns.
  private let names: [String]

  init(_ sheet: Sheet, _ names: [String]) { (self.sheet, self.names) = (sheet, names) }

  /// The element, or nothing where no column has any.
  var xml: String {
    let list = zip(sheet.table.columns, names).compactMap { column, name in
      item(sheet.entries[column], sheet.hints[column], column, name)
    }
    guard !list.isEmpty else { return "" }
    return #"<dataValidations count="\#(list.count)">\#(list.joined())</dataValidations>"#
  }

  /// Characters that spreadsheets show of a hint, and of its title.
  private static let hintLength = 255
  private static let titleLength = 32

  private func item(
    _ entry: CellEntry?, _ hint: String?, _ column: String, _ name: String
  ) -> String? {
    guard entry != nil || hint != nil else { return nil }
    var attributes = #"allowBlank="1" sqref="\#(name)2:\#(name)\#(WorkbookLimits.rows)""#
    if let hint {
      attributes +=
        #" showInputMessage="1" promptTitle="\#(column.prefix(Self.titleLength))""#
        + #" prompt="\#(Self.escaped(String(hint.prefix(Self.hintLength))))""#
    }
    guard let entry else { return "<dataValidation \(attributes)/>" }
    return #"<dataValidation \#(entry.test) showErrorMessage="1" \#(attributes)>"#
      + "<formula1>\(Self.escaped(entry.formula))</formula1></dataValidation>"
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CellEntry {
  fileprivate var test: String {
    switch self {
    case .words, .firstColumn: #"type="list""#
    case .whole: #"type="whole" operator="greaterThanOrEqual""#
    case .decimal: #"type="decimal" operator="greaterThanOrEqual""#
    case .date: #"type="date" operator="greaterThanOrEqual""#
    }
  }

  fileprivate var formula: String {
    switch self {
    case .words(let words): "\"" + words.joined(separator: ",") + "\""
    // As many rows as have an id, so that the list has no blank end.
    case .firstColumn(let sheet):
      "OFFSET('\(sheet)'!$A$2,0,0,MAX(1,COUNTA('\(sheet)'!$A:$A)-1),1)"
    case .whole: "0"
    case .decimal: "-1000000000000"
    case .date: "61"
    }
  }
}
