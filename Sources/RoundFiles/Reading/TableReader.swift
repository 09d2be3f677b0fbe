/// Walks over the rows of one table and reads their cells as values.
///
/// A cell that is wrong gives a finding, and a value that stands in for it, so that one pass finds
/// everything. A cell about which something was already said (its row has the wrong length, its
/// bytes are not text) gives nothing further.
///
/// It cannot be copied: a second owner of its bytes would make the scanner copy the whole file.
struct TableReader: ~Copyable {
  let file: String
  let log: FindingLog
  var header: Header
  /// Whether every row could be taken apart; if not, ids may be missing from this reading.
  private(set) var isComplete = true
  private(set) var scanner: CSVScanner
  private let isClean: Bool
  private let lineFeeds: Int
  private var isRagged = false
  private var faulty: [Int] = []
  private(set) var rowCount = 0

  /// Reads the first row; `nil`, after a finding, if there is none that could be read.
  static func open(file: String, text: consuming SourceText, log: FindingLog) -> TableReader? {
    guard !text.isUTF16 else {
      log.add(Finding(.notUTF8, file: file, expected: "text in UTF-8, not UTF-16"))
      return nil
    }
    var reader = TableReader(file: file, text: text, log: log)
    guard reader.readHeader() else { return nil }
    return reader
  }

  private init(file: String, text: consuming SourceText, log: FindingLog) {
    (self.file, self.log) = (file, log)
    (isClean, lineFeeds) = (text.isClean, text.lineFeeds)
    scanner = CSVScanner(text)
    header = Header(file: file, row: 1, names: [], log: log)
  }

  private mutating func readHeader() -> Bool {
    guard nextRecord() else {
      log.add(Finding(.emptyTable, file: file, expected: "a first row with the names of columns"))
      return false
    }
    guard scanner.cellCount <= SizeLimits.columns else {
      add(
        .tooManyColumns, value: String(scanner.cellCount),
        expected: "at most \(SizeLimits.columns) columns")
      return false
    }
    header = Header(
      file: file, row: scanner.line, names: scanner.cells.indices.map { string($0) }, log: log)
    checkCells()
    return true
  }

  /// Line in which the row starts.
  var row: Int { scanner.line }
  var bytes: [UInt8] { scanner.bytes }

  /// A bound on the number of rows: a row has a line end, and a separator between its cells.
  var rowBound: Int {
    min(lineFeeds + 1, scanner.bytes.count / max(1, header.names.count) + 1, SizeLimits.rows)
  }

  /// Moves to the next row that is not blank; `false` at the end of the table.
  mutating func next() -> Bool {
    guard !log.isFull(file), nextRecord() else {
      if log.isFull(file) { isComplete = false }
      return false
    }
    rowCount += 1
    guard rowCount <= SizeLimits.rows, rowCount * header.names.count <= SizeLimits.cells else {
      isComplete = false
      add(
        .tooManyRows, value: String(rowCount),
        expected: "at most \(SizeLimits.rows) rows and \(SizeLimits.cells) cells")
      return false
    }
    checkCells()
    return true
  }

  private mutating func nextRecord() -> Bool {
    while scanner.next() {
      if scanner.fault != nil { return true }
      for index in scanner.cells.indices where !range(index).isEmpty { return true }
    }
    return false
  }

  /// Finds what is wrong with the row before any cell is read.
  private mutating func checkCells() {
    if !faulty.isEmpty { faulty.removeAll() }
    let expected = header.names.count
    isRagged = scanner.cellCount != expected
    if let fault = scanner.fault {
      report(fault)
    } else if isRagged {
      add(
        .raggedRow, value: String(scanner.cellCount),
        expected: "\(expected) cells as in row \(header.row)")
    }
    guard !isClean else { return }
    for index in scanner.cells.indices {
      let cell = [UInt8](bytes[range(index)])
      let name = index < expected ? header.names[index] : nil
      if cell.contains(0) {
        add(.nulByte, name, value: string(index), expected: "text without NUL bytes")
      } else if !SourceText.isUTF8(cell) {
        add(.notUTF8, name, value: string(index), expected: "text in UTF-8")
      } else {
        continue
      }
      faulty.append(index)
    }
  }

  private mutating func report(_ fault: CSVScanner.Fault) {
    switch fault {
    case .openQuote(let cell):
      // The rest of the file is inside this cell: nothing is known about the rows in it.
      isComplete = false
      isRagged = true
      let name = cell < header.names.count ? header.names[cell] : nil
      add(.openQuote, name, value: firstLine(cell), expected: "a quote at the end of the cell")
    case .strayText(let cell):
      let name = cell < header.names.count ? header.names[cell] : nil
      add(
        .strayText, name, value: string(cell),
        expected: "nothing after a closing quote, and quotes inside a cell doubled")
      faulty.append(cell)
    }
  }

  private func firstLine(_ cell: Int) -> String {
    String(string(cell).prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" })
  }

  /// Adds a finding about the row at hand.
  func add(
    _ kind: FindingKind, _ column: String? = nil, value: String = "", expected: String,
    maybe: String? = nil, severity: Finding.Severity = .error
  ) {
    log.add(
      Finding(
        kind, file: file, row: row, column: column, value: value, expected: expected, maybe: maybe,
        severity: severity))
  }

  // MARK: Cells

  /// What a cell gives a reader.
  enum Cell {
    /// Something was already said about it.
    case faulty
    /// Not given.
    case empty
    case bytes(Range<Int>)
  }

  /// The cell of a column in the row at hand; `isKey` cells are given for ragged rows too, so that
  /// references to the row are not reported as well.
  func cell(_ column: Column, isKey: Bool = false) -> Cell {
    guard column.isPresent else { return column.isRequired ? .faulty : .empty }
    guard column.index < scanner.cells.count, !isRagged || isKey,
      faulty.isEmpty || !faulty.contains(column.index)
    else { return .faulty }
    let range = range(column.index)
    return range.isEmpty ? .empty : .bytes(range)
  }

  /// A value as a string, cut off where no value could be as long: what is done with a wrong one
  /// must not depend on its length.
  func string(_ range: Range<Int>) -> String { text(range.prefix(SizeLimits.valueBytes)) }

  func text(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range], as: UTF8.self)
  }

  private func string(_ cell: Int) -> String {
    cell < scanner.cells.count ? string(range(cell)) : ""
  }

  /// Where a cell's content lies: without blanks and line ends around it, and without the
  /// apostrophe that kept a spreadsheet from running it.
  private func range(_ cell: Int) -> Range<Int> {
    let range = trimmed(Int(scanner.cells[cell].start)..<Int(scanner.cells[cell].end))
    guard !range.isEmpty, scanner.bytes[range.lowerBound] == ASCII.apostrophe else { return range }
    return FormulaGuard.unguarded(scanner.bytes, range)
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    // Nearly every cell has nothing to be trimmed.
    guard start < end, Self.isBlank(scanner.bytes[start]) || Self.isBlank(scanner.bytes[end - 1])
    else { return range }
    while start < end, Self.isBlank(scanner.bytes[start]) { start += 1 }
    while end > start, Self.isBlank(scanner.bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= ASCII.space
      && (byte == ASCII.space || byte == ASCII.tab || byte == ASCII.lf || byte == ASCII.cr)
  }
}
