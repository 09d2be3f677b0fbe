import Selection

/// The problem that a certificate speaks of, read once more by other code than the checker's.
struct ReadProblem {
  let problem: SelectionProblem
  let claimed: [Int]
  /// How many selections there could be, without a look at rows.
  let combinations: Int

  /// - Returns: `nil` where the text is not of the form that the checker accepts.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }
    func place(_ word: String) -> Int? {
      lines.firstIndex { $0.first == word && ($0.count == 2 || word == "values") }
    }
    guard let columns = place("columns"), let rows = place("rows"), let tiers = place("tiers"),
      let plan = place("plan"), let values = place("values")
    else { return nil }
    let tierLines = lines[(tiers + 1)..<plan]
    claimed = zip(lines[values].dropFirst(), tierLines).map { (Int($0) ?? 0) - (Int($1[1]) ?? 0) }
    let costs = tierLines.map { Self.terms($0.dropFirst(2)) }
    var problem = SelectionProblem(tierCount: costs.count)
    var combinations = 1
    for (number, line) in lines[(columns + 1)..<rows].enumerated() {
      guard line.count == 3, let low = Int(line[1]), let high = Int(line[2]) else { return nil }
      let cost = costs.map { terms in
        terms.first { $0.column == number }?.coefficient ?? 0
      }
      _ = problem.addCount(lower: low, upper: high, cost: cost)
      combinations = min(1 << 40, combinations.multipliedReportingOverflow(by: high - low + 1).0)
      if combinations <= 0 { combinations = 1 << 40 }
    }
    for line in lines[(rows + 1)..<tiers] {
      problem.addRow(
        lower: Int(line[1]), upper: Int(line[2]), ascending: Self.terms(line.dropFirst(3)))
    }
    self.problem = problem
    self.combinations = combinations
  }

  private static func terms(_ words: ArraySlice<String>) -> [SelectionProblem.Term] {
    let numbers = words.compactMap(Int.init)
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      SelectionProblem.Term(numbers[$0], numbers[$0 + 1])
    }
  }
}
