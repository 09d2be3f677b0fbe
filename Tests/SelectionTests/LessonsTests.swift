import Selection
import TestSupport
import Testing

/// What is found with lessons is what is found without: they are advice, whatever they say.
@Suite struct LessonsTests {
  @Test func `changes of tiny problems equal brute force`() {
    for seed in UInt64(1)...400 {
      let changes = ChangedSelections(TinySelections.make(seed: seed))
      let keys = ChangedSelections.Keys.allCases[Int(seed % 3)]
      let lessons = Solver(problem: changes.unchanged(keys)).learn(options: SolveOptions()).lessons
      for change in 1...4 {
        let problem = changes.changed(10 * seed + UInt64(change), keys)
        let outcome = Solver(problem: problem).solve(options: .taught(lessons))
        let best = BruteForceSelection.best(of: problem)
        #expect(outcome.bestValues == best?.tierValues, "seed \(seed), change \(change)")
        if best == nil { #expect(outcome == .infeasible, "seed \(seed), change \(change)") }
      }
    }
  }

  @Test func `changes of linked problems equal brute force`() {
    for seed in UInt64(1)...150 {
      guard let linked = LinkedSelections(seed: seed) else { continue }
      let changes = ChangedSelections(linked.problem)
      var options = SolveOptions.with { $0.smallestBlock = 1 }
      options.lessons = Solver(problem: changes.unchanged()).learn(options: options).lessons
      let problem = changes.changed(seed)
      let cold = Solver(problem: problem).solve()
      #expect(
        Solver(problem: problem).solve(options: options).bestValues == cold.bestValues,
        "seed \(seed)")
    }
  }

  @Test(arguments: ChangedSelections.Keys.allCases)
  func `changes of larger problems have the tiers that they have without`(
    keys: ChangedSelections.Keys
  ) {
    for seed in UInt64(1)...8 {
      let changes = ChangedSelections(MediumSelections.make(seed: seed, order: 1))
      let lessons = Solver(problem: changes.unchanged(keys)).learn(options: SolveOptions()).lessons
      for change in 1...2 {
        let problem = changes.changed(10 * seed + UInt64(change), keys)
        let cold = Solver(problem: problem).solve()
        var options = SolveOptions.taught(lessons)
        options.methods.smallestBlock = .max
        if case .optimal(let best) = cold { options.witness = best.value }
        let taught = Solver(problem: problem).solve(options: options)
        #expect(taught.bestValues == cold.bestValues, "seed \(seed), change \(change)")
      }
    }
  }

  @Test func `an objective of more or fewer tiers takes what fits`() {
    for seed in UInt64(1)...60 {
      let changes = ChangedSelections(TinySelections.make(seed: seed))
      let lessons = Solver(problem: changes.unchanged()).learn(options: SolveOptions()).lessons
      for isMore in [true, false] {
        let problem = changes.withTiers(isMore: isMore)
        let outcome = Solver(problem: problem).solve(options: .taught(lessons))
        let best = BruteForceSelection.best(of: problem)
        #expect(outcome.bestValues == best?.tierValues, "seed \(seed)")
      }
    }
  }

  @Test func `a problem that is known needs no search`() {
    for seed in UInt64(1)...6 {
      let problem = ChangedSelections(MediumSelections.make(seed: seed, order: 1)).unchanged()
      let first = Solver(problem: problem).learn(options: SolveOptions())
      var options = SolveOptions.taught(first.lessons)
      let effort = Effort()
      options.effort = effort
      #expect(Solver(problem: problem).solve(options: options) == first.outcome, "seed \(seed)")
      #expect(effort.pivots == 0 && effort.nodes == 0, "seed \(seed)")
    }
  }

  @Test(arguments: ChangedSelections.Keys.allCases)
  func `narrower and looser problems equal brute force`(keys: ChangedSelections.Keys) {
    for seed in UInt64(1)...300 {
      let changes = ChangedSelections(TinySelections.make(seed: seed))
      let lessons = Solver(problem: changes.unchanged(keys)).learn(options: SolveOptions()).lessons
      for change in 10 * seed...(10 * seed + 2) {
        for problem in [changes.narrowed(change, keys), changes.loosened(change, keys)] {
          let outcome = Solver(problem: problem).solve(options: .taught(lessons))
          let best = BruteForceSelection.best(of: problem)
          #expect(outcome.bestValues == best?.tierValues, "seed \(seed), change \(change)")
        }
      }
    }
  }

