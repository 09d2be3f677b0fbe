/// A table with what scenarios bring, as a part of a sweep writes it.
struct SweepTable: TableLayout {
  static let name = "sweep"

  let scenario, status, inputs: Column

  init(_ header: inout Header) {
    scenario = header.required("scenario")
    status = header.required("status")
    inputs = header.required("inputs")
  }

  func check(_ header: Header) { if !header.missing.isEmpty { header.check() } }
}

/// Reads the parts of a sweep.
package enum SweepReader {
  package enum Reading {
    /// The table as it stands, every row with the row of the file.
    case part(Table, lines: [Int])
    case findings([Finding])
    case missing(path: String)
  }

  /// Reads one part as texts.
  package static func read(path: String) -> Reading {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let log = FindingLog()
    do {
      let opened = TableReader.open(
        file: file, content: .file(try FileBytes.read(path)),
        names: ColumnNames(of: SweepTable.self, book: HeaderBook()), options: ReadingOptions(),
        log: log)
      guard var reader = opened else { return .findings(log.findings) }
      SweepTable(&reader.header).check(reader.header)
      var table = Table(columns: reader.header.names)
      var lines: [Int] = []
      let columns = table.columns.enumerated().map { Column(name: $1, index: $0) }
      while reader.next() {
        table.rows.append(columns.map { reader.text($0) })
        lines.append(reader.row)
      }
      return log.hasErrors ? .findings(log.findings) : .part(table, lines: lines)
    } catch .missing {
      return .missing(path: path)
    } catch {
      return .findings([error.finding(file: file, log: log)])
    }
  }
}
