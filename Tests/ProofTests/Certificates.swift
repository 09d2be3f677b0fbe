import ModelFiles
import Proof
import Selection
import TestSupport

/// Certificates of tiny problems.
enum Certificates {
  static func names(of problem: SelectionProblem) -> (columns: [String], rows: [String]) {
    (
      (0..<problem.columnCount).map { "c\($0)" },
      (0..<(problem.slots.count + problem.rows.count)).map { "r\($0)" }
    )
  }

  /// A certificate that a selection is best, whether it is or not.
  ///
  /// - Returns: `nil` where no proof is found.
  static func make(_ problem: SelectionProblem, plan: [Int], values: [Int]) -> [UInt8]? {
    var text = ProofText()
    let names = names(of: problem)
    text.append(inputs: [])
    text.append(
      problem, columnNames: names.columns, rowNames: names.rows,
      tiers: values.indices.map { ProofText.Tier(name: "t\($0)", constant: 0) })
    text.append(plan: plan, values: values)
    var prover = Prover(problem, tierValues: values, record: { text.append($0) })
    guard prover.prove() else { return nil }
    text.appendEnd()
    return text.bytes
  }

  /// A certificate of a seeded problem, if the problem has a selection.
  static func tiny(seed: UInt64) -> [UInt8]? {
    let problem = TinySelections.make(seed: seed)
    guard let best = BruteForceSelection.best(of: problem) else { return nil }
    return make(problem, plan: best.selections[0], values: best.tierValues)
  }

  /// Why a certificate does not hold, or `nil` if it does.
  static func fault(_ bytes: [UInt8]) -> ProofFault? {
    do throws(ProofFault) {
      var checker = try ProofChecker(bytes)
      _ = try checker.check()
      return nil
    } catch {
      return error
    }
  }
}
