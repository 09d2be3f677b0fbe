/// Splits the bytes of a CSV file into rows and cells, as RFC 4180 has them.
///
/// A line ends in LF, CR LF or CR. A cell that starts with a quote runs to the next single quote
/// and may hold separators, line ends and doubled quotes. Nothing is copied: a cell is a range of
/// the file's bytes, and doubled quotes are undone in place, where a cell can only shrink.
///
/// - Complexity: O(bytes) time over all rows.
struct CSVScanner {
  /// Offset of the row that comes next, and its line.
  private(set) var position: Int
  private(set) var nextLine: Int
  private let separator: UInt8

  /// Starts at the offset of a line.
  init(start: Int, line: Int, separator: Separator) {
    position = start
    nextLine = line
    self.separator = separator.byte
  }

  /// A scanner of the same kind of file at its first line.
  var atStart: CSVScanner {
    var scanner = self
    (scanner.position, scanner.nextLine) = (0, 1)
    return scanner
  }

  /// Steps over rows that were read elsewhere.
  mutating func skip(bytes: Int, lines: Int) {
    position += bytes
    nextLine += lines
  }

  /// Moves to the next row of `row.bytes`; `false` at the end of the file.
  mutating func next(_ row: inout CellRow) -> Bool {
    guard position < row.bytes.count else { return false }
    row.begin(line: nextLine)
    repeat {
      if position < row.bytes.count, row.bytes[position] == ASCII.quote {
        scanQuoted(&row)
      } else {
        scanPlain(row.bytes, &row.found)
      }
    } while endCell(row)
    return true
  }

  /// Adds cells until a line ends, or a cell starts with a quote.
  ///
  /// Eight bytes at a time: a table's cells are so short that often more than one ends in them.
  private mutating func scanPlain(_ text: [UInt8], _ cells: inout CellRow.Cells) {
    var start = position
    var index = position
    let bytes = text.span
    let words = bytes.bytes
    while index + 8 <= bytes.count {
      let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      var ends = endsOfPlain(in: UInt64(littleEndian: word))
      while ends != 0 {
        guard endPlain(bytes, index + ends.trailingZeroBitCount / 8, &start, &cells) else { return }
        ends &= ends &- 1
      }
      index += 8
    }
    while index < bytes.count {
      guard endPlain(bytes, index, &start, &cells) else { return }
      index += 1
    }
    cells.append(start, bytes.count)
    position = bytes.count
  }

  /// Adds the cell from `start` on if it ends at an offset; whether another one without quotes may
  /// follow, or goes on.
  @inline(__always)
  private mutating func endPlain(
    _ bytes: Span<UInt8>, _ end: Int, _ start: inout Int, _ cells: inout CellRow.Cells
  ) -> Bool {
    let byte = bytes[end]
    guard byte == separator || byte == ASCII.lf || byte == ASCII.cr else { return true }
    cells.append(start, end)
    start = end + 1
    position = end
    return byte == separator && (start == bytes.count || bytes[start] != ASCII.quote)
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