  @Test func `what is narrower and has the same best selection needs no search`() {
    var (kept, searched) = (0, 0)
    for seed in UInt64(1)...6 {
      let changes = ChangedSelections(MediumSelections.make(seed: seed, order: 1))
      let (outcome, lessons) = Solver(problem: changes.unchanged()).learn(options: SolveOptions())
      for change in UInt64(1)...4 {
        let problem = changes.narrowed(change)
        let isKept = Solver(problem: problem).solve().bestValues == outcome.bestValues
        let taught = pivots(problem, .taught(lessons))
        if isKept { #expect(taught == 0, "seed \(seed), change \(change)") }
        kept += isKept ? 1 : 0
        searched += taught > 0 ? 1 : 0
      }
    }
    #expect(kept > 0 && searched > 0, "\(kept), \(searched)")
  }

  @Test func `links of blocks that are known need no search`() {
    var solved = 0
    for seed in UInt64(1)...150 {
      guard let linked = LinkedSelections(seed: seed) else { continue }
      let problem = ChangedSelections(linked.problem).unchanged()
      var options = SolveOptions.with { $0.smallestBlock = 1 }
      let first = Effort()
      options.effort = first
      let outcome: Outcome
      (outcome, options.lessons) = Solver(problem: problem).learn(options: options)
      if options.lessons == nil { continue }
      let again = Effort()
      options.effort = again
      #expect(Solver(problem: problem).solve(options: options) == outcome, "seed \(seed)")
      #expect(again.pivots == 0 && again.nodes == 0, "seed \(seed)")
      solved += first.pivots
    }
    #expect(solved > 0)
  }

  @Test func `lessons make most small changes of larger problems cheaper`() {
    var (cold, taught): ([Int], [Int]) = ([], [])
    for seed in UInt64(1)...30 {
      let changes = ChangedSelections(MediumSelections.make(seed: seed, order: 1))
      let lessons = Solver(problem: changes.unchanged()).learn(options: SolveOptions()).lessons
      let problem = changes.changed(seed)
      cold.append(pivots(problem, SolveOptions()))
      taught.append(pivots(problem, .taught(lessons)))
    }
    let cheaper = zip(cold, taught).count { $0 > $1 }
    #expect(cheaper >= 24, "\(cheaper) of 30")
    let middles = [cold, taught].map { $0.sorted()[$0.count / 2] }
    #expect(10 * middles[1] <= 6 * middles[0], "\(middles)")
    #expect(taught.reduce(0, +) < cold.reduce(0, +))
  }

  @Test func `lessons of next to nothing are soon left`() {
    var (cold, taught) = (0, 0)
    for seed in UInt64(1)...12 {
      let nothing = ChangedSelections(TinySelections.make(seed: seed)).unchanged()
      let problem = ChangedSelections(MediumSelections.make(seed: seed, order: 1)).unchanged()
      guard let lessons = Solver(problem: nothing).learn(options: SolveOptions()).lessons else {
        continue
      }
      let outcome = Solver(problem: problem).solve(options: .taught(lessons))
      #expect(outcome.bestValues == Solver(problem: problem).solve().bestValues, "seed \(seed)")
      cold += pivots(problem, SolveOptions())
      taught += pivots(problem, .taught(lessons))
    }
    #expect(cold > 0 && taught < 3 * cold, "\(taught) after \(cold)")
  }

  @Test func `nothing is learned without keys or proof`() {
    let problem = MediumSelections.make(seed: 1, order: 1)
    #expect(Solver(problem: problem).learn(options: SolveOptions()).lessons == nil)
    var options = SolveOptions()
    options.shouldStop = { true }
    let keyed = ChangedSelections(problem).unchanged()
    #expect(Solver(problem: keyed).learn(options: options).lessons == nil)
  }

  private func pivots(_ problem: SelectionProblem, _ options: SolveOptions) -> Int {
    var options = options
    let effort = Effort()
    options.effort = effort
    _ = Solver(problem: problem).solve(options: options)
    return effort.pivots
  }
}

extension SolveOptions {
  fileprivate static func taught(_ lessons: Lessons?) -> SolveOptions {
    var options = SolveOptions()
    options.lessons = lessons
    return options
  }
}
