import Dispatch
import MobilityModel
import Planning
import Reporting
import Selection
import Synchronization

/// A round on a planner's way: its tables with the changes so far, and the plan of it.
struct PlannerStep: Sendable {
  /// What became of planning it.
  enum Outcome: Sendable {
    /// Nobody has planned it, or planning was broken off.
    case waiting
    case planned(AuditedPlan)
    case infeasible(Infeasibility)
    case unknown
    /// Why it cannot be planned.
    case failed(String)
  }

  /// In the round's own ids.
  var edits: [PlannerEdit]
  var tables: PlannerTables
  var input: RoundInput
  var outcome = Outcome.waiting
  /// Where everybody was before, by id.
  var before: [String: String] = [:]
  /// What planning it has taught, or the step before while it is not planned: after an undo the
  /// next change starts from what is known of the round as it stands.
  var lessons: Lessons?

  var plan: AuditedPlan? {
    if case .planned(let plan) = outcome { plan } else { nil }
  }

  /// Where everybody is, by id.
  var placed: [String: String]? {
    plan.map { plan in
      let round = input.shown
      return Dictionary(
        uniqueKeysWithValues: plan.plan.placements.map {
          (round.applications[Int($0.application)].id, round.placeText($0))
        })
    }
  }

  /// What a page of it is made from; `nil` while it has no plan.
  var source: ReportSource? {
    plan.map { plan in
      var source = ReportSource(
        round: input.round, shown: input.shown, title: input.title, plan: plan.plan,
        tiers: plan.tiers)
      source.proof = plan.isProven ? .proven : .gap
      source.isPseudonymous = input.names != nil
      return source
    }
  }
}

/// A search that is under way, for those who wait for it and those who break it off.
final class PlannerJob: Sendable {
  let done = DispatchGroup()
  private let isOver = Atomic<Bool>(false)

  init() { done.enter() }

  var isAbandoned: Bool { isOver.load(ordering: .relaxed) }

  func abandon() { isOver.store(true, ordering: .relaxed) }
}

extension PlannerStep.Outcome {
  /// - Throws: `Ending.fault` if the audit refuses the plan.
  init(_ made: AllocationOutcome, of round: Round) throws {
    switch made {
    case .optimal(let allocation), .feasible(let allocation):
      self = .planned(try AuditedPlan(allocation, of: round))
    case .infeasible(let found): self = .infeasible(found)
    case .unknown: self = .unknown
    }
  }
}

extension Planner.State {
  /// How far from the step at hand lessons are kept, which take tens of megabytes for each step.
  private static let reach = 4

  /// Keeps what planning the step at hand has taught.
  mutating func learn(_ lessons: Lessons) {
    steps[place].lessons = lessons
    for far in steps.indices where abs(far - place) > Self.reach { steps[far].lessons = nil }
  }

  /// What is known of the step at hand, or of the nearest one that anything is known of.
  var lessons: Lessons? {
    let known = steps.indices.filter { steps[$0].lessons != nil }
    return known.min { abs($0 - place) < abs($1 - place) }.flatMap { steps[$0].lessons }
  }
}
