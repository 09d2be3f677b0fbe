import RoundFiles

/// The stable ids of what can be wrong with a workbook, beside what can be wrong with any table;
/// `docs/workbooks.md` says what each means.
package enum WorkbookFindingKind: String, Hashable, Sendable, CaseIterable {
  case notAWorkbook = "not-a-workbook"
  case lockedWorkbook = "locked-workbook"
  case damagedWorkbook = "damaged-workbook"
  case documentType = "document-type"
  case workbookTooLarge = "workbook-too-large"
  case duplicateSheet = "duplicate-sheet"
  case errorCell = "error-cell"
  case noValue = "no-value"
  case badCellNumber = "bad-cell-number"
}

extension Finding {
  init(
    _ kind: WorkbookFindingKind, file: String, row: Int? = nil, column: String? = nil,
    value: String = "", expected: String, maybe: String? = nil
  ) {
    self.init(
      kind.rawValue, file: file, row: row, column: column, value: Self.clipped(value),
      expected: expected, maybe: maybe)
  }
}

extension WorkbookFault {
  /// What to say of a file that cannot be read as a workbook.
  func finding(file: String) -> Finding {
    switch self {
    case .otherFormat(let format):
      Finding(
        .notAWorkbook, file: file, value: format.name, expected: "a workbook of the format .xlsx",
        maybe: format.way)
    case .locked:
      Finding(.lockedWorkbook, file: file, expected: "a workbook without a password")
    case .damaged(let part, let what):
      Finding(.damagedWorkbook, file: file, value: part, expected: what)
    case .documentType(let part):
      Finding(.documentType, file: file, value: part, expected: "parts without a document type")
    case .tooLarge(let part, let limit):
      Finding(.workbookTooLarge, file: file, value: part, expected: "at most \(limit)")
    case .unwritable(let sheet, let limit):
      Finding(.workbookTooLarge, file: file, value: sheet, expected: "at most \(limit)")
    }
  }
}

extension WorkbookFault {
  /// The fault in a line, for a finding that has no other place for it.
  package var words: String {
    let finding = finding(file: "")
    return "expected \(finding.expected)" + (finding.value.isEmpty ? "" : " in \(finding.value)")
  }
}

extension WorkbookFault.OtherFormat {
  fileprivate var name: String {
    switch self {
    case .oldExcel: "Excel 97-2003 or locked with a password"
    case .binaryExcel: "Excel binary workbook"
    case .openDocument: "OpenDocument spreadsheet"
    case .unknown: ""
    }
  }

  fileprivate var way: String? {
    switch self {
    case .unknown: nil
    case .oldExcel: "save it as .xlsx, without a password"
    case .binaryExcel, .openDocument: "save it as .xlsx"
    }
  }
}

/// Collects what is wrong with single cells of one sheet.
final class CellFindings {
  enum Fault {
    /// The word that the spreadsheet shows in place of a value.
    case error([UInt8])
    /// The formula.
    case noValue([UInt8])
    case number([UInt8])
  }

  private let file: String
  private let log: FindingLog

  init(file: String, log: FindingLog) { (self.file, self.log) = (file, log) }

  /// Adds a finding about a cell; rows count from 1 and columns from 0.
  ///
  /// - Returns: what stands in the cell in place of a value.
  func add(_ fault: Fault, _ row: Int, _ column: Int) -> String {
    let place = Self.letters(column)
    return switch fault {
    case .error(let bytes): add(.errorCell, row, place, bytes, "a value, not an error")
    case .noValue(let bytes):
      add(
        .noValue, row, place, [0x3D] + bytes,
        "a value beside the formula; a spreadsheet program computes it when it saves the workbook")
    case .number(let bytes): add(.badCellNumber, row, place, bytes, "a number, or a day from 1900")
    }
  }

  private func add(
    _ kind: WorkbookFindingKind, _ row: Int, _ column: String, _ bytes: [UInt8], _ expected: String
  ) -> String {
    let value = String(decoding: bytes.prefix(SizeLimits.valueBytes), as: UTF8.self)
    log.add(
      Finding(kind, file: file, row: row, column: column, value: value, expected: expected))
    return value
  }

  /// A column as spreadsheets name it: `A`, `Z`, `AA`.
  static func letters(_ column: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}
