import MobilityModel
import Planning

/// Counts once more, from the finished plan alone, what the steps of its mechanism say.
struct StepCheck {
  private let review: PlanReview
  private let mechanism: Mechanism
  private let all: FairShare?

  init(_ plan: Plan, of round: Round, by mechanism: Mechanism) {
    review = PlanReview(round, plan)
    self.mechanism = mechanism
    all = review.fairShares(by: [.role]).first
  }

  /// What is claimed and is not so.
  func faults(in steps: [MechanismStep]) -> [String] {
    steps.compactMap { step in
      if step.kind == .turns {
        return step.isProven && !isDefensible ? "turns: somebody has a claim that is not met" : nil
      }
      guard let counted = count(step), counted != step.value else { return nil }
      return "\(step.kind.name): the search says \(step.value), the plan has \(counted)"
    }
  }

  /// The number of a step; `nil` where the plan alone does not show it.
  private func count(_ step: MechanismStep) -> Int? {
    switch step.kind {
    case .choice(let rank): all.map { rank <= $0.ranks.count ? $0.ranks[rank - 1] : 0 } ?? 0
    case .unlisted: all?.unlisted ?? 0
    case .below(let share): countBelow(share)
    case .turns: nil
    }
  }

  private func countBelow(_ share: PlacedShare) -> Int? {
    guard case .equal(let key) = mechanism else { return nil }
    return review.fairShares(by: [key]).count {
      $0.eligible > 0 && PlacedShare(placed: $0.placed, eligible: $0.eligible) < share
    }
  }

  /// Whether nobody envies one with fewer points, and no seat is wasted.
  private var isDefensible: Bool {
    review.wastedSeats().isEmpty && review.justifiedEnvy().allSatisfy(\.isByLot)
  }
}
