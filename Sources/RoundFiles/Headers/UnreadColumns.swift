/// Columns of which a table reads nothing, although something stands in them.
extension TableReader {
  /// Looks at the names of columns once the layout has asked for its own.
  func check<Table: TableLayout>(_ layout: Table, _ names: ColumnNames) {
    layout.check(header)
    // Where a column is missing that must be there, that is to be put right first.
    guard !Table.keepsFurther, header.missing.isEmpty else { return }
    let unread = header.further.filter { header.slip($0.name) == nil }
    for column in filled(unread) { noteUnread(column.name, names) }
  }

  private func noteUnread(_ name: String, _ names: ColumnNames) {
    if let column = names.column(byOtherName: name), names.isColumn(column) {
      header.add(
        .unreadColumn, name,
        expected: "one column for \(column), which is there; nothing of this one is read",
        severity: .note)
      return
    }
    let absent = header.absent
    let hint = absent.isEmpty ? "" : " (not there: \(absent.joined(separator: ", ")))"
    header.add(
      .unreadColumn, name,
      expected: "a column of \(names.table)\(hint); nothing of this one is read",
      maybe: names.column(like: name, among: absent, log: log), severity: .note)
  }

  /// Bytes in which cells are looked for; further down a name alone is enough.
  private static var sampleBytes: Int { 1 << 20 }

  /// Those of some columns that are not known to be blank in every row.
  private func filled(_ columns: [Column]) -> [Column] {
    guard !columns.isEmpty else { return [] }
    // The row at hand was either read ahead, or is no row of the table.
    var blank = columns.filter { !hasWaiting || isBlank($0.index, record) }
    var (supply, row, isCut) = sample
    while !blank.isEmpty, supply.next(&row) { blank.removeAll { !isBlank($0.index, row) } }
    return isCut
      ? columns : columns.filter { column in !blank.contains { $0.index == column.index } }
  }

  /// Rows from the next one on, apart from this reading: scanning undoes quotes in place.
  private var sample: (RowSupply, CellRow, isCut: Bool) {
    guard let scanner = supply.scanner else { return (supply, record, false) }
    let rest = bytes[scanner.position...].prefix(Self.sampleBytes)
    return (.scanner(scanner.atStart), CellRow(bytes: Array(rest)), rest.endIndex < bytes.count)
  }

  private func isBlank(_ index: Int, _ row: CellRow) -> Bool {
    guard index < row.cells.count else { return true }
    let cell = row.bytes[Int(row.cells[index].start)..<Int(row.cells[index].end)]
    return cell.allSatisfy { $0 <= ASCII.space }
      || String(decoding: cell, as: UTF8.self).trimmed().isEmpty
  }
}
