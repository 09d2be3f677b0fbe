import MobilityModel
import Planning
import TestSupport
import Testing

@testable import Reporting

/// What a report says is true of the plan: counted here again, in another way.
@Suite struct ContentTests {
  private func contents(seeds: Range<UInt64>) throws -> [(UInt64, ReportContent)] {
    try seeds.compactMap { seed in
      let round = TinyRounds.make(seed: seed)
      guard case .optimal(let allocation) = try Allocator(round: round).allocate() else {
        return nil
      }
      let source = ReportSource(
        round: round, shown: round, title: "tiny", plan: allocation.plan,
        tiers: allocation.tiers)
      return (seed, ReportContent(source, names: nil, by: [.country, .organisation]))
    }
  }

  @Test func `everybody is in one session or among those who are left out`() throws {
    for (seed, content) in try contents(seeds: 0..<120) {
      let placed = content.sessions.flatMap(\.placed).map(\.person.application)
      let left = content.left.rows.map(\.person.application)
      #expect((placed + left).sorted() == Array(content.round.applications.indices), "\(seed)")
      #expect(content.left.sums.reduce(0) { $0 + $1.people } == left.count, "\(seed)")
    }
  }

  @Test func `flows, timelines and choices add up to the placements`() throws {
    for (seed, content) in try contents(seeds: 0..<120) {
      let placements = content.source.plan.placements.count
      let participants = content.source.plan.placements.count {
        content.round.applications[Int($0.application)].role == .participant
      }
      #expect(content.flows.people.joined().reduce(0, +) == placements, "\(seed)")
      #expect(content.flows.hosts.reduce(0) { $0 + $1.people } == placements, "\(seed)")
      #expect(content.timelines.hosts.reduce(0) { $0 + $1.people } == placements, "\(seed)")
      let chosen = content.choices.flatMap(\.choices).reduce(0, +)
      #expect(chosen == participants, "\(seed)")
    }
  }

  @Test func `a limit that is said to open a place with one more does so`() throws {
    var opened = 0
    for (seed, content) in try contents(seeds: 0..<400) {
      for binding in content.limits where binding.opensOne {
        let place = binding.limit
        let most = content.round.limits[place].max ?? 0
        let id = content.round.limits[place].id
        var round = content.round
        round.settings.objective = [.filled]
        for index in round.streams.indices { round.streams[index].weight = 1 }
        let before = content.source.plan.placements.count {
          round.applications[Int($0.application)].role == .participant
        }
        round.limits[place].max = most + 1
        guard case .optimal(let better) = try Allocator(round: round).allocate() else {
          Issue.record("seed \(seed): no plan with one more under \(id)")
          continue
        }
        #expect(better.tiers[0].value > before, "seed \(seed), limit \(id)")
        opened += 1
      }
    }
    #expect(opened > 5)
  }

  @Test func `the same plan is no comparison, another one is told application by application`()
    throws
  {
    for (seed, content) in try contents(seeds: 0..<60) {
      let plan = content.source.plan
      #expect(Comparison.moves(from: plan, to: plan, content.round).isEmpty, "\(seed)")
      guard let gone = plan.placements.first else { continue }
      let less = Plan(placements: Array(plan.placements.dropFirst()))
      let moves = Comparison.moves(from: plan, to: less, content.round)
      #expect(moves.map(\.kind) == [.dropped] && moves[0].from == gone, "\(seed)")
    }
  }
}
