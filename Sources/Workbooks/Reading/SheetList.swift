/// The sheets that a workbook names, and the calendar by which it counts days.
final class SheetList: XMLContent {
  struct Sheet {
    var name: String
    /// Id of the reference to its part.
    var relation: String
  }

  private(set) var sheets: [Sheet] = []
  /// Whether days count from 1904, as in workbooks of old Macintoshes.
  private(set) var countsFrom1904 = false

  init(_ entry: ZipArchive.Entry, in archive: ZipArchive) throws(WorkbookFault) {
    try archive.read(entry, as: self)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheet":
      guard let title = attributes["name"], let id = attributes["id"] else { return }
      guard sheets.count < WorkbookLimits.sheets else {
        throw .tooLarge(part: "workbook.xml", limit: "\(WorkbookLimits.sheets) sheets")
      }
      sheets.append(Sheet(name: title, relation: id))
    default: return
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
