import MobilityModel
import ModelFiles
import Planning
import Proof
import RoundFiles

/// What a check of a certificate has found.
struct ProofReport: Report {
  let outcome: Outcome
  /// Tables whose bytes are not those that the certificate names.
  let changedInputs: [String]

  enum Outcome {
    /// No plan is better than this one; what the audit says about it.
    case proven(Plan, VerdictReport, steps: Int)
    /// The proof does not hold.
    case refused(ProofFault)
    /// The proof speaks of another problem than the round's.
    case otherProblem
  }

  /// Checks a certificate against a round.
  ///
  /// - Throws: `Ending`.
  init(_ bytes: [UInt8], of input: RoundInput) throws(Ending) {
    let named = try Certificate.problem(of: input)
    do throws(ProofFault) {
      var checker = try ProofChecker(bytes)
      let known = Dictionary(
        checker.model.inputs.map { ($0.file, $0.sha256) }, uniquingKeysWith: { first, _ in first })
      var text = ProofText()
      text.append(named)
      guard text.bytes.elementsEqual(bytes[checker.model.problemBytes]) else {
        (outcome, changedInputs) = (.otherProblem, [])
        return
      }
      let steps = try checker.check()
      let plan = named.plan(of: checker.model.plan)
      outcome = .proven(plan, VerdictReport(of: plan.placements, in: input), steps: steps)
      let hashes = (try? input.fingerprints()) ?? []
      changedInputs = hashes.filter { known[ProofText.name(of: $0)] != $0.sha256 }.map(\.file)
    } catch {
      (outcome, changedInputs) = (.refused(error), [])
    }
  }

  var status: ExitStatus {
    if case .proven(_, let verdict, _) = outcome, verdict.isSound { .done } else { .broken }
  }

  var json: JSONText.Value {
    switch outcome {
    case .proven(_, let verdict, let steps):
      [
        "status": verdict.isSound ? "proven" : "broken", "steps": .integer(steps),
        "changed_inputs": .array(changedInputs.map { .string($0) }), "plan": verdict.json,
      ]
    case .refused(let fault):
      [
        "status": "refused", "line": .integer(fault.line), "message": .string(fault.message),
      ]
    case .otherProblem: ["status": "other-problem"]
    }
  }

  func lines(style: Style) -> [String] {
    switch outcome {
    case .proven(_, let verdict, let steps):
      let title =
        "\(style.good("proven"))  no plan is better in any tier; \(steps.grouped) steps checked"
      let notes = changedInputs.map {
        "note: \($0.printable) is not the file that the proof was made from, but asks the same"
      }
      return [title] + notes + verdict.lines(style: style)
    case .refused(let fault):
      return ["\(style.bad("refused"))  line \(fault.line.grouped): \(fault.message)"]
    case .otherProblem:
      return [
        "\(style.bad("refused"))  the proof is of another problem than this round's"
      ]
    }
  }
}
