import MobilityModel
import Planning
import Selection
import TestSupport
import Testing

@Suite struct NamedProblemTests {
  @Test func `every column and row of a round has a name of its own, in plain ASCII`() throws {
    for seed in 1...300 as ClosedRange<UInt64> {
      try expectPlain(NamedProblem(TinyRounds.make(seed: seed)), "seed \(seed)")
    }
    for set in try DataSet.all("conformance") {
      try expectPlain(NamedProblem(set.round), "\(set.name)")
    }
  }

  private func expectPlain(_ named: NamedProblem, _ comment: Comment) {
    #expect(named.columnNames.count == named.problem.columnCount, comment)
    #expect(named.rowNames.count == named.problem.slots.count + named.problem.rows.count, comment)
    let rows = named.rowNames + named.objectives.map(\.name) + ["weighted"]
    for names in [named.columnNames, rows] {
      #expect(Set(names).count == names.count, comment)
      #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }, comment)
      #expect(names.allSatisfy { (1...210).contains($0.utf8.count) }, comment)
    }
  }

  @Test func `the problem is the one that is solved`() throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      let (named, plain) = try (NamedProblem(round), Compiler.compile(round).problem)
      #expect(named.problem.rows == plain.rows && named.problem.slots == plain.slots)
      #expect(named.problem.cost == plain.cost && named.problem.upper == plain.upper)
      #expect(named.objectives.map(\.cost) == plain.cost)
    }
  }

  @Test func `names say what they stand for`() throws {
    let sets = try DataSet.all("conformance")
    let named = try NamedProblem(
      #require(sets.first { $0.name == "28-group-with-leader-and-minimum" }).round)
    #expect(
      named.columnNames.suffix(6)
        == ["x.p8-m1.a", "x.p8-m1.b", "runs.a", "leaders.a", "runs.b", "leaders.b"])
    #expect(named.rowNames.prefix(2) == ["group.m1.g1", "slot.p3-m1"])
    #expect(named.rowNames.contains("seats.a") && named.rowNames.contains("needed.b"))
  }

  @Test func `ids that run into each other with points between are told apart by a number`() throws
  {
    var round = pair()
    round.applications[0].id = "a"
    round.applications[1].id = "a.b"
    let dates = round.sessions[0].dates
    round.sessions = [
      Session(id: "b.c", stream: 0, host: 0, dates: dates),
      Session(id: "c", stream: 0, host: 0, dates: dates),
    ]
    #expect(
      try NamedProblem(round).columnNames == ["x.a.b.c", "x.a.c", "x.a.b.b.c", "x.a.b.c~2"])
  }

  @Test func `texts that are no ids are written in ASCII, and cut where they are long`() throws {
    var round = pair()
    round.attributeNames = ["class"]
    round.participants[0].attributes = ["5 č/~"]
    round.participants[1].attributes = [String(repeating: "ü", count: 200)]
    var limit = Limit(id: "one")
    limit.each = [.attribute(0)]
    (limit.min, limit.max) = (1, 5)
    round.limits = [limit]
    let names = try NamedProblem(round).rowNames.filter { $0.hasPrefix("limit.") }.sorted()
    #expect(names.count == 2)
    #expect(names.first == "limit.one." + String(repeating: "%C3%BC", count: 31) + "%C3")
    #expect(names.last == "limit.one.5%20%C4%8D%2F%7E")
  }

  @Test func `the least weighted sum is the best selection tier by tier`() throws {
    var (exact, refused) = (0, 0)
    for seed in 1...400 as ClosedRange<UInt64> {
      let round = TinyRounds.make(seed: seed)
      guard TinyRounds.planCount(of: round) <= 300 else { continue }
      let named = try NamedProblem(round)
      do throws(PlanningError) {
        let sum = try named.weighted()
        exact += 1
        expectLexicographic(sum, named, "seed \(seed)")
      } catch {
        refused += 1
      }
    }
    #expect(exact > 100, "\(exact) \(refused)")
  }

  private func expectLexicographic(
    _ sum: NamedProblem.Objective, _ named: NamedProblem, _ comment: Comment
  ) {
    var best: (tiers: [Int], sum: Int)?
    var least = Int.max
    SelectionEnumeration(named.problem).forEach { value in
      let tiers = named.objectives.map { $0.value(of: value) }
      let weighted = sum.value(of: value)
      least = min(least, weighted)
      #expect(abs(weighted) <= 1 << 53, comment)
      if best.map({ tiers.lexicographicallyPrecedes($0.tiers) }) ?? true {
        best = (tiers, weighted)
      }
    }
    #expect(best.map { $0.sum == least } ?? true, comment)
  }

  @Test func `weights beyond what doubles hold are refused with the tier`() throws {
    var round = pair()
    round.settings.objective = [.filled, .points, .draw]
    for place in round.applications.indices { round.applications[place].points = (1 << 40) + place }
    #expect(throws: PlanningError.weightsOutOfRange("points")) {
      try NamedProblem(round).weighted()
    }
  }
}

extension NamedProblem.Objective {
  fileprivate func value(of value: [Int]) -> Int {
    zip(cost, value).reduce(constant) { $0 + $1.0 * $1.1 }
  }
}
