/// How a file separates its cells, and where it starts.
struct FileShape {
  var separator = Separator.comma
  /// Rows above the one with the names of columns; blank rows are not counted.
  var titleRows = 0
  /// Offset of the first row, and its line.
  var start = 0
  var line = 1

  fileprivate var score = 0

  /// Whether a row was found that names columns of the table.
  var namesColumns: Bool { score > 0 }
}

/// Looks for the row with the names of columns, and so for the separator.
///
/// Only a row that names columns of the table can tell: addresses hold commas, lists semicolons.
struct ShapeSearch {
  let names: ColumnNames
  let named: Separator?

  /// Rows that may stand above the names.
  private static let rowLimit = 30
  /// Bytes in which the names must stand.
  private static let sampleBytes = 1 << 16

  /// The shape of a text; that of a plain file where nothing tells another one.
  func shape(of text: borrowing SourceText) -> FileShape {
    var base = FileShape(separator: named ?? .comma, start: text.start)
    // The sample is a copy, because scanning undoes quotes in place.
    let sample = Array(text.bytes[text.start...].prefix(Self.sampleBytes))
    if let hint = separatorHint(sample) {
      base.start += hint.length
      base.line = 2
      if named == nil { base.separator = hint.separator }
      return best(base, [base.separator], in: Array(sample[hint.length...])) ?? base
    }
    return best(base, named.map { [$0] } ?? Separator.allCases, in: sample) ?? base
  }

  /// The number of rows above the names of a grid.
  func titleRows(_ walk: GridWalk, _ row: CellRow) -> Int {
    var (walk, row) = (walk, row)
    return search(&row) { walk.next(&$0) }?.index ?? 0
  }

  private func best(
    _ base: FileShape, _ separators: [Separator], in sample: [UInt8]
  ) -> FileShape? {
    var best: FileShape?
    for separator in separators {
      var scanner = CSVScanner(start: 0, line: 1, separator: separator)
      var row = CellRow(bytes: sample)
      guard let found = search(&row, { scanner.next(&$0) }), found.score > best?.score ?? 0 else {
        continue
      }
      best = FileShape(
        separator: separator, titleRows: found.index, start: base.start, line: base.line,
        score: found.score)
      if found.isComplete { break }
    }
    return best
  }

  /// The row that names most columns, by its place among rows that are not blank.
  private func search(
    _ row: inout CellRow, _ next: (inout CellRow) -> Bool
  ) -> (index: Int, score: Int, isComplete: Bool)? {
    var best: (index: Int, score: Int, isComplete: Bool)?
    var index = 0
    while index < Self.rowLimit, next(&row) {
      let cells = row.texts
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      if names.isComplete(cells) { return (index, .max, true) }
      let score = names.score(cells)
      if score > best?.score ?? 1 { best = (index, score, false) }
      index += 1
    }
    return best
  }

  /// The separator that spreadsheets name in a first line of its own: `sep=;`.
  private func separatorHint(_ sample: [UInt8]) -> (separator: Separator, length: Int)? {
    guard sample.count > 5, sample.prefix(4).map(ASCII.lowercased) == Array("sep=".utf8),
      let separator = Separator.allCases.first(where: { $0.byte == sample[4] })
    else { return nil }
    switch (sample[5], sample.count > 6 ? sample[6] : 0) {
    case (ASCII.cr, ASCII.lf): return (separator, 7)
    case (ASCII.cr, _), (ASCII.lf, _): return (separator, 6)
    default: return nil
    }
  }
}

extension CellRow {
  /// The cells as text, blanks around them left out and none longer than a value may be.
  var texts: [String] {
    cells.prefix(SizeLimits.columns).map { cell in
      let range = (Int(cell.start)..<Int(cell.end)).prefix(SizeLimits.valueBytes)
      return String(decoding: bytes[range], as: UTF8.self).trimmed()
    }
  }
}
