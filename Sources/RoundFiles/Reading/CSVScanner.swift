/// Splits the bytes of a CSV file into records and cells, as RFC 4180 has them.
///
/// A line ends in LF, CR LF or CR. A cell that starts with a quote runs to the next single quote
/// and may hold separators, line ends and doubled quotes. Nothing is copied: a cell is a range of
/// the file's bytes, and doubled quotes are undone in place, where a cell can only shrink.
///
/// - Complexity: O(bytes) time over all records, O(cells of a record) memory beside the file.
struct CSVScanner {
  /// Offsets of a cell's content; `Int32` holds them because `SizeLimits.fileBytes` is below 2^31.
  struct Cell: Equatable {
    var start: Int32
    var end: Int32
  }

  /// What is wrong with the quotes of a record; `cell` counts from 0.
  enum Fault: Equatable {
    case openQuote(cell: Int)
    case strayText(cell: Int)
  }

  private(set) var bytes: [UInt8]
  /// Cells of the record, at most `cellLimit` of them.
  private(set) var cells: [Cell] = []
  /// Number of cells of the record, those over the limit too.
  private(set) var cellCount = 0
  /// Line in which the record starts, counted from 1.
  private(set) var line = 0
  private(set) var fault: Fault?
  private var position: Int
  private var nextLine = 1
  private let cellLimit: Int

  init(_ text: consuming SourceText, cellLimit: Int = SizeLimits.columns + 1) {
    position = text.start
    bytes = text.bytes
    self.cellLimit = cellLimit
  }

  /// Moves to the next record; `false` at the end of the file.
  mutating func next() -> Bool {
    guard position < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    cellCount = 0
    fault = nil
    line = nextLine
    repeat {
      if position < bytes.count, bytes[position] == ASCII.quote {
        scanQuoted()
      } else {
        scanPlain()
      }
    } while endCell()
    return true
  }

  private mutating func scanPlain() {
    let start = position
    position = Self.endOfPlain(bytes.span, from: start)
    append(start, position)
  }

  /// Where a cell without quotes ends.
  private static func endOfPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      // One comparison passes nearly every byte: all that ends a cell is below "-".
      if byte <= ASCII.comma, byte == ASCII.comma || byte == ASCII.lf || byte == ASCII.cr { break }
      index += 1
    }
    return index
  }

  private mutating func scanQuoted() {
    let start = position + 1
    var index = start
    var end = start
    var isClosed = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == ASCII.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == ASCII.quote else {
          isClosed = true
          break
        }
        index += 1
      } else if byte == ASCII.lf || (byte == ASCII.cr && !isLineFeed(index + 1)) {
        nextLine += 1
      }
      if end != index { bytes[end] = byte }
      end += 1
      index += 1
    }
    position = isClosed ? index + 1 : index
    if !isClosed { fault = .openQuote(cell: cellCount) }
    append(start, end)
    if isClosed { skipStrayText() }
  }

  private mutating func skipStrayText() {
    let start = position
    var isBlank = true
    while position < bytes.count {
      let byte = bytes[position]
      if byte == ASCII.comma || byte == ASCII.lf || byte == ASCII.cr { break }
      if byte != ASCII.space && byte != ASCII.tab { isBlank = false }
      position += 1
    }
    if position > start, !isBlank, fault == nil { fault = .strayText(cell: cellCount - 1) }
  }

  /// Steps over what ends a cell; whether another cell of the same record follows.
  private mutating func endCell() -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    position += 1
    if byte == ASCII.comma { return true }
    if byte == ASCII.cr, isLineFeed(position) { position += 1 }
    nextLine += 1
    return false
  }

  private func isLineFeed(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] == ASCII.lf
  }

  private mutating func append(_ start: Int, _ end: Int) {
    cellCount += 1
    guard cells.count < cellLimit else { return }
    cells.append(Cell(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
  }
}

/// The few characters that the format itself is made of.
package enum ASCII {
  package static let tab: UInt8 = 0x09
  package static let lf: UInt8 = 0x0A
  package static let cr: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  package static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  package static let minus: UInt8 = 0x2D
  package static let point: UInt8 = 0x2E
  static let colon: UInt8 = 0x3A
  static let equals: UInt8 = 0x3D
  static let at: UInt8 = 0x40
  static let bar: UInt8 = 0x7C

  @inlinable package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// Whether a byte may stand in an id: letters, digits, point, underscore and minus.
  static func isOfId(_ byte: UInt8) -> Bool {
    isDigit(byte) || isUpper(byte) || isLower(byte) || byte == minus || byte == point
      || byte == 0x5F
  }

  static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
