import MobilityModel
import Proof
import RoundFiles

/// What the proof of a bundle says of the bundle's plan.
enum BundleProof: Hashable {
  /// No plan is better, by so many steps.
  case holds(steps: Int)
  /// It does not hold, or speaks of something else.
  case fails(String)

  /// Checks a proof.
  ///
  /// - Throws: `Ending.tooLarge`.
  /// - Complexity: that of `ProofChecker`.
  init(_ bytes: [UInt8], of plan: Plan, in input: RoundInput) throws(Ending) {
    switch try ProofReport(bytes, of: input).outcome {
    case .proven(plan, let verdict, let steps) where verdict.isSound: self = .holds(steps: steps)
    case .proven: self = .fails("it proves another plan than this one")
    case .refused(let fault): self = .fails("line \(fault.line.grouped): \(fault.message)")
    case .otherProblem: self = .fails("it is of another problem than that of the inputs")
    }
  }
}
