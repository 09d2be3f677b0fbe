import RoundFiles

/// Findings as lines for a screen: by table, then by what was expected, each with its row.
struct FindingsText {
  let findings: [Finding]

  /// What findings have in common when they stand under one heading.
  private struct Heading: Hashable {
    var severity: Finding.Severity
    var kind: String
    var column: String?
    var expected: String

    init(_ finding: Finding) {
      severity = finding.severity
      kind = finding.kind
      column = finding.column
      expected = finding.expected
    }
  }

  /// One line that says how much was found, as in `3 errors and 1 note in 2 files`.
  var title: String {
    let errors = findings.count { $0.severity == .error }
    let notes = findings.count - errors
    var parts: [String] = []
    if errors > 0 { parts.append(counted(errors, "error", "errors")) }
    if notes > 0 { parts.append(counted(notes, "note", "notes")) }
    let files = Set(findings.map(\.file)).count
    return parts.joined(separator: " and ") + " in \(counted(files, "file", "files"))"
  }

  func lines(style: Style) -> [String] {
    grouped(findings, by: \.file).flatMap { file, inFile in
      ["", style.bold(file.printable)]
        + grouped(inFile, by: Heading.init).flatMap { lines(of: $1, under: $0, style) }
    }
  }

  private func lines(of findings: [Finding], under heading: Heading, _ style: Style) -> [String] {
    let label =
      heading.severity == .error ? style.bad(heading.kind) : style.warning("note " + heading.kind)
    let column = heading.column.map { ", column \($0)" } ?? ""
    let title = "  \(label)\(column): expected \(heading.expected)"
    var table = TextTable([.left, .left, .left])
    for finding in findings where !finding.placeIsTheFile {
      table.add([
        finding.row.map { "row \($0)" } ?? "", finding.value.isEmpty ? "" : "\"\(finding.value)\"",
        finding.maybe.map { "maybe \($0)" } ?? "",
      ])
    }
    return [title] + table.lines(width: .max).map { "    " + $0 }
  }
}

/// Elements by key, the keys in the order in which they are first met.
func grouped<Element, Key: Hashable>(
  _ elements: [Element], by key: (Element) -> Key
) -> [(Key, [Element])] {
  var order: [Key] = []
  var members: [Key: [Element]] = [:]
  for element in elements {
    let key = key(element)
    if members[key] == nil { order.append(key) }
    members[key, default: []].append(element)
  }
  return order.map { ($0, members[$0] ?? []) }
}

extension Finding {
  /// Whether there is nothing to say about it but that the table has it.
  fileprivate var placeIsTheFile: Bool { row == nil && value.isEmpty && maybe == nil }
}
