import Selection

/// The rows of a problem, its slots among them, with what a selection adds up to in each.
///
/// Two such sums answer in the time of one column's rows what would otherwise take a solve: whether a
/// selection still keeps every row when few columns change, and whether a column is too much beside
/// those that are taken.
struct RowUse {
  typealias Column = SelectionProblem.Column

  private var lower: [Int] = []
  private var upper: [Int] = []
  /// Rows and coefficients, indexed by column.
  private var terms: [[(row: Int, coefficient: Int)]]
  /// What the witness adds up to, indexed by row.
  private var sum: [Int] = []
  /// The least that a selection with the columns taken so far adds up to, indexed by row.
  private var least: [Int] = []
  /// How often a column has been taken, indexed by column.
  private var taken: [Int]
  private let slotOptions: [[Column]]
  private let slot: [Int]
  /// A selection that keeps every row and has all columns that are taken.
  private(set) var witness: [Int]

  init(_ problem: SelectionProblem, witness: [Int]) {
    self.witness = Array(witness.prefix(problem.columnCount))
    terms = Array(repeating: [], count: problem.columnCount)
    taken = Array(repeating: 0, count: problem.columnCount)
    slot = problem.slot
    slotOptions = problem.slots.map(\.options)
    for slot in problem.slots {
      let terms = slot.options.map { SelectionProblem.Term($0) }
      add(slot.isRequired ? 1 : .min, 1, terms, problem)
    }
    for row in problem.rows { add(row.lower ?? .min, row.upper ?? .max, row.terms, problem) }
  }

  private mutating func add(
    _ lower: Int, _ upper: Int, _ terms: [SelectionProblem.Term], _ problem: SelectionProblem
  ) {
    var (sum, least) = (0, 0)
    for term in terms {
      self.terms[term.column].append((self.lower.count, term.coefficient))
      sum += term.coefficient * witness[term.column]
      least += min(
        term.coefficient * problem.lower[term.column], term.coefficient * problem.upper[term.column]
      )
    }
    self.lower.append(lower)
    self.upper.append(upper)
    self.sum.append(sum)
    self.least.append(least)
  }

  /// Whether the witness has the offer.
  func holds(_ offer: Turn.Offer) -> Bool { offer.columns.contains { witness[$0] == 1 } }

  mutating func use(_ selection: [Int]) {
    for column in witness.indices where selection[column] != witness[column] {
      change(column, by: selection[column] - witness[column])
    }
  }

  private mutating func change(_ column: Column, by step: Int) {
    witness[column] += step
    for term in terms[column] { sum[term.row] += term.coefficient * step }
  }

  // MARK: What is taken

  /// Notes that all selections from now on have the offer.
  mutating func take(_ offer: Turn.Offer) { note(offer, 1) }

  /// Takes back that they do.
  mutating func release(_ offer: Turn.Offer) { note(offer, -1) }

  /// Of an offer with several columns it is not known which one is picked.
  private mutating func note(_ offer: Turn.Offer, _ step: Int) {
    for column in offer.columns {
      taken[column] += step
      guard offer.columns.count == 1 else { continue }
      for term in terms[column] { least[term.row] += max(0, term.coefficient) * step }
    }
  }

  /// Whether no selection has the offer beside what is taken; `false` says nothing.
  func isTooMuch(_ offer: Turn.Offer) -> Bool {
    guard offer.columns.count == 1, let column = offer.columns.first else { return false }
    return terms[column].contains { least[$0.row] + max(0, $0.coefficient) > upper[$0.row] }
  }

  // MARK: Small changes of the witness

  /// Gives the witness the offer if that takes no more than to move those who get it, or to drop one
  /// other column that is not taken.
  ///
  /// - Parameters:
  ///   - offer: what is asked for.
  ///   - others: the columns that might be dropped for it.
  /// - Returns: whether the witness has it now.
  mutating func moveIn(_ offer: Turn.Offer, insteadOf others: [Column]) -> Bool {
    guard offer.columns.count == 1, let column = offer.columns.first else { return false }
    var steps = [(column, 1)]
    if slot[column] >= 0, let own = slotOptions[slot[column]].first(where: { witness[$0] == 1 }) {
      if taken[own] > 0 { return false }
      steps.append((own, -1))
    }
    if keepsRows(steps) { return apply(steps) }
    for other in others where witness[other] == 1 && taken[other] == 0 {
      if steps.contains(where: { $0.0 == other }) { continue }
      let more = steps + [(other, -1)]
      if keepsRows(more) { return apply(more) }
    }
    return false
  }

  private func keepsRows(_ steps: [(Column, Int)]) -> Bool {
    var changes: [Int: Int] = [:]
    for (column, step) in steps {
      for term in terms[column] { changes[term.row, default: 0] += term.coefficient * step }
    }
    return changes.allSatisfy { row, change in
      lower[row] <= sum[row] + change && sum[row] + change <= upper[row]
    }
  }

  private mutating func apply(_ steps: [(Column, Int)]) -> Bool {
    for (column, step) in steps { change(column, by: step) }
    return true
  }
}
