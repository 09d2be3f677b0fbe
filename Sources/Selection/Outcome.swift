/// A value for every column that keeps every slot and row.
package struct Incumbent: Hashable, Sendable {
  /// Indexed by column.
  package var value: [Int]
  /// Sum of cost times value, indexed by tier.
  package var tierValues: [Int]
}

/// What the solver found out about a problem.
package enum Outcome: Hashable, Sendable {
  /// No selection is better, tier by tier; bounds were derived in whole numbers.
  case optimal(Incumbent)
  /// A limit stopped the proof. `bounds[tier]` is proven for that tier among the selections that
  /// equal the incumbent in all tiers before it, whether those are proven or not; a tier that no
  /// search has come to is bounded by each slot alone.
  case feasible(Incumbent, bounds: [Int?])
  /// No selection keeps every slot and row.
  case infeasible
  /// A limit stopped the search before any selection was found.
  case unknown
}

/// What the solver may use up, and whom it tells.
///
/// With a crew of several threads `shouldStop` and `report` are called from any of them.
package struct SolveOptions: Sendable {
  /// Asked often; `true` ends the run with what is known.
  package var shouldStop: @Sendable () -> Bool = { false }
  /// Called when a tier's value or bound changes.
  package var report: (@Sendable (Progress) -> Void)?
  /// Stop at the first tier that is not proven but whose relative gap is at most this; 0 asks for
  /// proof.
  ///
  /// A problem that is too large for the exact search has all tiers bounded one by one, each
  /// until its gap is at most this.
  package var relativeGap = 0.0
  /// What the search makes use of.
  package var methods = Methods()
  /// Where the work of the run is counted.
  package var effort: Effort?
  /// Who solves what does not hang together; no answer hangs on it.
  package var crew: any Crew = OneByOne()
  /// What a problem like this one has taught.
  package var lessons: Lessons?
  /// Whether runs note what they learn.
  private(set) var isLearning = false
  /// A selection known to be best; debug builds assert that no cut, fixing or pruning loses it.
  package var witness: [Int]?

  package init() {}

  /// Distance of a value from a bound, as a share of the value.
  ///
  /// - Parameters:
  ///   - value: of a selection.
  ///   - bound: that no selection can beat.
  ///   - offset: what is added to both for the value that readers see.
  /// - Returns: the relative gap.
  static func relativeGap(of value: Int, bound: Int, offset: Int = 0) -> Double {
    (Double(value) - Double(bound)) / max(1, abs(Double(value) + Double(offset)))
  }

  /// The same, for runs that note what they learn.
  var learning: SolveOptions {
    var options = self
    options.isLearning = true
    return options
  }

  /// The same methods and count of work, without the rest.
  func quiet(shouldStop: @escaping @Sendable () -> Bool) -> SolveOptions {
    var options = SolveOptions()
    options.shouldStop = shouldStop
    options.methods = methods
    options.effort = effort
    return options
  }
}

/// Parts of the search that can be left out, to see that no answer hangs on them.
///
/// Whatever is left out, what is proven is the same; it takes longer, and which of several best
/// selections is found may differ.
package struct Methods: Hashable, Sendable {
  /// Taking out what is fixed and splitting what no row joins, before and between tiers.
  package var presolves = true
  /// Cutting off vertices at roots, and rows that say what switches imply.
  package var cuts = true
  /// Dives and searches near the incumbent.
  package var heuristics = true
  /// Blocks of fewer columns are put together before the problem is split along its links;
  /// `Int.max` never splits.
  package var smallestBlock = 200
  /// Of all columns, links between blocks may hold at most this share; where they hold more, they
  /// are no exception, and the problem is not split.
  package var mostLinked = 0.125

  package init() {}
}

/// Where a run stands.
package struct Progress: Hashable, Sendable {
  /// The tier that is being proven.
  package var tier: Int
  /// Value of that tier in the incumbent, if there is one.
  package var value: Int?
  package var bound: Int?
}
