import MobilityModel
import Synchronization

/// Plans one round after the other, each with what those before it have taught.
final class LearningFinder: Sendable {
  private let finder: Mutex<PlanFinder>

  init(_ finder: PlanFinder) { self.finder = Mutex(finder) }

  /// Finds the best plan of a round; rounds that are asked about together wait for each other.
  func answer(_ round: Round) -> PlanFinder.Answer {
    finder.withLock { finder in
      let answer: PlanFinder.Answer
      (answer, finder) = finder.learn(round)
      return answer
    }
  }
}
