package import MobilityModel
package import Selection

/// Plans rounds that are changes of one round, each as if it stood alone.
///
/// The one place through which what-ifs, sweeps and simulations ask for plans.
package struct PlanFinder: Sendable {
  /// What became of a round.
  package enum Answer: Hashable, Sendable {
    /// Its best plan, proven.
    case best(Allocation)
    /// No plan keeps its rules.
    case infeasible
    /// A limit of time stopped the proof; the best plan so far, if there is one.
    case open(Allocation?)
    /// Its numbers are too large.
    case tooLarge(PlanningError)
  }

  private let shouldStop: @Sendable () -> Bool
  /// What a round like those that are asked about has taught.
  private var lessons: Lessons?

  /// - Parameter shouldStop: asked often; `true` ends the search with what is known.
  package init(shouldStop: @escaping @Sendable () -> Bool) { self.shouldStop = shouldStop }

  private var options: SolveOptions {
    var options = SolveOptions()
    options.shouldStop = shouldStop
    options.lessons = lessons
    return options
  }

  /// Finds the best plan of a round.
  package func answer(_ round: Round) -> Answer {
    if shouldStop() { return .open(nil) }
    do {
      return Answer(try Allocator(round: round).outcome(options: options))
    } catch {
      return .tooLarge(error)
    }
  }

  /// Finds the best plan of a round, and how those of rounds much like it are found faster.
  ///
  /// - Parameters:
  ///   - round: the round.
  ///   - crew: who solves what does not hang together.
  /// - Returns: the answer, and a finder whose answers are those of this one, but for which of several
  ///   best plans they name.
  package func learn(
    _ round: Round, crew: any Crew = OneByOne()
  ) -> (answer: Answer, finder: PlanFinder) {
    if shouldStop() { return (.open(nil), self) }
    var options = options
    options.crew = crew
    do {
      let (outcome, lessons) = try Allocator(round: round).learnBest(options: options)
      var finder = self
      finder.lessons = lessons ?? self.lessons
      return (Answer(outcome), finder)
    } catch {
      return (.tooLarge(error), self)
    }
  }
}

extension PlanFinder.Answer {
  fileprivate init(_ outcome: Allocator.BareOutcome) {
    switch outcome {
    case .optimal(let allocation): self = .best(allocation)
    case .feasible(let allocation): self = .open(allocation)
    case .infeasible: self = .infeasible
    case .unknown: self = .open(nil)
    }
  }
}

/// Does independent work, several pieces at a time, and returns the results in the order of the items.
///
/// - Parameters:
///   - items: what is worked on.
///   - threads: pieces at a time, at least 1; the results do not depend on it.
///   - work: what is done with each item.
/// - Returns: a result for each item.
package func inOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item], threads: Int, _ work: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: items.count)
    var next = 0
    func start() {
      guard next < items.count else { return }
      let (place, item) = (next, items[next])
      next += 1
      group.addTask { (place, work(item)) }
    }
    for _ in 0..<max(1, threads) { start() }
    while let (place, result) = await group.next() {
      results[place] = result
      start()
    }
    return results.compactMap { $0 }
  }
}
