package import Selection

/// Seeded problems of a few hundred columns with groups, switches, counts and limits, too large to
/// enumerate: trees, windows, leaves and parts all turn up.
package enum MediumSelections {
  /// A problem whose columns and rows stand in an order of their own for every `order`; the best
  /// tier values do not hang on it.
  package static func make(seed: UInt64, order: UInt64) -> SelectionProblem {
    var random = SplitMix64(seed: seed)
    let plan = Plan(&random)
    var shuffle = SplitMix64(seed: order)
    return plan.problem(&shuffle)
  }

  /// What a problem is made of, before anything has a place.
  private struct Plan {
    struct Person {
      var sessions: [Int]
      var size: Int
      var cost: [[Int]]
    }

    var people: [Person] = []
    var seats: [Int] = []
    var least: [Int] = []
    var quota: [(people: [Int], most: Int)] = []

    init(_ random: inout SplitMix64) {
      let sessionCount = random.number(in: 4...7)
      for _ in 0..<sessionCount {
        seats.append(random.number(in: 5...9))
        least.append(random.number(in: 2...4))
      }
      for _ in 0..<random.number(in: 25...40) {
        let sessions = (0..<sessionCount).filter { _ in random.happens(percent: 45) }
        let size = random.happens(percent: 25) ? random.number(in: 2...4) : 1
        let points = random.number(in: 50...100)
        let cost = sessions.map { _ in
          [-size, -points * size, -10 * random.number(in: 0...12), random.number(in: 0...999)]
        }
        people.append(Person(sessions: sessions, size: size, cost: cost))
      }
      for _ in 0..<3 {
        let some = people.indices.filter { _ in random.happens(percent: 30) }
        quota.append((some, random.number(in: 3...8)))
      }
    }

    func problem(_ order: inout SplitMix64) -> SelectionProblem {
      var problem = SelectionProblem(tierCount: 4)
      var inSession = seats.map { _ in [SelectionProblem.Term]() }
      var ofPerson = people.map { _ in [SelectionProblem.Term]() }
      for person in shuffled(Array(people.indices), &order) {
        let slot = problem.addSlot()
        for (place, session) in people[person].sessions.enumerated() {
          let column = problem.addOption(slot: slot, cost: people[person].cost[place])
          inSession[session].append(.init(column, people[person].size))
          ofPerson[person].append(.init(column, people[person].size))
        }
      }
      for session in shuffled(Array(seats.indices), &order) {
        let runs = problem.addCount(lower: 0, upper: 1, cost: [0, 0, 0, 0])
        let terms = inSession[session]
        problem.addRow(lower: nil, upper: 0, terms: terms + [.init(runs, -seats[session])])
        problem.addRow(lower: 0, upper: nil, terms: terms + [.init(runs, -least[session])])
      }
      for (some, most) in quota {
        problem.addRow(lower: nil, upper: most, terms: some.flatMap { ofPerson[$0] })
      }
      return problem
    }

    private func shuffled(_ items: [Int], _ order: inout SplitMix64) -> [Int] {
      var items = items
      for place in stride(from: items.count - 1, to: 0, by: -1) {
        items.swapAt(place, order.number(in: 0...place))
      }
      return items
    }
  }
}
