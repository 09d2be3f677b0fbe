/// Rows that hold a sum to the whole values of the two counts that bound it.
///
/// For `k` people to a leader and at most `M` people, the rows `n <= k l` and `n <= M y` let a session
/// of 30 run with 2.5 leaders. The whole values (y, l) bound `n` by 12, 24 and 30; what lies over
/// them is bounded by planes through two of these points and the origin, such as
/// `n <= 6 l + 12 y`. Each such plane is checked against every value of the counts.
struct HullRows {
  typealias Derived = (sum: Int32, lower: Int, upper: Int, counts: [CoupledProblem.CountTerm])

  private(set) var rows: [Derived] = []

  /// A value of the two counts with the range that it leaves the sum.
  private struct Point {
    var first: Int
    var second: Int
    var low: Int
    var high: Int
  }

  /// Counts with more values than this are left alone.
  private static let mostPoints = 40
  /// Numbers beyond this are, too, so that no product leaves 64 bits.
  private static let largest = 1 << 20

  init(_ problem: CoupledProblem, _ clusters: CountClusters) {
    for cluster in clusters.clusters
    where cluster.counts.count == 2 && cluster.combinations.count <= Self.mostPoints {
      for sum in cluster.sums {
        let points = cluster.combinations.map { Self.point($0, cluster, sum, problem) }
        let numbers = points.flatMap { [$0.first, $0.second, $0.low, $0.high] }
        if numbers.allSatisfy({ abs($0) <= Self.largest || $0 == .max || $0 == .min + 1 }) {
          add(points, sum, cluster.counts)
        }
      }
    }
  }

  private static func point(
    _ values: [Int], _ cluster: CountClusters.Cluster, _ sum: Int32, _ problem: CoupledProblem
  ) -> Point {
    var point = Point(first: values[0], second: values[1], low: .min + 1, high: .max)
    for place in problem.rows(of: Int(sum)) {
      let row = problem.rows[Int(place)]
      var fixed = 0
      var isOwn = true
      for term in problem.counts(of: row) {
        guard let at = cluster.counts.firstIndex(of: term.count) else {
          isOwn = false
          break
        }
        fixed += term.coefficient * values[at]
      }
      guard isOwn else { continue }
      if row.lower != .min { point.low = max(point.low, row.lower - fixed) }
      if row.upper != .max { point.high = min(point.high, row.upper - fixed) }
    }
    return point
  }

  private mutating func add(_ points: [Point], _ sum: Int32, _ counts: [Int32]) {
    // Values without any sum are never taken.
    let points = points.filter { $0.low <= $0.high }
    var known: Set<[Int]> = []
    for (place, one) in points.enumerated() {
      for other in points[(place + 1)...] {
        for isUpper in [true, false] {
          guard let plane = Self.plane(one, other, points, isUpper: isUpper) else { continue }
          guard known.insert([plane.0, plane.1, isUpper ? 1 : 0]).inserted else { continue }
          let terms = zip(counts, [plane.0, plane.1]).filter { $0.1 != 0 }.map {
            CoupledProblem.CountTerm(count: $0.0, coefficient: -$0.1)
          }
          rows.append((sum, isUpper ? .min : 0, isUpper ? 0 : .max, terms))
        }
      }
    }
  }

  /// The plane through two points and the origin, if no point lies beyond it.
  private static func plane(
    _ one: Point, _ other: Point, _ points: [Point], isUpper: Bool
  ) -> (Int, Int)? {
    let (left, right) = (isUpper ? one.high : one.low, isUpper ? other.high : other.low)
    guard abs(left) <= largest, abs(right) <= largest else { return nil }
    let determinant = one.first * other.second - one.second * other.first
    guard determinant != 0 else { return nil }
    let first = left * other.second - right * one.second
    let second = one.first * right - other.first * left
    guard first % determinant == 0, second % determinant == 0 else { return nil }
    let (a, b) = (first / determinant, second / determinant)
    let holds = points.allSatisfy { point in
      let value = a * point.first + b * point.second
      return isUpper ? point.high <= value : point.low >= value
    }
    return holds ? (a, b) : nil
  }
}
