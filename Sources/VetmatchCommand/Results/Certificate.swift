import MobilityModel
import ModelFiles
import Planning
import Proof
import RoundFiles
import Selection

/// A proof that no plan is better, which the checker has accepted.
struct Certificate {
  private let bytes: [UInt8]

  /// Proves that a selection is best, and has the proof checked.
  ///
  /// - Returns: `nil` if the search was stopped.
  /// - Throws: `Ending.fault` where the checker does not accept the proof, `Ending.tooLarge`.
  init?(
    of selection: [Int], in input: RoundInput, inputs: [InputHash],
    shouldStop: @escaping @Sendable () -> Bool
  ) throws(Ending) {
    let named = try Self.problem(of: input)
    let costs = named.objectives.map { objective in
      zip(objective.cost, selection).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var text = ProofText()
    text.append(inputs: inputs)
    text.append(named)
    text.append(plan: selection, values: zip(costs, named.objectives).map { $0 + $1.constant })
    var prover = Prover(
      named.problem, tierValues: costs, shouldStop: shouldStop, record: { text.append($0) })
    guard prover.prove() else { return nil }
    text.appendEnd()
    bytes = text.bytes
    do throws(ProofFault) {
      var checker = try ProofChecker(bytes)
      _ = try checker.check()
    } catch {
      throw .fault(["line \(error.line) of the proof: \(error.message)"])
    }
  }

  /// The problem of a round under the names that are shown.
  ///
  /// - Throws: `Ending.tooLarge`.
  static func problem(of input: RoundInput) throws(Ending) -> NamedProblem {
    do {
      return try NamedProblem(input.round, namedAs: input.names == nil ? nil : input.shown)
    } catch {
      throw .tooLarge(error.message)
    }
  }

  /// Writes the certificate, wholly or not at all.
  func write(to path: String) throws(Ending) {
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw .unwritable(error)
    }
  }
}

extension ProofText {
  /// Writes the problem of a round.
  mutating func append(_ named: NamedProblem) {
    append(
      named.problem, columnNames: named.columnNames, rowNames: named.rowNames,
      tiers: named.objectives.map { Tier(name: $0.name, constant: $0.constant) })
  }
}
