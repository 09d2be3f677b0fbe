/// What fills the row at hand.
enum RowSupply {
  case scanner(CSVScanner)
  case grid(GridWalk)

  /// `nil` where rows do not lie in a file one after the other.
  var scanner: CSVScanner? {
    guard case .scanner(let scanner) = self else { return nil }
    return scanner
  }

  mutating func skip(bytes: Int, lines: Int) {
    guard case .scanner(var scanner) = self else { return }
    scanner.skip(bytes: bytes, lines: lines)
    self = .scanner(scanner)
  }

  mutating func next(_ row: inout CellRow) -> Bool {
    switch self {
    case .scanner(var scanner):
      defer { self = .scanner(scanner) }
      return scanner.next(&row)
    case .grid(var walk):
      defer { self = .grid(walk) }
      return walk.next(&row)
    }
  }

  /// Makes every row as wide as the header: a sheet leaves out blank cells at the end of a row.
  mutating func widen(to count: Int) {
    guard case .grid(var walk) = self else { return }
    walk.width = count
    self = .grid(walk)
  }
}
