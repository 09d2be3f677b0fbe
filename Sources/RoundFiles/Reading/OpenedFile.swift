/// A CSV file made ready to be scanned: its text in UTF-8, its separator, where it starts.
struct OpenedFile: ~Copyable {
  var text: SourceText
  let encoding: TextEncoding
  let shape: FileShape
  /// Whether every row was one quoted cell.
  let isPacked: Bool

  /// Finds out how bytes are to be read.
  ///
  /// - Complexity: O(bytes), and a look at the first rows for each separator that may be meant.
  init(
    _ bytes: consuming [UInt8], names: ColumnNames, options: ReadingOptions,
    beside others: CodePageOfRound?
  ) {
    let decoded = TextDecoding.read(
      bytes, as: options.encoding, beside: others, threads: options.threads)
    encoding = decoded.encoding
    let search = ShapeSearch(names: names, named: options.separator)
    let shape = search.shape(of: decoded.text)
    if !shape.namesColumns, let rows = PackedRows.unpacked(decoded.text) {
      let inside = SourceText(rows)
      let found = search.shape(of: inside)
      if found.namesColumns {
        (text, self.shape, isPacked) = (inside, found, true)
        return
      }
    }
    (text, self.shape, isPacked) = (decoded.text, shape, false)
  }
}

extension TableReader {
  /// Says what was done to a file before its first row could be read.
  func note(_ file: borrowing OpenedFile) {
    if file.encoding != .utf8 { note(file.encoding, file.text) }
    if file.isPacked {
      add(
        .readPacked, expected: "cells, not whole rows each in one cell; the rows were taken apart",
        severity: .note)
    }
    guard file.shape.separator != .comma else { return }
    add(
      .readSeparator, value: file.shape.separator.rawValue,
      expected: "commas between cells; \(file.shape.separator.rawValue) found",
      severity: .note)
  }

  private func note(_ encoding: TextEncoding, _ text: borrowing SourceText) {
    let words = text.firstWords(3)
    let sample = words.isEmpty ? "" : ", as in " + words.joined(separator: ", ")
    add(
      .readEncoding, value: encoding.rawValue,
      expected: "text in UTF-8; read as \(encoding.rawValue)\(sample): see whether names are right",
      severity: .note)
  }
}

extension SourceText {
  /// The first words that are not plain ASCII, by which a person sees whether a text is right.
  func firstWords(_ count: Int) -> [String] {
    let isPlain: (UInt8) -> Bool = { !($0 >= 0x80 || ASCII.isUpper($0) || ASCII.isLower($0)) }
    let words = bytes.lazy.split(whereSeparator: isPlain).filter { word in
      word.count <= 40 && word.contains { $0 >= 0x80 }
    }
    return words.prefix(count).map { String(decoding: $0, as: UTF8.self) }
  }
}
