import MobilityModel
import Planning
import Selection
import Synchronization

/// How a planner's round is planned anew: the one seam between the page and the search.
struct PlanMaker: Sendable {
  /// The best plan of a round.
  ///
  /// - Parameters:
  ///   - round: the round as it is now.
  ///   - before: by application's id where everybody was; a start for the search, perhaps.
  ///   - shouldStop: asked often; `true` ends the search with what is known.
  /// - Throws: `PlanningError` where the numbers of the round are too large.
  typealias Make =
    @Sendable (
      _ round: Round, _ before: [String: String], _ shouldStop: @escaping @Sendable () -> Bool
    ) throws -> AllocationOutcome

  let make: Make

  /// Plans with what the plans before have taught.
  static var learning: PlanMaker {
    let lessons = Mutex<Lessons?>(nil)
    return PlanMaker { round, _, shouldStop in
      var options = SolveOptions()
      options.shouldStop = shouldStop
      options.crew = ThreadCrew(threads: ThreadsOption.usual)
      options.lessons = lessons.withLock { $0 }
      let (outcome, learned) = try Allocator(round: round).learn(options: options)
      if let learned { lessons.withLock { $0 = learned } }
      return outcome
    }
  }
}
