import MobilityModel
import Planning
import RoundGeneration
import Selection
import Synchronization
import TestSupport
import Testing

/// A large round has a plan before anything of it is proven.
@Suite struct FirstPlanTests {
  @Test func `a run that is stopped at its first plan has one, with bounds`() throws {
    let round = try #require(GeneratedRound.make(profile: .scaled(people: 2_000), seed: 1).round)
    let problem = try NamedProblem(round).problem
    // From so many on a plan comes first.
    #expect(problem.columnCount > 10_000)
    let isPlanned = Atomic(false)
    var options = SolveOptions()
    options.report = { state in
      if state.value != nil { isPlanned.store(true, ordering: .relaxed) }
    }
    options.shouldStop = { isPlanned.load(ordering: .relaxed) }
    guard case .feasible(let plan, let bounds) = Solver(problem: problem).solve(options: options)
    else {
      Issue.record("no plan, or one that is proven although nothing was searched")
      return
    }
    #expect(BruteForceSelection.isSelection(plan.value, of: problem))
    let bound = try #require(bounds[0])
    let value = plan.tierValues[0]
    let places = round.sessions.reduce(0) { $0 + ($1.maxPeople ?? 0) }
    // What is filled counts as negative: at least nine tenths of all places are.
    #expect(bound <= value && value * 10 <= -9 * places, "\(value) of \(places), bound \(bound)")
  }
}
