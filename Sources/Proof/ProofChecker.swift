/// Checks a certificate step by step, in whole numbers.
///
/// A step claims something of every selection that keeps the rows and ranges that hold at that
/// point; `docs/proof-format.md` says why each claim follows. Nothing is searched for, so a step
/// costs as much as the rows that it names are long.
///
/// - Complexity: O(bytes) time and memory, by a limit on both.
package struct ProofChecker {
  package let model: ProofModel
  var scanner: ProofScanner
  var rows: ProofRows
  var lower: [Int]
  var upper: [Int]
  private var changes: [Change] = []
  private var scopes: [Scope] = []
  private var budget: Int
  var combination: Combination
  /// The tier that is being proven, and its row.
  private var tier = -1
  private var tierRow = 0
  private var isProven = true

  private struct Change {
    var column: Int
    var lower: Int
    var upper: Int
  }

  /// A supposition, with what stood before it.
  private struct Scope {
    var supposition: Supposition
    var rows: Int
    var changes: Int
  }

  private enum Supposition {
    case better
    case atMost(column: Int, Int)
    case atLeast(column: Int, Int)
  }

  private static let mostScopes = 100_000
  private static let mostTerms = 1 << 26

  /// Reads the problem and the plan, and checks that the plan keeps the problem and is worth what is
  /// claimed.
  package init(_ bytes: [UInt8]) throws(ProofFault) {
    var scanner = ProofScanner(bytes)
    model = try ProofModel(&scanner)
    self.scanner = scanner
    (rows, lower, upper) = (model.rows, model.lower, model.upper)
    combination = Combination(columns: lower.count)
    budget = 1 << 24 + 256 * bytes.count
  }

  /// Follows the steps to the end.
  ///
  /// - Returns: the number of steps, where every tier is proven.
  package mutating func check() throws(ProofFault) -> Int {
    try scanner.expect("steps")
    try scanner.endLine()
    let first = scanner.line
    while !scanner.starts(with: "end") { try step() }
    let steps = scanner.line - first
    try scanner.expect("end")
    try scanner.endLine()
    guard scanner.isAtEnd else { throw scanner.fault(.malformed(expected: "the end of the file")) }
    guard scopes.isEmpty, isProven, tier == model.tierNames.count - 1 else {
      throw scanner.fault(.unproven(tier: model.tierNames[isProven ? tier + 1 : tier]))
    }
    return steps
  }

  private mutating func step() throws(ProofFault) {
    let name = try scanner.word()
    switch name {
    case "v": try addSum()
    case "t": try beginTier()
    case "b": try supposeBetter()
    case "<", ">": try suppose(isAtMost: name == "<")
    case "p": try propagate(refutes: false)
    case "x": try propagate(refutes: true)
    case "n": try narrow()
    case "c": try refuteByCombination()
    case "a": try addCombination()
    case "e": try addEquation()
    case "r": try addRounded()
    default: throw scanner.fault(.malformed(expected: "a step"))
    }
    try scanner.endLine()
  }

  // MARK: Reading

  mutating func readRow() throws(ProofFault) -> Int {
    let row = try scanner.nextNumber()
    guard row >= 0, row < rows.count else { throw scanner.fault(.unknownRow(row)) }
    try spend(rows.range(row).count + 1)
    return row
  }

  mutating func readColumn() throws(ProofFault) -> Int {
    let column = try scanner.nextNumber()
    guard column >= 0, column < lower.count else { throw scanner.fault(.unknownColumn(column)) }
    return column
  }

  mutating func spend(_ work: Int) throws(ProofFault) {
    budget -= work
    if budget < 0 { throw scanner.fault(.tooMuch("work")) }
  }

  mutating func append(lower: Int?, upper: Int?, terms: [(Int32, Int)]) throws(ProofFault) {
    try spend(terms.count + 1)
    rows.append(lower: lower, upper: upper, terms: terms)
    if rows.termCount > Self.mostTerms { throw scanner.fault(.tooMuch("memory")) }
  }

  // MARK: Columns and tiers

  private mutating func addSum() throws(ProofFault) {
    guard tier < 0 else { throw scanner.fault(.outOfPlace("v")) }
    let row = try readRow()
    guard row < model.rows.count else { throw scanner.fault(.unknownRow(row)) }
    guard let extent = rows.extent(row, lower, upper),
      let least = Int(exactly: extent.least), let most = Int(exactly: extent.most),
      least >= -ProofScanner.most, most <= ProofScanner.most
    else { throw scanner.fault(.numberTooLarge) }
    let low = max(least, rows.lower[row] ?? least)
    let high = min(most, rows.upper[row] ?? most)
    guard low <= high else { throw scanner.fault(.unexpectedRefutation) }
    let terms = rows.range(row).map { (rows.column[$0], rows.coefficient[$0]) }
    try append(lower: 0, upper: 0, terms: terms + [(Int32(lower.count), -1)])
    lower.append(low)
    upper.append(high)
    combination.addColumn()
  }

  private mutating func beginTier() throws(ProofFault) {
    guard isProven, tier + 1 < model.tierNames.count else { throw scanner.fault(.outOfPlace("t")) }
    tier += 1
    isProven = false
    tierRow = rows.count
    try append(lower: nil, upper: try claimedCost, terms: costTerms)
  }

  private var costTerms: [(Int32, Int)] {
    model.costs.range(tier).map { (model.costs.column[$0], model.costs.coefficient[$0]) }
  }

  /// The plan's cost without the constant.
  private var claimedCost: Int {
    get throws(ProofFault) {
      let (cost, isTooLarge) = model.values[tier].subtractingReportingOverflow(
        model.constants[tier])
      if isTooLarge || cost.magnitude >= ProofScanner.most {
        throw scanner.fault(.numberTooLarge)
      }
      return cost
    }
  }

  // MARK: Suppositions

  private mutating func open(_ supposition: Supposition) throws(ProofFault) {
    if scopes.count == Self.mostScopes { throw scanner.fault(.tooMuch("suppositions")) }
    scopes.append(Scope(supposition: supposition, rows: rows.count, changes: changes.count))
  }

  private mutating func supposeBetter() throws(ProofFault) {
    guard scopes.isEmpty, !isProven else { throw scanner.fault(.outOfPlace("b")) }
    try open(.better)
    try append(lower: nil, upper: try claimedCost - 1, terms: costTerms)
  }

  private mutating func suppose(isAtMost: Bool) throws(ProofFault) {
    guard !scopes.isEmpty else { throw scanner.fault(.outOfPlace(isAtMost ? "<" : ">")) }
    let column = try readColumn()
    let value = try scanner.nextNumber()
    let splits =
      isAtMost
      ? value >= lower[column] && value < upper[column]
      : value > lower[column] && value <= upper[column]
    guard splits else { throw scanner.fault(.badBranch(column: column, value: value)) }
    try open(isAtMost ? .atMost(column: column, value) : .atLeast(column: column, value))
    setRange(column, isAtMost ? lower[column] : value, isAtMost ? value : upper[column])
  }

  mutating func setRange(_ column: Int, _ low: Int, _ high: Int) {
    if !scopes.isEmpty {
      changes.append(Change(column: column, lower: lower[column], upper: upper[column]))
    }
    (lower[column], upper[column]) = (low, high)
  }

  /// What was supposed last is refuted: its opposite holds.
  mutating func close() throws(ProofFault) {
    guard let scope = scopes.popLast() else { throw scanner.fault(.outOfPlace("a refutation")) }
    while changes.count > scope.changes, let change = changes.popLast() {
      (lower[change.column], upper[change.column]) = (change.lower, change.upper)
    }
    rows.removeRows(from: scope.rows)
    switch scope.supposition {
    case .better:
      rows.lower[tierRow] = rows.upper[tierRow]
      isProven = true
    case .atMost(let column, let value): setRange(column, value + 1, upper[column])
    case .atLeast(let column, let value): setRange(column, lower[column], value - 1)
    }
  }
}
