import MobilityModel
import ModelFiles
import Planning
import RoundFiles

/// One run of `export`: from a round that has been read to models that have been written.
struct ModelExport {
  let input: RoundInput
  let isWeighted: Bool

  /// Compiles the round and writes its models, all of them or none.
  ///
  /// - Throws: `Ending`, with nothing written.
  func report(writingTo folder: String) throws(Ending) -> ExportReport {
    do {
      try OutputFolder.check(folder, round: input.place.path)
    } catch {
      throw .unwritable(error)
    }
    let (problem, files) = try models()
    do {
      try AtomicFolder.write(files, to: folder)
    } catch {
      throw .unwritable(error)
    }
    return ExportReport(
      folder: folder, files: files.map(\.name), columns: problem.columnNames.count,
      rows: problem.rowNames.count)
  }

  private func models() throws(Ending) -> (NamedProblem, [OutputFile]) {
    do {
      let problem = try NamedProblem(
        input.round, namedAs: input.names == nil ? nil : input.shown)
      let text = MPSText(
        problem.problem, columnNames: problem.columnNames, rowNames: problem.rowNames)
      let files = try objectives(of: problem).map { name, objective in
        OutputFile(
          name: "\(name).mps",
          bytes: text.bytes(
            objective: objective.name, cost: objective.cost, constant: objective.constant))
      }
      return (problem, files)
    } catch {
      throw .tooLarge(error.message)
    }
  }

  /// Objectives by the names of their files.
  private func objectives(
    of problem: NamedProblem
  ) throws(PlanningError) -> [(String, NamedProblem.Objective)] {
    if isWeighted {
      let sum = try problem.weighted()
      return [(sum.name, sum)]
    }
    return problem.objectives.enumerated().map { ("\($0 + 1)-\($1.name)", $1) }
  }
}
