import Selection

/// Every way to pick options in a tiny problem that counts can complete.
///
/// Counts are not enumerated with the options: those that share no row are settled apart from
/// each other, and a count that stands alone takes the least value that its rows allow.
struct SelectionEnumeration {
  private let problem: SelectionProblem
  /// Rows without counts, and rows of each set of counts that hang together.
  private var plainRows: [SelectionProblem.Row] = []
  private var parts: [(counts: [Int], rows: [SelectionProblem.Row])] = []

  init(_ problem: SelectionProblem) {
    self.problem = problem
    var part = Array(0..<problem.columnCount)
    func root(_ column: Int) -> Int {
      var column = column
      while part[column] != column { column = part[column] }
      return column
    }
    func counts(_ row: SelectionProblem.Row) -> [Int] {
      row.terms.map(\.column).filter { problem.slot[$0] < 0 }
    }
    for row in problem.rows {
      for count in counts(row) { part[root(count)] = root(counts(row)[0]) }
    }
    plainRows = problem.rows.filter { counts($0).isEmpty }
    let free = (0..<problem.columnCount).filter { problem.slot[$0] < 0 }
    for first in free where root(first) == first {
      parts.append(
        (
          free.filter { root($0) == first },
          problem.rows.filter { row in counts(row).contains { root($0) == first } }
        ))
    }
  }

  /// Calls `body` with the values of all columns, the counts at their cheapest.
  func forEach(_ body: ([Int]) -> Void) {
    var value = Array(repeating: 0, count: problem.columnCount)
    pick(slot: 0, &value, body)
  }

  private func pick(slot: Int, _ value: inout [Int], _ body: ([Int]) -> Void) {
    guard slot < problem.slots.count else {
      if plainRows.allSatisfy({ Self.keeps($0, value) }), let whole = settled(value) { body(whole) }
      return
    }
    if !problem.slots[slot].isRequired { pick(slot: slot + 1, &value, body) }
    for option in problem.slots[slot].options {
      value[option] = 1
      pick(slot: slot + 1, &value, body)
      value[option] = 0
    }
  }

  /// The values with the counts filled in; `nil` if they cannot be.
  private func settled(_ value: [Int]) -> [Int]? {
    var value = value
    for part in parts {
      let isSettled =
        part.counts.count == 1
        ? settle(part.counts[0], part.rows, &value) : settle(part.counts, part.rows, &value)
      if !isSettled { return nil }
    }
    return value
  }

  private func settle(_ count: Int, _ rows: [SelectionProblem.Row], _ value: inout [Int]) -> Bool {
    var (low, high) = (problem.lower[count], problem.upper[count])
    for row in rows {
      var coefficient = 0
      var rest = 0
      for term in row.terms {
        if term.column == count {
          coefficient = term.coefficient
        } else {
          rest += term.coefficient * value[term.column]
        }
      }
      // Only rows with a coefficient of 1 or -1, or a count of 0 or 1, need be told apart here.
      for candidate in [row.lower.map { ($0 - rest, true) }, row.upper.map { ($0 - rest, false) }] {
        guard let (bound, isLower) = candidate else { continue }
        if isLower == (coefficient > 0) {
          low = max(low, ceiling(bound, coefficient))
        } else {
          high = min(high, floor(bound, coefficient))
        }
      }
    }
    value[count] = low
    return low <= high
  }

  private func floor(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor != 0 && (value < 0) != (divisor < 0) ? quotient - 1 : quotient
  }

  private func ceiling(_ value: Int, _ divisor: Int) -> Int { -floor(-value, divisor) }

  private func settle(
    _ counts: [Int], _ rows: [SelectionProblem.Row], _ value: inout [Int]
  ) -> Bool {
    guard let first = counts.first else { return rows.allSatisfy { Self.keeps($0, value) } }
    for candidate in problem.lower[first]...problem.upper[first] {
      value[first] = candidate
      if settle(Array(counts.dropFirst()), rows, &value) { return true }
    }
    return false
  }

  private static func keeps(_ row: SelectionProblem.Row, _ value: [Int]) -> Bool {
    var sum = 0
    for term in row.terms { sum += term.coefficient * value[term.column] }
    return (row.lower ?? .min) <= sum && sum <= (row.upper ?? .max)
  }
}
