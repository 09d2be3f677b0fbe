/// A selection that no other of its problem is better than, with that problem.
///
/// Of what is only narrower than the problem it is still the best, wherever it is left in: taking away
/// options that nobody has, or places that nobody needs, is answered without a search.
struct ProvenSelection: Sendable {
  private let problem: SelectionProblem
  private let selection: [Int]
  private let columns: [Key: Int]

  /// `nil` if columns of the problem cannot be told apart.
  ///
  /// - Parameters:
  ///   - selection: proven to be the best.
  ///   - problem: whose selection it is.
  init?(_ selection: [Int], of problem: SelectionProblem) {
    guard let keys = problem.keys?.columns else { return nil }
    (self.problem, self.selection) = (problem, selection)
    columns = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    if columns.count < keys.count { return nil }
  }

  /// The same selection of another problem, if nothing there can be better.
  ///
  /// Keys say what to compare; what follows rests on costs, ranges, slots and rows alone. That
  /// each selection of the other problem is one of this problem, at the same cost, is the proof.
  ///
  /// - Parameter other: the problem.
  /// - Returns: `nil` if that is not clear, or the selection is none of that problem's.
  /// - Complexity: O(columns * tiers + terms).
  func best(of other: SelectionProblem) -> [Int]? {
    guard let embedding = Embedding(other, in: problem, columns: columns),
      embedding.keepsSlots, embedding.keepsRows
    else { return nil }
    let value = embedding.images.map { $0.map { selection[$0] } ?? 0 }
    let isWhole = value.count { $0 != 0 } == selection.count { $0 != 0 }
    return isWhole && other.isSelection(value) ? value : nil
  }
}

/// Columns of a problem, each with its own column of a larger one, at the same cost and within its
/// range; columns of the larger problem that are nobody's are 0.
private struct Embedding {
  private let inner: SelectionProblem
  private let outer: SelectionProblem
  /// By column of the inner problem; `nil` for one that can only be 0.
  let images: [Int?]
  /// By column of the outer problem, whose it is.
  private var origins: [Int?]

  init?(_ inner: SelectionProblem, in outer: SelectionProblem, columns: [Key: Int]) {
    guard inner.tierCount == outer.tierCount, let keys = inner.keys?.columns else { return nil }
    (self.inner, self.outer) = (inner, outer)
    images = keys.map { columns[$0] }
    origins = Array(repeating: nil, count: outer.columnCount)
    for (column, image) in images.enumerated() {
      guard let image else {
        if inner.lower[column] == 0, inner.upper[column] == 0 { continue }
        return nil
      }
      if origins[image] != nil || !isLike(column, image) { return nil }
      origins[image] = column
    }
    let isOpen = origins.indices.contains {
      origins[$0] == nil && !(outer.lower[$0]...outer.upper[$0] ~= 0)
    }
    if isOpen { return nil }
  }

  private func isLike(_ column: Int, _ image: Int) -> Bool {
    inner.lower[column] >= outer.lower[image] && inner.upper[column] <= outer.upper[image]
      && (0..<inner.tierCount).allSatisfy { inner.cost[$0][column] == outer.cost[$0][image] }
  }

  /// Whether no two options of an outer slot can be picked, and some is where one has to be.
  var keepsSlots: Bool {
    outer.slots.allSatisfy { slot in
      let own = slot.options.compactMap { origins[$0] }
      guard let first = own.first else { return !slot.isRequired }
      let place = inner.slot[first]
      guard place >= 0, own.allSatisfy({ inner.slot[$0] == place }) else { return false }
      // One that has to be picked among more might be another.
      return !slot.isRequired
        || (inner.slots[place].isRequired && inner.slots[place].options.count == own.count)
    }
  }

  /// Whether every outer row is kept where its namesake is, or by the ranges of columns alone.
  var keepsRows: Bool {
    guard let own = inner.keys?.rows, let keys = outer.keys?.rows else { return false }
    let places = Dictionary(own.enumerated().map { ($1, $0) }) { first, _ in first }
    return outer.rows.indices.allSatisfy { row in
      let namesake = places[keys[row]].map { inner.rows[$0] }
      return isKept(outer.rows[row], where: namesake) || isKept(outer.rows[row], where: nil)
    }
  }

  /// Whether a row is kept wherever another is: bounds may move by what the difference of the two
  /// sums can come to.
  private func isKept(_ row: SelectionProblem.Row, where kept: SelectionProblem.Row?) -> Bool {
    var difference: [Int: Int] = [:]
    for term in row.terms {
      if let column = origins[term.column] { difference[column, default: 0] += term.coefficient }
    }
    for term in kept?.terms ?? [] { difference[term.column, default: 0] -= term.coefficient }
    var (least, most) = (Int128(0), Int128(0))
    for (column, coefficient) in difference {
      let ends = [inner.lower[column], inner.upper[column]].map { Int128(coefficient) * Int128($0) }
      least += min(ends[0], ends[1])
      most += max(ends[0], ends[1])
    }
    let ends = kept.map { (lower: $0.lower, upper: $0.upper) } ?? (0, 0)
    return Self.isAtMost(ends.upper, most, row.upper)
      && Self.isAtMost(ends.lower.map { -$0 }, -least, row.lower.map { -$0 })
  }

  /// Whether a sum that is at most `known`, and one that is at most `more`, are together at most
  /// `bound`; `nil` is no bound.
  private static func isAtMost(_ known: Int?, _ more: Int128, _ bound: Int?) -> Bool {
    guard let bound else { return true }
    return known.map { Int128($0) + more <= Int128(bound) } ?? false
  }
}
