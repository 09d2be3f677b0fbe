/// A vector of which few entries are not zero: its values, and the places that may hold one.
struct SparseVector: Sendable {
  /// Values, indexed by place.
  private(set) var value: [Double]
  /// Places that are not zero, each once, in the order in which they were touched; cancellation may
  /// have left a zero at some.
  private(set) var places: [Int32] = []
  private var isTouched: [Bool]

  init(count: Int) {
    value = Array(repeating: 0, count: count)
    isTouched = Array(repeating: false, count: count)
  }

  @inline(__always)
  subscript(_ place: Int) -> Double { value[place] }

  @inline(__always)
  mutating func add(_ amount: Double, at place: Int) {
    touch(place)
    value[place] += amount
  }

  @inline(__always)
  mutating func set(_ place: Int, _ newValue: Double) {
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
      value[Int(place)] = 0
      isTouched[Int(place)] = false
    }
    places.removeAll(keepingCapacity: true)
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
