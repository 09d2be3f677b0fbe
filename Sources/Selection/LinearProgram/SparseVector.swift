/// A vector of which few entries are not zero: its values, and the places that may hold one.
struct SparseVector<Scalar: AdditiveArithmetic & Sendable>: Sendable {
  // The walks of a factorization fill these by themselves, without a check for each entry.
  /// Values, indexed by place.
  var value: [Scalar]
  /// Places that are not zero, each once, in the order in which they were touched; cancellation may
  /// have left a zero at some.
  var places: [Int32] = []
  /// Whether a place is listed, indexed by place.
  var isTouched: [Bool]

  init(count: Int) {
    value = Array(repeating: .zero, count: count)
    isTouched = Array(repeating: false, count: count)
  }

  @inline(__always)
  subscript(_ place: Int) -> Scalar { value[place] }

  @inline(__always)
  mutating func add(_ amount: Scalar, at place: Int) {
    touch(place)
    value[place] += amount
  }

  @inline(__always)
  mutating func set(_ place: Int, _ newValue: Scalar) {
    touch(place)
    value[place] = newValue
  }

  @inline(__always)
  private mutating func touch(_ place: Int) {
    if isTouched[place] { return }
    isTouched[place] = true
    places.append(Int32(place))
  }

  /// Sets every entry to zero, in time proportional to the touched ones.
  mutating func removeAll() {
    for place in places {
      value[Int(place)] = .zero
      isTouched[Int(place)] = false
    }
    places.removeAll(keepingCapacity: true)
  }

  /// The entries that are not zero, in the order of their places.
  var entries: [(Int32, Scalar)] {
    var found: [(Int32, Scalar)] = []
    found.reserveCapacity(places.count)
    for place in sortedPlaces where value[Int(place)] != .zero {
      found.append((place, value[Int(place)]))
    }
    return found
  }

  /// The places in rising order: looked for one by one where that is less work than sorting them.
  private var sortedPlaces: [Int32] {
    if places.count * 16 < value.count { return places.sorted() }
    return isTouched.indices.lazy.filter { isTouched[$0] }.map { Int32($0) }
  }
}

extension SparseVector where Scalar: Numeric {
  /// Adds multiples of the amounts in some entries, each at its place.
  ///
  /// As a function of its own, so that the arrays are not checked for each entry.
  private static func add(
    _ amounts: [Scalar], at index: [Int32], _ entries: Range<Int>, times factor: Scalar,
    to sums: inout [Scalar], _ places: inout [Int32], _ marks: inout [Bool]
  ) {
    let index = index.span
    let amount = amounts.span
    var sum = sums.mutableSpan
    var isTouched = marks.mutableSpan
    for entry in entries {
      let place = index[entry]
      sum[Int(place)] += amount[entry] * factor
      if isTouched[Int(place)] { continue }
      isTouched[Int(place)] = true
      places.append(place)
    }
  }
}

extension SparseVector<Double> {
  /// Adds the multiple of a sparse column.
  mutating func add(_ column: Int, of columns: SparseColumns, times factor: Double) {
    Self.add(
      columns.value, at: columns.index, columns.range(column), times: factor,
      to: &value, &places, &isTouched)
  }

  /// Sum of the squares of all entries.
  var squaredNorm: Double {
    var sum = 0.0
    for place in places { sum += value[Int(place)] * value[Int(place)] }
    return sum
  }
}

/// Steps of an elimination at which a vector is not zero, to be walked in either direction while
/// later ones are still being added.
///
/// A word holds 64 steps, so that a walk over a vector with few entries costs little more than
/// these; the reach of an entry need not be found beforehand, as Gilbert and Peierls 1988 do.
struct StepSet: Sendable {
  var words: [UInt64] = []

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  mutating func insert(_ step: Int) { words[step >> 6] |= 1 << UInt64(step & 63) }
}

extension SparseVector<Int> {
  /// Adds the multiple of a row; `false`, with nothing added, where a number would grow too large.
  mutating func addChecked(_ row: Int, of rows: IntegerRows, times multiplier: Int) -> Bool {
    let (product, isTooLarge) = multiplier.multipliedReportingOverflow(by: rows.largest[row])
    if isTooLarge || abs(product) > 1 << 30 { return false }
    add(row, of: rows, times: multiplier)
    return true
  }

  /// Adds the multiple of a row.
  mutating func add(_ row: Int, of rows: IntegerRows, times multiplier: Int) {
    Self.add(
      rows.coefficient, at: rows.column, rows.range(row), times: multiplier,
      to: &value, &places, &isTouched)
  }
}
