import MobilityModel
import Planning
import RoundFiles

/// One run of `replan`.
struct ReplanRun {
  /// The round of the published plan.
  let input: RoundInput
  let replanning: Replanning
  /// Seconds; `nil` is no limit.
  let timeLimit: Double?
  let progress: ProgressLine

  /// Plans anew, has the plan audited, and writes it with what it changes.
  ///
  /// - Throws: `Ending`, with nothing written.
  func report(onPlan path: String, writingTo output: String) throws(Ending) -> ReplanReport {
    let published = try publishedPlan(path)
    let (_, kept, lowered) = replanning.round(after: input.round, published)
    let changed = input.changing { replanning.round(after: $0, published).round }
    let run = AllocationRun(
      input: changed, gap: 0, timeLimit: timeLimit, progress: progress,
      mostChanges: replanning.mostMoves, plan: path)
    var difference: PlanDifference?
    let allocation = try run.report(writingTo: output) { plan in
      let found = PlanDifference(
        before: PlanReview(input.round, published), after: PlanReview(changed.round, plan),
        kept: kept)
      difference = found
      return [("changes", ChangeTable(round: input.shown, difference: found).table)]
    }
    guard case .written(let results, _) = allocation, let difference else {
      return ReplanReport(allocation: allocation, outcome: nil)
    }
    let warnings = Warnings(
      round: input.shown, published: published, plan: results.plan.plan, kept: kept,
      lowered: lowered, stopped: difference.stopped)
    return ReplanReport(
      allocation: allocation,
      outcome: ReplanReport.Outcome(
        round: input.shown, difference: difference, warnings: warnings.lines))
  }

  /// The plan that people have been told.
  ///
  /// It may break rules that have come since, but has each application once.
  private func publishedPlan(_ path: String) throws(Ending) -> Plan {
    let placements = try input.placements(ofPlan: path)
    if Set(placements.map(\.application)).count < placements.count {
      throw .broken(VerdictReport(of: placements, in: input))
    }
    return Plan(placements: placements)
  }
}

/// What a planner should look at after replanning.
private struct Warnings {
  let round: Round
  let published: Plan
  let plan: Plan
  let kept: [Int]
  let lowered: [Int]
  let stopped: [Int]

  var lines: [String] {
    let words = ChangeWords(round)
    let below = lowered.map { session in
      "\(words.session(session)) is under its minimum of \(round.sessions[session].minPeople): "
        + counted(people(plan, in: session) { kept[$0] }, "participant is", "participants are")
        + " left"
    }
    let gone = stopped.map { session in
      "\(words.session(session)) does not run any more: "
        + counted(people(published, in: session) { $0 }, "participant had", "participants had")
        + " a place"
    }
    return below + gone
  }

  private func people(_ plan: Plan, in session: Int, _ place: (Int) -> Int) -> Int {
    plan.placements.count {
      Int($0.session) == session
        && round.applications[place(Int($0.application))].role == .participant
    }
  }
}
