/// Searches within searches: most columns are fixed, the small rest is searched with a node limit.
///
/// Source: Danna, Rothberg and Le Pape 2005; Berthold 2014 for the one without an incumbent.
extension TierSearch {
  private static let nodes = 40
  private static let deepest = 1

  /// Keeps what the vertex and the incumbent agree on and searches what is left.
  ///
  /// The part is not confined to the node that the vertex belongs to: its decisions count only
  /// as far as the incumbent shares them.
  ///
  /// - Returns: whether a better selection was found.
  mutating func searchNearIncumbent() -> Bool {
    guard control.methods.heuristics, control.depth < Self.deepest, let incumbent else {
      return false
    }
    var part = relaxation.program
    for column in 0..<cost.count where part.lower[column] < part.upper[column] {
      let known = incumbent[column]
      if abs(relaxation.value(column) - Double(known)) < 1e-6 {
        part.lower[column] = known
        part.upper[column] = known
      }
    }
    return searchPart(part)
  }

  /// Searches a part of the program; `part` differs from the whole in its ranges alone.
  private mutating func searchPart(_ part: IntegerProgram) -> Bool {
    guard let reduction = Reduction(part) else { return false }
    var search = inner(reduction)
    search.control.nodeLimit = Self.nodes
    _ = search.run()
    guard let found = search.incumbent else { return false }
    let before = incumbentValue
    accept(reduction.expanded(found))
    return incumbentValue < before
  }
}
