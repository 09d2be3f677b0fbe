import MobilityModel
import Planning
import RoundGeneration
import Selection
import TestSupport
import Testing

/// Changes of a round that are solved with what the round itself has taught.
@Suite struct TaughtChangeTests {
  /// In three of these six, a tree that takes what branching has brought in the round itself for
  /// what it brings here does not end.
  @Test func `lessons do not make a tree long`() throws {
    let round = try #require(GeneratedRound.make(profile: .small, seed: 8).round)
    let base = try Compiler.compileWithKeys(round).problem
    let lessons = Solver(problem: base).learn(options: SolveOptions()).lessons
    let units = round.unitChanges
    for unit in (0..<6).map({ units[$0 * units.count / 6] }) {
      let problem = try Compiler.compileWithKeys(round.changing([unit])).problem
      let (cold, nodes) = Self.solve(problem, nil)
      let (taught, taughtNodes) = Self.solve(problem, lessons)
      #expect(taught == cold, "\(unit)")
      #expect(taughtNodes <= 2 * nodes, "\(unit): \(nodes) nodes from nothing")
    }
  }

  /// The values of the best selection, unless it takes a tree of thousands of nodes, and the nodes.
  private static func solve(_ problem: SelectionProblem, _ lessons: Lessons?) -> (
    [Int]?, nodes: Int
  ) {
    let effort = Effort()
    var options = SolveOptions()
    (options.effort, options.lessons) = (effort, lessons)
    options.shouldStop = { effort.nodes > 5000 }
    guard case .optimal(let best) = Solver(problem: problem).solve(options: options) else {
      return (nil, effort.nodes)
    }
    return (best.tierValues, effort.nodes)
  }
}
