/// Collects the findings of all tables of one reading.
///
/// A class, because readers of different tables add to the same log while they own a table's
/// bytes; a finding is rare, so nothing hot goes through it.
final class FindingLog {
  private(set) var findings: [Finding] = []
  private(set) var hasErrors = false
  /// Values in filters that need not be there, but should be; judged when all tables are read.
  var uses: [ValueUse] = []
  /// Work that may still be spent on near misses, in candidates compared.
  ///
  /// A file in which everything is wrong must not cost the square of its size.
  private var nearMissBudget = 5_000_000
  private var countOfFile: [String: Int] = [:]

  /// Whether so much is wrong with a file that reading it on is of no use.
  func isFull(_ file: String) -> Bool { countOfFile[file, default: 0] > SizeLimits.findings }

  func add(_ finding: Finding) {
    let count = countOfFile[finding.file, default: 0]
    guard count <= SizeLimits.findings else { return }
    countOfFile[finding.file] = count + 1
    findings.append(count < SizeLimits.findings ? finding : Self.last(after: finding))
    if findings[findings.count - 1].severity == .error { hasErrors = true }
  }

  /// Takes `count` comparisons from the budget; `false` once it is spent.
  func spend(_ count: Int) -> Bool {
    guard nearMissBudget >= count else { return false }
    nearMissBudget -= count
    return true
  }

  private static func last(after finding: Finding) -> Finding {
    Finding(
      .tooManyFindings, file: finding.file, row: finding.row,
      expected: "at most \(SizeLimits.findings) findings in a file; the rest is not listed")
  }
}

extension Finding {
  init(
    _ kind: FindingKind, file: String, row: Int? = nil, column: String? = nil, value: String = "",
    expected: String, maybe: String? = nil, severity: Severity = .error
  ) {
    self.init(
      kind.rawValue, file: file, row: row, column: column, value: Self.clipped(value),
      expected: expected, maybe: maybe, severity: severity)
  }

  private static func clipped(_ value: String) -> String {
    let head = value.prefix(SizeLimits.valueCharacters)
    return head.endIndex == value.endIndex ? value : head + "…"
  }
}
