/// Splits the bytes of a CSV file into rows and cells, as RFC 4180 has them.
///
/// A line ends in LF, CR LF or CR. A cell that starts with a quote runs to the next single quote
/// and may hold separators, line ends and doubled quotes. Nothing is copied: a cell is a range of
/// the file's bytes, and doubled quotes are undone in place, where a cell can only shrink.
///
/// - Complexity: O(bytes) time over all rows.
struct CSVScanner {
  private var position: Int
  private var nextLine: Int
  private let separator: UInt8
  /// No byte above it ends a cell, so that one comparison passes nearly every byte.
  private let highest: UInt8

  /// Starts at the offset of a line.
  init(start: Int, line: Int, separator: Separator) {
    position = start
    nextLine = line
    self.separator = separator.byte
    highest = max(separator.byte, ASCII.cr)
  }

  /// Moves to the next row of `row.bytes`; `false` at the end of the file.
  mutating func next(_ row: inout CellRow) -> Bool {
    guard position < row.bytes.count else { return false }
    row.begin(line: nextLine)
    repeat {
      if position < row.bytes.count, row.bytes[position] == ASCII.quote {
        scanQuoted(&row)
      } else {
        scanPlain(&row)
      }
    } while endCell(row)
    return true
  }

  private mutating func scanPlain(_ row: inout CellRow) {
    let start = position
    position = endOfPlain(row.bytes.span, from: start)
    row.append(start, position)
  }

  /// Where a cell without quotes ends.
  private func endOfPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let words = bytes.bytes
    while index + 8 <= bytes.count {
      let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let ends = endsOfPlain(in: UInt64(littleEndian: word))
      guard ends == 0 else { return index + ends.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= highest, byte == separator || byte == ASCII.lf || byte == ASCII.cr { break }
      index += 1
    }
    return index
  }

  /// A bit in each byte that ends a cell, and perhaps in some above the lowest of them.
  private func endsOfPlain(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return ByteCount.zeros(word ^ (ones &* UInt64(separator)))
      | ByteCount.zeros(word ^ (ones &* UInt64(ASCII.lf)))
      | ByteCount.zeros(word ^ (ones &* UInt64(ASCII.cr)))
  }

  private mutating func scanQuoted(_ row: inout CellRow) {
    let start = position + 1
    var index = start
    var end = start
    var isClosed = false
    while index < row.bytes.count {
      let byte = row.bytes[index]
      if byte == ASCII.quote {
        guard index + 1 < row.bytes.count, row.bytes[index + 1] == ASCII.quote else {
          isClosed = true
          break
        }
        index += 1
      } else if byte == ASCII.lf || (byte == ASCII.cr && !isLineFeed(index + 1, row)) {
        nextLine += 1
      }
      if end != index { row.bytes[end] = byte }
      end += 1
      index += 1
    }
    position = isClosed ? index + 1 : index
    if !isClosed { row.fault = .openQuote(cell: row.cellCount) }
    row.append(start, end)
    if isClosed { skipStrayText(&row) }
  }

  private mutating func skipStrayText(_ row: inout CellRow) {
    let start = position
    var isBlank = true
    while position < row.bytes.count {
      let byte = row.bytes[position]
      if byte == separator || byte == ASCII.lf || byte == ASCII.cr { break }
      if byte != ASCII.space && byte != ASCII.tab { isBlank = false }
      position += 1
    }
    if position > start, !isBlank, row.fault == nil {
      row.fault = .strayText(cell: row.cellCount - 1)
    }
  }

  /// Steps over what ends a cell; whether another cell of the same row follows.
  private mutating func endCell(_ row: borrowing CellRow) -> Bool {
    guard position < row.bytes.count else { return false }
    let byte = row.bytes[position]
    position += 1
    if byte == separator { return true }
    if byte == ASCII.cr, isLineFeed(position, row) { position += 1 }
    nextLine += 1
    return false
  }

  private func isLineFeed(_ index: Int, _ row: borrowing CellRow) -> Bool {
    index < row.bytes.count && row.bytes[index] == ASCII.lf
  }
}
