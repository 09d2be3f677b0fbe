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

/// Changes of a round, compiled, and what the round itself has taught.
struct Changes {
  /// One unit more here or there, spread over all that a round can have more of.
  fileprivate let problems: [SelectionProblem]
  fileprivate let lessons: Lessons?

  private static let most = 6

  fileprivate init(_ tables: RoundFamily.Tables, learns: Bool) throws {
    let round = try round(of: tables)
    let units = round.unitChanges
    let places = (0..<min(Self.most, units.count)).map { $0 * units.count / Self.most }
    problems = try places.map { try Compiler.compileWithKeys(round.changing([units[$0]])).problem }
    let base = try Compiler.compileWithKeys(round).problem
    lessons = learns ? Solver(problem: base).learn(options: SolveOptions()).lessons : nil
  }
}

extension Kernel where Input == Changes, Output == [Solved] {
  /// Solves changes of a solved round with what that has taught.
  static var resolving: Self { solving("re-solve", learns: true) }

  /// Solves the same changes from nothing.
  static var changesFromNothing: Self { solving("re-solve-from-nothing", learns: false) }

  private static func solving(_ name: String, learns: Bool) -> Self {
    Kernel(
      name: name, counters: Counter.ofOutcome, prepare: { try Changes($0, learns: learns) },
      work: { changes in
        changes.problems.map { problem in Solved(problem) { $0.lessons = changes.lessons } }
      },
      tally: { solved in
        var sum: Tally = [:]
        for one in solved { sum.add(try one.tally()) }
        return sum
      })
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
