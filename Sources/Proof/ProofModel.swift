/// The problem and the plan that a certificate speaks of.
package struct ProofModel: Sendable {
  /// The SHA-256 of every table that the problem was made from, with the table's name.
  package private(set) var inputs: [(sha256: String, file: String)] = []
  /// Names of the tiers in their order.
  package private(set) var tierNames: [String] = []
  /// Values of the plan by tier, constants included.
  package private(set) var values: [Int] = []
  /// Value of each column in the plan.
  package private(set) var plan: [Int] = []
  /// The bytes of the certificate that hold the problem, from `columns` to the line before `plan`.
  package private(set) var problemBytes = 0..<0
  private(set) var columnNames: [String] = []
  private(set) var lower: [Int] = []
  private(set) var upper: [Int] = []
  private(set) var rowNames: [String] = []
  private(set) var rows = ProofRows()
  /// Costs of the tiers, as rows.
  private(set) var costs = ProofRows()
  private(set) var constants: [Int] = []

  /// Reads everything up to the steps, and checks the plan.
  init(_ scanner: inout ProofScanner) throws(ProofFault) {
    try scanner.expect("vetmatch-proof")
    guard try scanner.nextNumber() == 1 else {
      throw scanner.fault(.malformed(expected: "version 1"))
    }
    try scanner.endLine()
    while scanner.starts(with: "input") { try readInput(&scanner) }
    let start = scanner.offset
    for _ in 0..<(try scanner.count("columns")) { try readColumn(&scanner) }
    for _ in 0..<(try scanner.count("rows")) {
      rowNames.append(try scanner.word())
      rows.append(
        lower: try scanner.nextBound(), upper: try scanner.nextBound(),
        terms: try terms(&scanner))
    }
    for _ in 0..<(try scanner.count("tiers")) {
      tierNames.append(try scanner.word())
      constants.append(try scanner.nextNumber())
      costs.append(lower: nil, upper: nil, terms: try terms(&scanner))
    }
    problemBytes = start..<scanner.offset
    try readPlan(&scanner)
    try checkPlan(scanner)
  }

  private mutating func readInput(_ scanner: inout ProofScanner) throws(ProofFault) {
    try scanner.expect("input")
    try scanner.space()
    let hash = try scanner.word()
    try scanner.space()
    let name = try scanner.skipLine()
    inputs.append((hash, String(decoding: name, as: UTF8.self)))
  }

  private mutating func readColumn(_ scanner: inout ProofScanner) throws(ProofFault) {
    columnNames.append(try scanner.word())
    let (low, high) = (try scanner.nextNumber(), try scanner.nextNumber())
    guard low <= high else { throw scanner.fault(.malformed(expected: "a range")) }
    lower.append(low)
    upper.append(high)
    try scanner.endLine()
  }

  /// Pairs of a column and a coefficient up to the end of the line, columns rising.
  private func terms(_ scanner: inout ProofScanner) throws(ProofFault) -> [(Int32, Int)] {
    var terms: [(Int32, Int)] = []
    var last = -1
    while !scanner.isAtLineEnd {
      let column = try scanner.nextNumber()
      guard column > last, column < lower.count else {
        throw scanner.fault(.unknownColumn(column))
      }
      last = column
      terms.append((Int32(column), try scanner.nextNumber()))
    }
    try scanner.endLine()
    return terms
  }

  private mutating func readPlan(_ scanner: inout ProofScanner) throws(ProofFault) {
    plan = Array(repeating: 0, count: lower.count)
    var last = -1
    for _ in 0..<(try scanner.count("plan")) {
      let column = try scanner.number()
      guard column > last, column < plan.count else {
        throw scanner.fault(.unknownColumn(column))
      }
      last = column
      plan[column] = try scanner.nextNumber()
      try scanner.endLine()
    }
    try scanner.expect("values")
    for _ in tierNames { values.append(try scanner.nextNumber()) }
    try scanner.endLine()
  }

  private func checkPlan(_ scanner: ProofScanner) throws(ProofFault) {
    for column in plan.indices
    where plan[column] < lower[column] || plan[column] > upper[column] {
      throw scanner.fault(.planBreaksColumn(columnNames[column]))
    }
    for row in 0..<rows.count {
      guard let sum = rows.activity(row, plan) else { throw scanner.fault(.numberTooLarge) }
      if sum < rows.lower[row] ?? .min || sum > rows.upper[row] ?? .max {
        throw scanner.fault(.planBreaksRow(rowNames[row]))
      }
    }
    for tier in values.indices {
      guard let sum = costs.activity(tier, plan),
        case let (value, isTooLarge) = sum.addingReportingOverflow(constants[tier]), !isTooLarge
      else { throw scanner.fault(.numberTooLarge) }
      if value != values[tier] {
        throw scanner.fault(
          .wrongValue(tier: tierNames[tier], claimed: values[tier], counted: value))
      }
    }
  }
}

/// Rows of whole numbers one after the other, taken off again from the end.
struct ProofRows: Sendable {
  private var start = [0]
  private(set) var column: [Int32] = []
  private(set) var coefficient: [Int] = []
  var lower: [Int?] = []
  var upper: [Int?] = []

  var count: Int { lower.count }
  var termCount: Int { column.count }

  func range(_ row: Int) -> Range<Int> { start[row]..<start[row + 1] }

  mutating func append(lower: Int?, upper: Int?, terms: [(Int32, Int)]) {
    for (place, factor) in terms {
      column.append(place)
      coefficient.append(factor)
    }
    start.append(column.count)
    self.lower.append(lower)
    self.upper.append(upper)
  }

  /// Takes the last rows off.
  mutating func removeRows(from first: Int) {
    column.removeSubrange(start[first]...)
    coefficient.removeSubrange(start[first]...)
    start.removeSubrange((first + 1)...)
    lower.removeSubrange(first...)
    upper.removeSubrange(first...)
  }

  /// The sum of a row; `nil` where it leaves 64 bits.
  func activity(_ row: Int, _ value: [Int]) -> Int? {
    var sum: Int128 = 0
    for entry in range(row) {
      let product = Int128(coefficient[entry]) * Int128(value[Int(column[entry])])
      let (next, isTooLarge) = sum.addingReportingOverflow(product)
      if isTooLarge { return nil }
      sum = next
    }
    return Int(exactly: sum)
  }
}
