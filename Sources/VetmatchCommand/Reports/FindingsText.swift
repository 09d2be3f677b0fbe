import MobilityModel
import RoundFiles

/// Findings of one kind, with all their places.
struct FindingGroup {
  var severity: Finding.Severity
  var kind: String
  /// In the order of tables and rows.
  var findings: [Finding]

  /// What to do about it, in a sentence.
  var advice: String? { findings.first?.advice }

  /// The groups in the order in which their first finding stands, errors before notes.
  ///
  /// Of the notes, text that was not UTF-8 comes first: only a person sees whether names are right.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    let groups = [Finding.Severity.error, .note].flatMap { severity in
      grouped(findings.filter { $0.severity == severity }, by: \.kind).map { kind, members in
        FindingGroup(severity: severity, kind: kind, findings: members)
      }
    }
    let errors = groups.filter { $0.severity == .error }
    let notes = groups.filter { $0.severity == .note }
    return errors + notes.filter(\.isLoud) + notes.filter { !$0.isLoud }
  }

  private var isLoud: Bool { findings.contains(where: \.isLoud) }

  var json: JSONText.Value {
    [
      "severity": .string(severity.rawValue),
      "kind": .string(kind),
      "count": .integer(findings.count),
      "files": .array(grouped(findings, by: \.file).map { .string($0.0) }),
      "advice": .text(advice),
    ]
  }
}

/// Findings as a person reads them: errors first, then notes; of each kind how many there are, the
/// first places, what was expected, and what to do.
struct FindingsText {
  let findings: [Finding]

  /// Places that are shown of each kind.
  private static let places = 6

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
    FindingGroup.groups(of: findings).flatMap { lines(of: $0, style) }
  }

  private func lines(of group: FindingGroup, _ style: Style) -> [String] {
    let isError = group.severity == .error
    let name = isError ? style.bad(group.kind) : style.warning("note " + group.kind)
    let shown = group.findings.prefix(Self.places)
    var lines = ["", "\(name)  \(counted(group.findings.count, "time", "times"))"]
    for (expected, findings) in grouped(Array(shown), by: \.expected) {
      lines += wrapped("expected \(expected)".printable, indent: 2)
      lines += places(findings).map { "    " + $0 }
    }
    let rest = group.findings.count - shown.count
    if rest > 0 { lines.append(style.faint("    and \(rest.grouped) more; --findings lists all")) }
    if let advice = group.advice { lines += wrapped(advice, indent: 2).map { style.faint($0) } }
    return lines
  }

  private func places(_ findings: [Finding]) -> [String] {
    var table = TextTable([.left, .left, .left, .left])
    for finding in findings {
      table.add([
        finding.file + (finding.row.map { " row \($0)" } ?? ""), finding.column ?? "",
        finding.value.isEmpty ? "" : "\"\(finding.value)\"",
        finding.maybe.map { "maybe \($0)" } ?? finding.readAs.map { "read as \($0)" } ?? "",
      ])
    }
    return table.lines(width: .max)
  }
}

/// Findings as a table, one a row.
enum FindingTable {
  static func table(of findings: [Finding]) -> Table {
    Table(
      columns: [
        "severity", "kind", "file", "row", "column", "value", "expected", "maybe", "read_as",
        "advice",
      ],
      rows: findings.map { finding in
        [
          finding.severity.rawValue, finding.kind, finding.file,
          finding.row.map(String.init) ?? "", finding.column ?? "", finding.value,
          finding.expected, finding.maybe ?? "", finding.readAs ?? "",
          finding.advice ?? "",
        ]
      }, idColumns: ["severity", "kind", "row"])
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
