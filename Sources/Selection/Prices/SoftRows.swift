/// Rows whose only count makes up what they are missed by: the count follows from the sum.
struct SoftRows: Sendable {
  private struct Row: Sendable {
    var sum: Int32
    /// The count's column of the problem.
    var column: Int
    var coefficient: Int
    var lower: Int
    var upper: Int
    /// The least that the count can be.
    var least: Int

    /// The value of the count that a sum asks for.
    func needed(_ sum: Int) -> Int {
      let missed = coefficient > 0 ? lower - sum : sum - upper
      let size = abs(coefficient)
      return max(least, missed > 0 ? (missed + size - 1) / size : -(-missed / size))
    }
  }

  private let rows: [Row]
  /// Places in `rows`, by sum.
  private let ofSum: [[Int32]]
  /// Costs by tier and column.
  private let cost: [[Int]]

  init(_ problem: CoupledProblem, _ clusters: CountClusters, cost: [[Int]]) {
    var rows: [Row] = []
    var ofSum = [[Int32]](repeating: [], count: problem.sumCount)
    for (place, row) in problem.rows.enumerated() where clusters.isSoft[place] {
      let term = problem.firstCount(of: row)
      let column = Int(problem.countColumn[Int(term.count)])
      ofSum[Int(row.sum)].append(Int32(rows.count))
      rows.append(
        Row(
          sum: row.sum, column: column, coefficient: term.coefficient, lower: row.lower,
          upper: row.upper, least: problem.lower[column]))
    }
    (self.rows, self.ofSum, self.cost) = (rows, ofSum, cost)
  }

  /// Whether a sum has soft rows.
  @inline(__always)
  func hasRows(_ sum: Int) -> Bool { !ofSum[sum].isEmpty }

  /// What the rows of a sum cost more in a tier when it changes.
  func cost(_ sum: Int, from old: Int, to new: Int, tier: Int) -> Int {
    ofSum[sum].reduce(0) { total, place in
      let row = rows[Int(place)]
      return total + cost[tier][row.column] * (row.needed(new) - row.needed(old))
    }
  }

  /// Adds what the rows of a sum cost where it has a value to the totals of all tiers.
  @inline(__always)
  func add(_ sum: Int, at value: Int, times sign: Int, to total: inout [Int]) {
    for place in ofSum[sum] {
      let row = rows[Int(place)]
      let need = row.needed(value)
      for tier in cost.indices { total[tier] += sign * cost[tier][row.column] * need }
    }
  }

  /// Writes the counts that the sums ask for to the problem's columns.
  func write(to value: inout [Int], sums: [Int]) {
    for row in rows { value[row.column] = row.needed(sums[Int(row.sum)]) }
  }
}
