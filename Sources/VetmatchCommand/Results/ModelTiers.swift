import ModelFiles
import RoundFiles

/// Models that have been read: one set of columns and rows, and an objective from each.
struct ModelTiers {
  /// The first model, for its columns and rows.
  let model: Model
  /// In the order of the files, over the columns of the first.
  let objectives: [ModelObjective]

  /// Reads models; all findings of all of them come in one pass.
  ///
  /// - Throws: `Ending.missing` or `Ending.findings`.
  init(paths: [String]) throws(Ending) {
    var first: Model?
    var objectives: [ModelObjective] = []
    var findings: [Finding] = []
    for path in paths {
      switch MPSReader.read(path: path) {
      case .missing(let path): throw .missing(path: path)
      case .findings(let found): findings += found
      case .model(let model):
        let shared = first ?? model
        first = shared
        findings += model.differences(from: shared)
        objectives.append(model.objective(inOrderOf: shared))
      }
    }
    guard let first, findings.isEmpty else { throw .findings(findings) }
    model = first
    self.objectives = objectives
  }
}
