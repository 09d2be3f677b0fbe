import MobilityModel
import Planning
import Selection

/// How a planner's round is planned anew: the one seam between the page and the search.
struct PlanMaker: Sendable {
  /// The best plan of a round.
  ///
  /// - Parameters:
  ///   - round: the round as it is now.
  ///   - lessons: what planning the step that it comes from has taught.
  ///   - shouldStop: asked often; `true` ends the search with what is known.
  /// - Returns: the plan, and what planning it has taught, if it came to its end.
  /// - Throws: `PlanningError` where the numbers of the round are too large.
  typealias Make =
    @Sendable (
      _ round: Round, _ lessons: Lessons?, _ shouldStop: @escaping @Sendable () -> Bool
    ) throws -> (AllocationOutcome, Lessons?)

  let make: Make

  /// Plans with what the step before has taught.
  static let learning = PlanMaker { round, lessons, shouldStop in
    var options = SolveOptions()
    options.shouldStop = shouldStop
    options.crew = ThreadCrew(threads: ThreadsOption.usual)
    options.lessons = lessons
    return try Allocator(round: round).learn(options: options)
  }
}
