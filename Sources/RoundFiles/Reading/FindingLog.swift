/// Collects the findings of all tables of one reading.
///
/// A class, because readers of different tables add to the same log while they own a table's
/// bytes; a finding is rare, so nothing hot goes through it.
package final class FindingLog {
  package private(set) var findings: [Finding] = []
  package private(set) var hasErrors = false
  /// Number of findings that were added, those that are not listed too.
  private(set) var count = 0
  /// What was read in another way than it is written, by file; only where that is asked for.
  private(set) var repairs: [String: [Repair]] = [:]
  let keepsRepairs: Bool
  private let isSilent: Bool
  /// Values in filters that need not be there, but should be; judged when all tables are read.
  private(set) var uses: [ValueUse] = []
  /// Work that may still be spent on near misses, in candidates compared.
  ///
  /// A file in which everything is wrong must not cost the square of its size.
  private var nearMissBudget = 2_000_000
  /// Errors, and notes, kept of one file.
  let limit: Int
  private var counts: [Source: Int] = [:]
  private var fullFiles: Set<String> = []

  /// Errors and notes of a file are counted apart, so that many notes hide no error.
  private struct Source: Hashable {
    var file: String
    var severity: Finding.Severity
  }

  package init(limit: Int = SizeLimits.findings) {
    (self.limit, keepsRepairs, isSilent) = (limit, false, false)
  }

  /// Makes a log that also keeps what has to be written anew, however much of it there is.
  static func keepingRepairs(limit: Int) -> FindingLog {
    FindingLog(limit: limit, keepsRepairs: true, isSilent: false)
  }

  /// Makes a log for a second reading, of which everything was said in the first.
  static var silent: FindingLog { FindingLog(limit: 0, keepsRepairs: false, isSilent: true) }

  /// Makes a log for a piece of a table, whose findings ``add(_:rows:bytes:)`` puts where they belong.
  static func ofPiece(limit: Int, keepsRepairs: Bool) -> FindingLog {
    FindingLog(limit: limit, keepsRepairs: keepsRepairs, isSilent: false)
  }

  private init(limit: Int, keepsRepairs: Bool, isSilent: Bool) {
    (self.limit, self.keepsRepairs, self.isSilent) = (limit, keepsRepairs, isSilent)
  }

  func add(_ repair: Repair, of file: String) {
    if keepsRepairs { repairs[file, default: []].append(repair) }
  }

  /// Whether so much is wrong with a file that reading it on is of no use.
  package func isFull(_ file: String) -> Bool { !fullFiles.isEmpty && fullFiles.contains(file) }

  package func add(_ finding: Finding) {
    count += 1
    guard !isSilent else { return }
    let source = Source(file: finding.file, severity: finding.severity)
    let listed = counts[source, default: 0]
    guard listed <= limit else { return }
    counts[source] = listed + 1
    if finding.severity == .error { hasErrors = true }
    guard listed == limit else {
      findings.append(finding)
      return
    }
    findings.append(last(instead: finding))
    if finding.severity == .error { fullFiles.insert(finding.file) }
  }

  /// What a log holds, which threads can hand to each other.
  struct Content: Sendable {
    var findings: [Finding]
    var uses: [ValueUse]
    var repairs: [String: [Repair]]
  }

  var content: Content { Content(findings: findings, uses: uses, repairs: repairs) }

  func add(_ use: ValueUse) {
    if uses.count < limit { uses.append(use) }
  }

  /// Adds what a log for a piece holds, which starts so many rows and bytes into its table.
  func add(_ piece: FindingLog.Content, rows: Int, bytes: Int) {
    for var finding in piece.findings {
      finding.row = finding.row.map { $0 + rows }
      add(finding)
    }
    for var use in piece.uses {
      use.row += rows
      add(use)
    }
    for (file, list) in piece.repairs {
      for var repair in list {
        repair.row += rows
        repair.start += Int32(truncatingIfNeeded: bytes)
        repair.end += Int32(truncatingIfNeeded: bytes)
        add(repair, of: file)
      }
    }
  }

  /// Takes `count` comparisons from the budget; `false` once it is spent.
  func spend(_ count: Int) -> Bool {
    guard nearMissBudget >= count else { return false }
    nearMissBudget -= count
    return true
  }

  private func last(instead finding: Finding) -> Finding {
    Finding(
      .tooManyFindings, file: finding.file, row: finding.row,
      expected: "at most \(limit) of a file; the rest is not listed",
      severity: finding.severity)
  }
}

extension Finding {
  init(
    _ kind: FindingKind, file: String, row: Int? = nil, column: String? = nil, value: String = "",
    expected: String, maybe: String? = nil, readAs: String? = nil, severity: Severity = .error
  ) {
    self.init(
      kind.rawValue, file: file, row: row, column: column.map(Self.clipped),
      value: Self.clipped(value), expected: expected, maybe: maybe,
      readAs: readAs.map(Self.clipped), severity: severity)
  }

  /// A value cut off where a finding keeps no more of it.
  package static func clipped(_ value: String) -> String {
    // No text has more characters than bytes, which need not be told apart to be counted.
    guard value.utf8.count > SizeLimits.valueCharacters else { return value }
    let head = value.prefix(SizeLimits.valueCharacters)
    return head.endIndex == value.endIndex ? value : head + "…"
  }
}
