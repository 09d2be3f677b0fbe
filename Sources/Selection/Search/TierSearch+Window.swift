/// Windows: the program narrowed to what is better than a target near the bound.
///
/// A relaxation with cuts is often much nearer to the best selection than the best one known. As if
/// a selection of the target's value were known, reduced costs then fix most columns. If something
/// is found in there it is the best; if not, the target is a bound, and the window is widened.
///
/// Source: Klein and Scholl 1999 call bounds that are raised so destructive.
extension TierSearch {
  /// The ranges that hold every selection better than, or as good as, the target.
  ///
  /// - Returns: `nil` if there is none.
  func window(below target: Int) -> IntegerProgram? {
    var narrowed = self
    narrowed.incumbent = nil
    narrowed.incumbentValue = target
    if let rootDual {
      guard narrowed.fixByReducedCost(rootDual), narrowed.domain.propagate(narrowed.rows) else {
        return nil
      }
    }
    var program = narrowed.relaxation.program
    program.lower = narrowed.domain.lower
    program.upper = narrowed.domain.upper
    return program
  }

  /// How far the first window reaches beyond the bound: a part of what the cuts have gained, since
  /// what they have not is of that size; up to the incumbent where that is likely to be best.
  var firstWidth: Int {
    if startsNearBest { return max(step.size, incumbentValue.saturatingSum(-bound)) }
    return max(step.size, (bound.saturatingSum(-max(firstBound, -(.max)))) / 8)
  }
}
