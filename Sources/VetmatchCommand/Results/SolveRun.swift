import MobilityModel
import ModelFiles
import Planning
import RoundFiles
import Selection

/// One run of `solve`: from the files of models to an answer that has been checked and written.
struct SolveRun {
  let paths: [String]
  /// Seconds; `nil` is no limit.
  let timeLimit: Double?
  /// How many parts of the problem are solved at a time.
  let threads: Int
  let progress: ProgressLine

  /// Solves the models, checks the answer, and writes it if a file is given.
  ///
  /// - Throws: `Ending`, with nothing written.
  func report(writingTo file: String?) throws(Ending) -> SolveReport {
    let interruption = Interruption(timeLimit: timeLimit.map { .seconds($0) })
    do {
      if let file { try OutputFolder.check(file: file, inputs: paths) }
    } catch {
      throw .unwritable(error)
    }
    let tiers = try ModelTiers(paths: paths)
    let answer: ModelAnswer
    switch try solve(tiers, until: interruption) {
    case .infeasible: return .infeasible
    case .unknown: return .unknown(wasSignalled: interruption.wasSignalled)
    case .optimal(let found):
      answer = try ModelAnswer(found, bounds: found.tierValues, of: tiers)
    case .feasible(let found, let bounds):
      answer = try ModelAnswer(found, bounds: bounds, of: tiers)
    }
    if let file { try TableFile(path: file).write(answer.table) }
    return .found(answer, file: file, wasSignalled: interruption.wasSignalled)
  }

  private func solve(
    _ tiers: ModelTiers, until interruption: Interruption
  ) throws(Ending) -> Outcome {
    defer { progress.clear() }
    progress.say("setting up")
    let model = ModelProblem(tiers.model, tiers: tiers.objectives)
    do {
      try RangeCheck.check(model.problem)
    } catch {
      throw .tooLarge(model.message(error))
    }
    return Solver(problem: model.problem).solve(options: options(tiers.objectives, interruption))
  }

  private func options(
    _ objectives: [ModelObjective], _ interruption: Interruption
  ) -> SolveOptions {
    var options = SolveOptions()
    let progress = progress
    options.shouldStop = {
      progress.tick()
      return interruption.isDue
    }
    options.crew = ThreadCrew(threads: threads)
    options.report = { state in
      let objective = objectives[state.tier]
      progress.say(
        objective.name.printable, value: state.value.map(objective.value(ofCost:)),
        bound: state.bound.map(objective.value(ofCost:))
      ) { $0.grouped }
    }
    return options
  }
}
