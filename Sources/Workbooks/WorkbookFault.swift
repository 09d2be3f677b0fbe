/// Why a file cannot be read as a workbook, or a table not be written as one.
package enum WorkbookFault: Error, Hashable, Sendable {
  /// The bytes are those of something else.
  case otherFormat(OtherFormat)
  /// The workbook can only be opened with a password.
  case locked
  /// A part is not as the format has it; `what` says how, as a phrase.
  case damaged(part: String, what: String)
  /// A part declares a document type, with which a few bytes could stand for gigabytes.
  case documentType(part: String)
  /// A part holds more than is read, as a phrase: `1,000,000 bytes`.
  case tooLarge(part: String, limit: String)
  /// A sheet cannot hold a table, as a phrase of what it can hold.
  case unwritable(sheet: String, limit: String)

  /// What people send instead of a workbook of the format `.xlsx`.
  package enum OtherFormat: Hashable, Sendable {
    /// Also what an `.xlsx` looks like that is locked with a password.
    case oldExcel
    case binaryExcel
    case openDocument
    case unknown
  }
}

/// What a workbook may hold at most, beyond the limits of a table.
enum WorkbookLimits {
  /// Bytes of all parts, unpacked; parts are read in pieces, so this bounds time, not memory.
  static let unpackedBytes = 512 << 20
  /// Bytes of the texts that the cells of all sheets share.
  static let sharedBytes = 256 << 20
  static let parts = 10_000
  static let sheets = 1_000
  static let styles = 65_536
  /// Elements within each other.
  static let depth = 256
  /// Bytes of one tag with its attributes.
  static let tagBytes = 1 << 20
  /// Rows of a sheet, as the format has it.
  static let rows = 1_048_576
  /// UTF-16 code units of a cell's text, as spreadsheets have it.
  static let cellCharacters = 32_767
}
