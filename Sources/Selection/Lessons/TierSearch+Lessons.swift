/// What searches of other problems have taught, put to use at a root, and what is noted for them.
extension TierSearch {
  /// What is known of the tier from other problems; trees and neighbourhoods go without.
  var lessons: TierLessons? { control.depth == 0 ? control.lessons : nil }

  /// Sets the cost, and starts from where a root ended that had much the same program.
  mutating func startRoot() {
    relaxation.setCost(cost)
    guard let lessons else {
      if incumbent != nil, relaxation.simplex.counters.pivots > 0 {
        _ = relaxation.primalOptimize(pivotLimit: 20_000, shouldStop: control.shouldStop)
      }
      return
    }
    if control.isInPart { return relaxation.startNearEnd() }
    if control.methods.cuts { append(Rederivation.cuts(lessons.cuts, in: relaxation.program)) }
    relaxation.load(lessons.places)
  }

  /// Adds the cuts that others have learned and that the present vertex is outside of.
  ///
  /// - Returns: whether there was any.
  mutating func recallCuts(_ lessons: TierLessons) -> Bool {
    let vertex = relaxation.values
    let cuts = Rederivation.cuts(lessons.cuts, in: relaxation.program)
    return append(cuts.filter { $0.efficacy(vertex) > Self.leastEfficacy })
  }

  private static let leastEfficacy = 1e-4

  @discardableResult
  private mutating func append(_ cuts: [Cut]) -> Bool {
    if cuts.isEmpty { return false }
    relaxation.append(cuts)
    control.effort?.add(cuts: cuts.count)
    assert(rowsKeepWitness, "a recalled cut has lost the witness")
    return true
  }

  /// Notes what the root is left with.
  func noteLessons() {
    if control.depth == 0 { control.note?(.root(relaxation, isWhole: !control.isInPart)) }
  }

  /// Notes what branching on the columns of this search has brought.
  func noteBranching() {
    if let note = control.note, let names = relaxation.program.names {
      note(.branching(branching.lessons(names)))
    }
  }

  /// Takes over what branching has brought elsewhere.
  mutating func recallBranching() {
    if let lessons, let names = relaxation.program.names {
      branching.recall(lessons.branching, names)
      noteBranching()
    }
  }
}
