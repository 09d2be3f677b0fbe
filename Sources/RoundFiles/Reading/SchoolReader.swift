package import MobilityModel

/// What reading a table of schools gave.
package enum SchoolReading: Sendable {
  /// The schools in the order of their ids; `notes` are findings that do not stop a run.
  case schools([School], notes: [Finding])
  case findings([Finding])
  /// There is no such file.
  case missing(path: String)
}

/// Reads the schools among which twins are sought.
package enum SchoolReader {
  /// Reads a CSV file, with all of its findings in one pass, and the further names of columns that a
  /// file `headers.csv` beside it has.
  ///
  /// - Complexity: O(bytes) expected.
  package static func read(
    path: String, options: ReadingOptions = ReadingOptions()
  ) -> SchoolReading {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    do {
      let content = TableContent.file(try FileBytes.read(path))
      return read(
        content, file: file, beside: try? RoundFolder(folder), options: options)
    } catch .missing {
      return .missing(path: path)
    } catch {
      return .findings([error.finding(file: file, log: FindingLog())])
    }
  }

  /// Reads a table from wherever it comes; findings call it `file`.
  ///
  /// The further names of columns are those of `source`.
  package static func read(
    _ content: TableContent, file: String, beside source: (any TableSource)? = nil,
    options: ReadingOptions = ReadingOptions()
  ) -> SchoolReading {
    let log = FindingLog(limit: options.findingLimit)
    let book = source.map { headers($0, options, log) } ?? HeaderBook()
    let names = ColumnNames(of: SchoolsTable.self, book: book)
    // Schools name each other, so that all ids have to be known before the first row is read.
    var index = IdIndex(noun: "a school")
    var places: [Int] = []
    walk(content, file, names, options, .silent) { layout, table in
      _ = table.key(layout.school, into: &index)
      places.append(places.count)
    }
    index.sort(&places)
    var own = IdIndex(noun: "a school")
    var rows: [(school: School, line: Int)] = []
    walk(content, file, names, options, log) { layout, table in
      let id = table.key(layout.school, into: &own)
      rows.append((layout.row(id, table, index), table.row))
    }
    own.sort(&rows)
    if !log.hasErrors { SchoolChecks(rows: rows, file: file, log: log).run() }
    let findings = log.findings.map { finding in
      finding.file == HeadersTable.file ? source.map { finding.placed(in: $0) } ?? finding : finding
    }
    return log.hasErrors ? .findings(findings) : .schools(rows.map(\.school), notes: findings)
  }

  private static func headers(
    _ source: any TableSource, _ options: ReadingOptions, _ log: FindingLog
  ) -> HeaderBook {
    var builder = RoundBuilder(source, options, log)
    builder.readHeaders()
    return builder.headers
  }

  private static func walk(
    _ content: TableContent, _ file: String, _ names: ColumnNames, _ options: ReadingOptions,
    _ log: FindingLog, _ body: (SchoolsTable, borrowing TableReader) -> Void
  ) {
    guard
      var table = TableReader.open(
        file: file, content: content, names: names, options: options, log: log)
    else { return }
    let layout = SchoolsTable(&table.header)
    table.check(layout, names)
    while table.next() { body(layout, table) }
  }
}

/// What can only be asked of schools once all of them are known.
private struct SchoolChecks {
  let rows: [(school: School, line: Int)]
  let file: String
  let log: FindingLog

  func run() {
    for row in rows {
      checkSides(of: row.school.wishes, "wishes", row)
      checkSides(of: row.school.agreed, "agreed", row)
      checkSides(of: row.school.refused, "refused", row)
    }
    if log.hasErrors { return }
    for (place, row) in rows.enumerated() { checkAgreed(of: place, row) }
  }

  private func checkSides(of others: [Int], _ column: String, _ row: (school: School, line: Int)) {
    for other in others where rows[other].school.side == row.school.side {
      add(
        .unknownId, row.line, column, rows[other].school.id, "the id of a school of the other side")
    }
  }

  private func checkAgreed(of place: Int, _ row: (school: School, line: Int)) {
    let agreed = Set(
      row.school.agreed + rows.indices.filter { rows[$0].school.agreed.contains(place) })
    if agreed.count > row.school.mostTwins {
      add(
        .outOfRange, row.line, "twins", String(row.school.mostTwins),
        "at least \(agreed.count), as many twins as are agreed")
    }
    for other in row.school.refused where agreed.contains(other) {
      add(
        .duplicateId, row.line, "refused", rows[other].school.id,
        "a school that is not agreed as well")
    }
  }

  private func add(
    _ kind: FindingKind, _ line: Int, _ column: String, _ value: String, _ expected: String
  ) {
    log.add(
      Finding(kind, file: file, row: line, column: column, value: value, expected: expected))
  }
}
