import Planning
import Selection
import Synchronization

extension Kernel where Input == SelectionProblem, Output == Solved {
  /// Solves until there is any selection, or proof that there is none.
  static var firstPlan: Self {
    Kernel(
      name: "first-plan", counters: Counter.ofOutcome, prepare: problem,
      work: { problem in
        let hasPlan = Signal()
        return Solved(problem) { options in
          options.shouldStop = { hasPlan.isSet }
          options.report = { if $0.value != nil { hasPlan.set() } }
        }
      },
      tally: { try $0.tally() })
  }

  /// Solves until every tier is proven.
  static var proof: Self {
    Kernel(
      name: "proof", counters: Counter.ofOutcome, prepare: problem,
      work: { problem in
        let solved = Solved(problem)
        if case .feasible = solved.outcome { throw Fault.stopped }
        return solved
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
  static let ofOutcome: [Counter] = [.selected, .worth, .nodes, .pivots, .cuts]
}

/// What a run of the solver found, and the work that it took.
struct Solved {
  let outcome: Outcome
  private let effort = Effort()

  init(_ problem: SelectionProblem, _ change: (inout SolveOptions) -> Void = { _ in }) {
    var options = SolveOptions()
    options.effort = effort
    change(&options)
    outcome = Solver(problem: problem).solve(options: options)
  }

  fileprivate func tally() throws(Fault) -> Tally {
    var tally: Tally = [.nodes: effort.nodes, .pivots: effort.pivots, .cuts: effort.cuts]
    switch outcome {
    case .optimal(let incumbent), .feasible(let incumbent, bounds: _):
      tally[.selected] = incumbent.value.count { $0 != 0 }
      tally[.worth] = Int(incumbent.tierValues.map(\.magnitude).reduce(0, +))
    case .infeasible: break
    case .unknown: throw .stopped
    }
    return tally
  }
}

/// Remembers, across the solver's callbacks, that something has come about.
private final class Signal: Sendable {
  private let flag = Atomic(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}
