import Planning
import Selection
import Synchronization

extension Kernel where Input == SelectionProblem, Output == Outcome {
  /// Solves until there is any selection, or proof that there is none.
  static var firstPlan: Self {
    Kernel(
      name: "first-plan", counters: Counter.ofOutcome, prepare: problem,
      work: { problem in
        let hasPlan = Signal()
        var options = SolveOptions()
        options.shouldStop = { hasPlan.isSet }
        options.report = { if $0.value != nil { hasPlan.set() } }
        return Solver(problem: problem).solve(options: options)
      },
      tally: { try $0.tally() })
  }

  /// Solves until every tier is proven.
  static var proof: Self {
    Kernel(
      name: "proof", counters: Counter.ofOutcome, prepare: problem,
      work: { problem in
        let outcome = Solver(problem: problem).solve()
        if case .feasible = outcome { throw Fault.stopped }
        return outcome
      },
      tally: { try $0.tally() })
  }

  private static func problem(of tables: RoundFamily.Tables) throws -> SelectionProblem {
    try Compiler.compile(try round(of: tables)).problem
  }
}

extension Counter {
  /// What is counted of a run of the solver; a figure that it reports of itself is a case of
  /// `Counter`, a word here and a line in `tally`.
  static let ofOutcome: [Counter] = [.selected, .worth]
}

extension Outcome {
  fileprivate func tally() throws(Fault) -> Tally {
    switch self {
    case .optimal(let incumbent), .feasible(let incumbent, bounds: _):
      return [
        .selected: incumbent.value.count { $0 != 0 },
        .worth: Int(incumbent.tierValues.map(\.magnitude).reduce(0, +)),
      ]
    case .infeasible: return [:]
    case .unknown: throw .stopped
    }
  }
}

/// Remembers, across the solver's callbacks, that something has come about.
private final class Signal: Sendable {
  private let flag = Atomic(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}
