import MobilityModel

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
  /// Whether decimals stand after a comma in this round, and points may separate thousands.
  var usesDecimalComma = false
  /// What cells say of languages, which hardly ever differ from row to row.
  let knownSkills = CellCache<LanguageSkill?>()
  /// Whether every row could be taken apart; if not, ids may be missing from this reading.
  private(set) var isComplete = true
  private(set) var record: CellRow
  var supply: RowSupply
  let quality: TextQuality
  private let lineFeeds: Int
  /// Whether an apostrophe at the start of a cell may keep the rest from being run as a formula.
  ///
  /// Sheets tell text from formulas by other means.
  private let isGuarded: Bool
  /// Whether the row at hand was read ahead and is still to come.
  private(set) var hasWaiting = false
  private var isRagged = false
  private var faulty: [Int] = []
  var rowCount = 0

  /// Finds the row with the names of columns; `nil`, after a finding, if there is none that could
  /// be read.
  static func open(
    file: String, content: consuming TableContent, names: ColumnNames, options: ReadingOptions,
    beside others: CodePageOfRound? = nil, log: FindingLog
  ) -> TableReader? {
    var reader: TableReader
    let titleRows: Int
    switch consume content {
    case .file(let bytes):
      let opened = OpenedFile(bytes, names: names, options: options, beside: others)
      titleRows = opened.shape.titleRows
      reader = TableReader(file: file, opened, log: log)
    case .grid(let grid):
      let walk = GridWalk(grid)
      reader = TableReader(file: file, grid, log: log)
      titleRows = ShapeSearch(names: names, named: nil).titleRows(walk, reader.record)
    }
    guard reader.readHeader(titleRows, names) else { return nil }
    return reader
  }

  private init(file: String, _ opened: consuming OpenedFile, log: FindingLog) {
    (self.file, self.log) = (file, log)
    let shape = opened.shape
    quality = TextQuality(of: opened.text, opened.encoding)
    lineFeeds = opened.text.lineFeeds
    isGuarded = true
    supply = .scanner(
      CSVScanner(start: shape.start, line: shape.line, separator: shape.separator))
    header = Header(file: file, row: 1, names: [], log: log)
    record = CellRow(bytes: [])
    note(opened)
    record.bytes = opened.text.bytes
  }

  private init(file: String, _ grid: consuming CellGrid, log: FindingLog) {
    (self.file, self.log) = (file, log)
    (quality, lineFeeds) = (TextQuality(of: SourceText(grid.text), .utf8), grid.rowCount)
    isGuarded = false
    record = CellRow(bytes: grid.text)
    supply = .grid(GridWalk(grid))
    header = Header(file: file, row: 1, names: [], log: log)
  }

  /// Takes a piece of a table, whose columns are known; its rows count from 1.
  init(_ bytes: [UInt8], of table: TableOfPieces, log: FindingLog) {
    (file, self.log) = (table.file, log)
    (quality, lineFeeds, isGuarded) = (table.quality, 0, true)
    usesDecimalComma = table.usesDecimalComma
    header = Header(file: table.file, row: table.headerRow, names: table.columns, log: log)
    supply = .scanner(table.scanner)
    record = CellRow(bytes: bytes)
  }

  private mutating func readHeader(_ titleRows: Int, _ names: ColumnNames) -> Bool {
    for row in 0...titleRows {
      guard nextRecord() else {
        log.add(
          Finding(.emptyTable, file: file, expected: "a first row with the names of columns"))
        return false
      }
      guard row < titleRows else { break }
      add(
        .readTitle, value: string(0), expected: "the names of columns; this row was passed over",
        severity: .note)
    }
    guard record.filledCount <= SizeLimits.columns else {
      add(
        .tooManyColumns, value: String(record.filledCount),
        expected: "at most \(SizeLimits.columns) columns")
      return false
    }
    var width = record.filledCount
    while width > 0, range(width - 1).isEmpty { width -= 1 }
    header = Header(
      file: file, row: record.line, names: (0..<width).map { string($0) }, known: names, log: log)
    supply.widen(to: width)
    checkCells()
    passOverMarks()
    return true
  }

  /// Steps over a second row that says of each column whether it is mandatory and how it is
  /// written, as the Beneficiary Module has it.
  private mutating func passOverMarks() {
    guard nextRecord() else { return }
    let cells = record.cells.indices.map { string($0) }
    guard FormatMarks.areMarks(cells) else {
      hasWaiting = true
      return
    }
    add(
      .readMarks, value: cells.first { !$0.isEmpty } ?? "",
      expected: "a row of the table; this one describes columns and was passed over",
      severity: .note)
  }

  /// Line in which the row starts.
  var row: Int { record.line }
  var bytes: [UInt8] { record.bytes }

  /// A bound on the number of rows: a row has a line end, and a separator between its cells.
  var rowBound: Int {
    min(lineFeeds + 1, record.bytes.count / max(1, header.names.count) + 1, SizeLimits.rows)
  }

  /// Moves to the next row that is not blank; `false` at the end of the table.
  mutating func next() -> Bool {
    guard !log.isFull(file), hasWaiting || nextRecord() else {
      if log.isFull(file) { isComplete = false }
      return false
    }
    hasWaiting = false
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
    while supply.next(&record) {
      if record.fault != nil { return true }
      for index in record.cells.indices where !range(index).isEmpty { return true }
    }
    return false
  }

  /// Finds what is wrong with the row before any cell is read.
  private mutating func checkCells() {
    if !faulty.isEmpty { faulty.removeAll() }
    let expected = header.names.count
    isRagged = width(atLeast: expected) != expected
    if let fault = record.fault {
      report(fault)
    } else if isRagged {
      add(
        .raggedRow, value: String(width(atLeast: expected)),
        expected: "\(expected) cells as in row \(header.row)")
    }
    guard quality.isDoubtful else { return }
    for index in record.cells.indices {
      let name = index < expected ? header.names[index] : nil
      if !checkCharacters(range(index), name) { faulty.append(index) }
    }
  }

  /// Number of cells without the blank ones at the end of the row, but not fewer than `least` where
  /// the row has them.
  private func width(atLeast least: Int) -> Int {
    guard record.cellCount > least else { return record.cellCount }
    var width = record.filledCount
    while width > least, width <= record.cells.count, range(width - 1).isEmpty { width -= 1 }
    return max(width, least)
  }

  private mutating func report(_ fault: CellRow.Fault) {
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
    maybe: String? = nil, readAs: String? = nil, severity: Finding.Severity = .error
  ) {
    log.add(
      Finding(
        kind, file: file, row: row > 0 ? row : nil, column: column, value: value,
        expected: expected, maybe: maybe, readAs: readAs, severity: severity))
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
    guard column.index < record.cells.count, !isRagged || isKey,
      faulty.isEmpty || !faulty.contains(column.index)
    else { return .faulty }
    let range = range(column.index)
    return range.isEmpty ? .empty : .bytes(range)
  }

  /// Where the content of every cell of the row lies; rows of a wrong length have more or fewer
  /// cells than there are columns.
  var cellRanges: [Range<Int>] { (0..<width(atLeast: header.names.count)).map { range($0) } }

  /// A value as a string, cut off where no value could be as long: what is done with a wrong one
  /// must not depend on its length.
  func string(_ range: Range<Int>) -> String { text(range.prefix(SizeLimits.valueBytes)) }

  func text(_ range: Range<Int>) -> String {
    String(decoding: record.bytes[range], as: UTF8.self)
  }

  private func string(_ cell: Int) -> String {
    cell < record.cells.count ? string(range(cell)) : ""
  }

  /// Where a cell's content lies: without blanks and line ends around it, and without the
  /// apostrophe that kept a spreadsheet from running it.
  private func range(_ cell: Int) -> Range<Int> {
    let range = trimmed(Int(record.cells[cell].start)..<Int(record.cells[cell].end))
    guard isGuarded, !range.isEmpty, record.bytes[range.lowerBound] == ASCII.apostrophe else {
      return range
    }
    return FormulaGuard.unguarded(record.bytes, range)
  }
}
