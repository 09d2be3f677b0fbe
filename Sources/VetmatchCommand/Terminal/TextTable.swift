/// A small table for a screen: columns as wide as their widest cell.
struct TextTable {
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private let gap: String
  private var rows: [[String]] = []

  /// Makes an empty table with `gap` spaces between its columns.
  init(_ alignments: [Alignment], gap: Int = 2) {
    self.alignments = alignments
    self.gap = String(repeating: " ", count: gap)
  }

  /// Adds a row; cells beyond the known columns are not shown.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(\.printable))
  }

  /// The table's lines without trailing blanks, each at most `width` characters.
  func lines(width: Int = 80) -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { line(of: $0, widths: widths).clipped(to: width) }
  }

  private func line(of row: [String], widths: [Int]) -> String {
    var cells: [String] = []
    for (column, cell) in row.enumerated() where column < widths.count {
      switch alignments[column] {
      case .left: cells.append(cell.rightPadded(to: widths[column]))
      case .right: cells.append(cell.leftPadded(to: widths[column]))
      }
    }
    var line = cells.joined(separator: gap)
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Lines of two blocks next to each other, three spaces apart.
func sideBySide(_ left: [String], _ right: [String]) -> [String] {
  let column = (left.map(\.count).max() ?? 0) + 3
  return (0..<max(left.count, right.count)).map { index in
    let first = index < left.count ? left[index] : ""
    guard index < right.count, !right[index].isEmpty else { return first }
    return first.rightPadded(to: column) + right[index]
  }
}
