import Audit
import MobilityModel
import Planning

/// Explains parts of a plan.
struct ExplainRun {
  enum Subject {
    /// Indices into `Round.applications`.
    case applications([Int])
    case session(Int)
    case limit(Int)
  }

  let input: RoundInput
  let plan: Plan
  private let review: PlanReview
  private let whatIf: WhatIf

  /// - Parameters:
  ///   - input: the round.
  ///   - plan: one that keeps every rule of the input's round.
  ///   - seconds: for which changed rounds are planned at the most.
  init(input: RoundInput, plan: Plan, seconds: Double) {
    self.input = input
    self.plan = plan
    review = PlanReview(input.round, plan)
    let interruption = Interruption(timeLimit: .seconds(seconds))
    whatIf = WhatIf(
      review, values: Self.values(input.round, plan) ?? [], audit: Self.values,
      shouldStop: { interruption.isDue })
  }

  /// What the audit counts.
  private static let values: WhatIf.Audit = { round, plan in
    guard case .sound(let values) = Auditor(round: round).audit(plan.placements) else { return nil }
    return values.map(\.value)
  }

  func report(on subject: Subject) -> ExplanationReport {
    let text = ExplanationText(round: input.shown, values: whatIf.values)
    switch subject {
    case .applications(let applications):
      return .applications(applications.map(explanation), text)
    case .session(let session): return .session(explanation(ofSession: session), text)
    case .limit(let limit): return .limit(explanation(ofLimit: limit), text)
    }
  }

  private func explanation(_ application: Int) -> ApplicationExplanation {
    let placement = plan.placements.first { Int($0.application) == application }
    return ApplicationExplanation(
      application: application, placement: placement,
      reasons: review.reasons(application: application),
      prospects: review.prospects(application: application),
      search: placement == nil ? whatIf.remedies(application: application) : nil)
  }

  private func explanation(ofSession session: Int) -> SessionExplanation {
    SessionExplanation(
      session: session, placements: plan.placements.filter { Int($0.session) == session },
      reserves: review.reserves(of: session))
  }

  private func explanation(ofLimit place: Int) -> LimitExplanation {
    let limit = input.round.limits[place]
    let uses = review.limitUses().filter { $0.limit == place }
    var changes: [RoundChange] = []
    if uses.contains(where: { use in limit.max.map { use.count >= $0 } ?? false }) {
      changes.append(.ceiling(limit: place, more: 1))
    }
    if let least = limit.min, least > 0, uses.contains(where: { $0.count <= least }) {
      changes.append(.floor(limit: place, less: 1))
    }
    return LimitExplanation(
      limit: place, uses: uses, heldBack: review.heldBack(byLimit: place),
      units: changes.map { change in
        LimitExplanation.Unit(
          change: change, answer: whatIf.answer([change]), published: plan)
      })
  }
}
