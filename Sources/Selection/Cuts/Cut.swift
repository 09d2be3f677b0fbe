/// A valid inequality `sum of coefficient times column <= upper` in whole numbers.
struct Cut: Hashable, Sendable {
  var columns: [Int32]
  var coefficients: [Int]
  var upper: Int
  /// How it follows from rows, where other programs may ask.
  var derivation: Derivation?

  init(columns: [Int32], coefficients: [Int], upper: Int, derivation: Derivation? = nil) {
    self.columns = columns
    self.coefficients = coefficients
    self.upper = upper
    self.derivation = derivation
  }

  /// A row that is a cut.
  init(_ rows: IntegerRows, row: Int, _ derivation: Derivation) {
    let range = rows.range(row)
    self.init(
      columns: Array(rows.column[range]), coefficients: Array(rows.coefficient[range]),
      upper: rows.upper[row], derivation: derivation)
  }

  /// Divides by what all coefficients share and rounds the right-hand side down.
  mutating func reduce() {
    var shared = 0
    for value in coefficients { shared = greatestCommonDivisor(shared, abs(value)) }
    guard shared > 1 else { return }
    for index in 0..<coefficients.count { coefficients[index] /= shared }
    upper = upper.flooredQuotient(by: shared)
  }

  static func == (one: Cut, other: Cut) -> Bool {
    one.upper == other.upper && one.columns == other.columns
      && one.coefficients == other.coefficients
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(columns)
    hasher.combine(coefficients)
    hasher.combine(upper)
  }

  /// How far a point is outside, in units of distance.
  func efficacy(_ value: [Double]) -> Double {
    var activity = 0.0
    var norm = 0.0
    for (column, factor) in zip(columns, coefficients) {
      activity += Double(factor) * value[Int(column)]
      norm += Double(factor) * Double(factor)
    }
    return norm == 0 ? 0 : (activity - Double(upper)) / norm.squareRoot()
  }

  func isKept(by value: [Int]) -> Bool {
    var activity = 0
    for (column, factor) in zip(columns, coefficients) { activity += factor * value[Int(column)] }
    return activity <= upper
  }
}

extension IntegerRows {
  /// Adds a row that follows from others.
  mutating func append(_ cut: Cut) {
    append(
      lower: .min, upper: cut.upper,
      terms: zip(cut.columns, cut.coefficients).lazy.map { ($0, $1) },
      origin: .cut(cut.derivation))
  }
}

func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (larger, smaller) = (left, right)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}
