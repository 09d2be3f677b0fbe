/// A valid inequality `sum of coefficient times column <= upper` in whole numbers.
struct Cut: Hashable, Sendable {
  var columns: [Int32]
  var coefficients: [Int]
  var upper: Int

  /// Divides by what all coefficients share and rounds the right-hand side down.
  mutating func reduce() {
    var shared = 0
    for value in coefficients { shared = greatestCommonDivisor(shared, abs(value)) }
    guard shared > 1 else { return }
    for index in 0..<coefficients.count { coefficients[index] /= shared }
    upper = upper.flooredQuotient(by: shared)
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
      terms: zip(cut.columns, cut.coefficients).lazy.map { ($0, $1) }, kind: .cut)
  }
}

func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (larger, smaller) = (left, right)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}
