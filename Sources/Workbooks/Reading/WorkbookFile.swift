package import RoundFiles

/// A workbook that was opened: the names of its sheets, and whatever their cells share.
///
/// Only the directory, the list of sheets, the styles and the shared texts are read at first; a
/// sheet is unpacked when its cells are asked for.
package struct WorkbookFile {
  /// Names of the sheets with cells, in the workbook's order.
  package let sheets: [String]
  private let archive: ZipArchive
  private let entry: [String: ZipArchive.Entry]
  private let shared: SharedTexts
  private let formats: CellFormats
  private let from1904: Bool

  /// Opens the bytes of an `.xlsx` file.
  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    if let format = Self.otherFormat(bytes) { throw .otherFormat(format) }
    archive = try ZipArchive(bytes)
    if archive["content.xml"] != nil { throw .otherFormat(.openDocument) }
    if archive["EncryptedPackage"] != nil { throw .locked }
    let main = try Relations(of: "", in: archive).target(ofKind: "officeDocument")
    guard let main, let workbook = archive[main] else {
      throw .otherFormat(.unknown)
    }
    if main.hasSuffix(".bin") { throw .otherFormat(.binaryExcel) }
    let list = try SheetList(workbook, in: archive)
    let relations = try Relations(of: main, in: archive)
    (sheets, entry) = Self.sheets(list, relations, archive)
    from1904 = list.countsFrom1904
    formats = try CellFormats(
      relations.target(ofKind: "styles").flatMap { [archive] in archive[$0] }, in: archive)
    shared = try SharedTexts(
      relations.target(ofKind: "sharedStrings").flatMap { [archive] in archive[$0] }, in: archive)
  }

  /// The cells of a sheet as texts; cells without a value are reported to `log` under `file`, and have
  /// what stands in its place.
  ///
  /// - Complexity: O(bytes of the sheet, unpacked) time, memory for its texts.
  package func grid(ofSheet name: String, file: String, log: FindingLog) throws(WorkbookFault)
    -> CellGrid
  {
    guard let entry = entry[name] else { return CellGrid() }
    let content = SheetContent(
      part: entry.name, shared: shared, formats: formats, from1904: from1904,
      findings: CellFindings(file: file, log: log))
    try archive.read(entry, as: content)
    return content.grid
  }

  private static func sheets(
    _ list: SheetList, _ relations: Relations, _ archive: ZipArchive
  ) -> ([String], [String: ZipArchive.Entry]) {
    var names: [String] = []
    var entries: [String: ZipArchive.Entry] = [:]
    for sheet in list.sheets {
      // Sheets of charts and of macros have no cells.
      guard let relation = relations.relation[sheet.relation], relation.kind == "worksheet",
        let entry = archive[relation.target], entries[sheet.name] == nil
      else { continue }
      names.append(sheet.name)
      entries[sheet.name] = entry
    }
    return (names, entries)
  }

  /// What bytes are that do not start like a zip file.
  private static func otherFormat(_ bytes: [UInt8]) -> WorkbookFault.OtherFormat? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldExcel }
    return bytes.starts(with: [0x50, 0x4B]) ? nil : .unknown
  }
}
