/// Counts that rows tie together, such as whether a session runs and how many leaders it has.
struct CountClusters: Sendable {
  /// One set of counts with all the values that they can take together.
  struct Cluster: Sendable {
    var counts: [Int32]
    /// Sums of the rows that the counts are in, rising.
    var sums: [Int32]
    /// Values of `counts` that keep the rows without a sum.
    var combinations: [[Int]]
  }

  private(set) var clusters: [Cluster] = []
  /// Cluster of a count; -1 for one that only makes up what a single row is missed by.
  private(set) var cluster: [Int32]
  /// Rows whose only count makes up what they are missed by, by row.
  private(set) var isSoft: [Bool]

  private static let mostCombinations = 4096

  /// - Returns: `nil` where counts that belong together can take too many values to look at each.
  init?(_ problem: CoupledProblem, cost: [[Int]]) {
    var uses = [Int](repeating: 0, count: problem.countCount)
    for row in problem.rows { for term in problem.counts(of: row) { uses[Int(term.count)] += 1 } }
    isSoft = problem.rows.map { row in
      guard row.sum >= 0, row.terms.count == 1, uses[Int(problem.firstCount(of: row).count)] == 1
      else {
        return false
      }
      let count = problem.countColumn[Int(problem.firstCount(of: row).count)]
      // Moving it up must help one side and cost, or it is no mere measure of what is missed.
      let isCostly = (cost.first { $0[Int(count)] != 0 }?[Int(count)] ?? 0) >= 0
      return isCostly
        && (problem.firstCount(of: row).coefficient > 0 ? row.upper == .max : row.lower == .min)
    }
    cluster = Array(repeating: -1, count: problem.countCount)
    var joined = DisjointSets(count: problem.countCount)
    for (place, row) in problem.rows.enumerated() where !isSoft[place] {
      for term in problem.counts(of: row).dropFirst() {
        joined.join(Int(problem.firstCount(of: row).count), Int(term.count))
      }
    }
    var rowsOf: [Int: [Int]] = [:]
    for (place, row) in problem.rows.enumerated() where !isSoft[place] && !row.terms.isEmpty {
      rowsOf[joined.leader(of: Int(problem.firstCount(of: row).count)), default: []].append(place)
    }
    var isMeasure = [Bool](repeating: false, count: problem.countCount)
    for (place, row) in problem.rows.enumerated() where isSoft[place] {
      isMeasure[Int(problem.firstCount(of: row).count)] = true
    }
    var members: [Int: [Int32]] = [:]
    for count in 0..<problem.countCount where !isMeasure[count] {
      members[joined.leader(of: count), default: []].append(Int32(count))
    }
    for leader in members.keys.sorted() {
      let counts = members[leader] ?? []
      let rows = (rowsOf[leader] ?? []).map { problem.rows[$0] }
      guard let combinations = Self.combinations(counts, rows, problem) else { return nil }
      for count in counts { cluster[Int(count)] = Int32(clusters.count) }
      clusters.append(
        Cluster(
          counts: counts, sums: Set(rows.map(\.sum)).subtracting([-1]).sorted(),
          combinations: combinations))
    }
  }

  private static func combinations(
    _ counts: [Int32], _ rows: [CoupledProblem.Row], _ problem: CoupledProblem
  ) -> [[Int]]? {
    var found: [[Int]] = [[]]
    for count in counts {
      let column = Int(problem.countColumn[Int(count)])
      let (low, high) = (problem.lower[column], problem.upper[column])
      let (width, overflow) = high.subtractingReportingOverflow(low)
      guard !overflow, width < mostCombinations, found.count * max(1, width) <= mostCombinations
      else { return nil }
      found = found.flatMap { values in (low..<(high + 1)).map { values + [$0] } }
    }
    let place = Dictionary(uniqueKeysWithValues: counts.enumerated().map { ($1, $0) })
    return found.filter { values in
      rows.allSatisfy { row in
        guard row.sum < 0 else { return true }
        let sum = problem.counts(of: row).reduce(0) {
          $0 + $1.coefficient * values[place[$1.count] ?? 0]
        }
        return sum >= row.lower && sum <= row.upper
      }
    }
  }
}
