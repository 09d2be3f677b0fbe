package import MobilityModel

/// Who withdraws in which run of a simulation: each placed application by itself, with the chance of
/// its stream.
package struct Withdrawals: Sendable {
  /// Chance in millionths, indexed by stream.
  package let rates: [Int]
  private let round: Round
  private let plan: Plan
  private let applications: SeededChance
  private let extras: SeededChance

  package init(_ round: Round, _ plan: Plan, rates: [Int], seed: UInt64) {
    (self.round, self.plan, self.rates) = (round, plan, rates)
    applications = SeededChance(
      kind: "withdraws", ids: round.applications.map(\.id), seed: seed)
    extras = SeededChance(kind: "extra", ids: round.sessions.map(\.id), seed: seed)
  }

  /// Indices of the applications that withdraw in a run.
  package func withdrawn(run: Int) -> Set<Int> {
    Set(
      plan.placements.lazy.map { Int($0.application) }.filter { application in
        applications.happens(
          millionths: rates[round.applications[application].stream], to: application, run: run)
      })
  }

  /// How many people selected for a session beyond its places do not withdraw, indexed by how many are
  /// selected.
  package func extrasStaying(session: Int, run: Int, most: Int) -> [Int] {
    let rate = rates[round.sessions[session].stream]
    var staying = [0]
    for number in 0..<most {
      let leaves = extras.happens(
        millionths: rate, to: session, run: run &* 100_003 &+ number)
      staying.append((staying.last ?? 0) + (leaves ? 0 : 1))
    }
    return staying
  }
}
