import Synchronization
import TestSupport
import Testing

@testable import Selection

@Suite struct LargeSearchTests {
  @Test func `no selection of a tiny problem is better than a bound from prices`() {
    var tight = 0
    for seed in UInt64(1)...1500 {
      let problem = TinySelections.make(seed: seed)
      guard let best = BruteForceSelection.best(of: problem),
        let coupled = CoupledProblem(problem)
      else { continue }
      var random = SplitMix64(seed: seed)
      for tier in 0..<problem.tierCount {
        let held = (0..<tier).map { earlier in
          (
            cost: problem.cost[earlier], value: best.tierValues[earlier],
            price: Double(random.number(in: -30...30)) / 7
          )
        }
        let price = coupled.rows.map { _ in Double(random.number(in: -20...20)) / 9 }
        guard
          let bound = PriceBound(coupled, cost: problem.cost[tier], held: held, price: price)?.value
        else { continue }
        #expect(bound <= best.tierValues[tier], "seed \(seed), tier \(tier)")
        tight += bound == best.tierValues[tier] ? 1 : 0
      }
    }
    #expect(tight > 50, "\(tight)")
  }

  @Test func `plans along the vertex of tiny problems are selections`() {
    var (found, best) = (0, 0)
    for seed in UInt64(1)...600 {
      let problem = TinySelections.make(seed: seed)
      guard let plan = VertexPlan(problem)?.selection(SolveOptions()) else { continue }
      found += 1
      #expect(BruteForceSelection.isSelection(plan, of: problem), "seed \(seed)")
      guard let values = BruteForceSelection.best(of: problem)?.tierValues else {
        Issue.record("seed \(seed) has no selection, but a plan")
        continue
      }
      if problem.values(of: plan) == values { best += 1 }
    }
    #expect(found > 200 && best > 100, "\(found), \(best)")
  }

  @Test func `plans of tiny problems are selections, and bounds hold for them`() {
    var (found, exact) = (0, 0)
    for seed in UInt64(1)...600 {
      let problem = TinySelections.make(seed: seed)
      var search = LargeSearch(problem, SolveOptions())
      guard let outcome = search?.outcome() else { continue }
      guard let best = BruteForceSelection.best(of: problem) else {
        Issue.record("seed \(seed) has no selection, but \(outcome)")
        continue
      }
      found += 1
      switch outcome {
      case .optimal(let incumbent):
        exact += 1
        #expect(incumbent.tierValues == best.tierValues, "seed \(seed)")
      case .feasible(let incumbent, let bounds):
        #expect(BruteForceSelection.isSelection(incumbent.value, of: problem), "seed \(seed)")
        #expect(!incumbent.tierValues.lexicographicallyPrecedes(best.tierValues), "seed \(seed)")
        for (bound, value) in zip(bounds, incumbent.tierValues) {
          #expect(bound ?? .min <= value, "seed \(seed)")
        }
        if let first = bounds[0] { #expect(first <= best.tierValues[0], "seed \(seed)") }
      default: Issue.record("seed \(seed): \(outcome)")
      }
    }
    #expect(found > 200 && exact > 50, "\(found), \(exact)")
  }

  @Test func `rows that hold sums to whole counts keep every selection`() {
    var rowCount = 0
    for seed in UInt64(1)...600 {
      let problem = TinySelections.make(seed: seed)
      guard let plain = CoupledProblem(problem),
        let clusters = CountClusters(plain, cost: problem.cost)
      else { continue }
      let derived = HullRows(plain, clusters).rows
      if derived.isEmpty { continue }
      rowCount += derived.count
      for value in BruteForceSelection.selections(of: problem) {
        for row in derived {
          var sum = row.counts.reduce(0) {
            $0 + $1.coefficient * value[Int(plain.countColumn[Int($1.count)])]
          }
          for option in 0..<plain.optionCount {
            for entry in plain.entries(of: option) where plain.entrySum[entry] == row.sum {
              sum += Int(plain.entryCoefficient[entry]) * value[Int(plain.column[option])]
            }
          }
          #expect(sum >= row.lower && sum <= row.upper, "seed \(seed)")
        }
      }
    }
    #expect(rowCount > 10, "\(rowCount)")
  }

  @Test func `a medium problem is planned near its bound, and the same again`() {
    for seed in UInt64(1)...10 {
      let problem = MediumSelections.make(seed: seed, order: 1)
      var (first, second) = (
        LargeSearch(problem, SolveOptions()), LargeSearch(problem, SolveOptions())
      )
      let outcome = first?.outcome()
      #expect(outcome == second?.outcome(), "seed \(seed)")
      guard case .feasible(let incumbent, let bounds) = outcome, let bound = bounds[0] else {
        continue
      }
      #expect(BruteForceSelection.isSelection(incumbent.value, of: problem), "seed \(seed)")
      let gap = Double(incumbent.tierValues[0] - bound) / Double(max(1, abs(bound)))
      #expect(gap >= 0 && gap < 0.2, "seed \(seed): \(gap)")
    }
  }

  @Test func `a gap ends the search for a bound that is near enough, with the same plan`() {
    var sooner = 0
    for seed in UInt64(1)...10 {
      let problem = MediumSelections.make(seed: seed, order: 1)
      let (whole, allSteps) = outcome(of: problem, gap: 0)
      for gap in [0.5, 0.1] {
        let (near, steps) = outcome(of: problem, gap: gap)
        #expect(near?.incumbent == whole?.incumbent, "seed \(seed)")
        guard let near, let whole else { continue }
        #expect(steps <= allSteps, "seed \(seed)")
        sooner += steps < allSteps ? 1 : 0
        // The first tier's prices are looked for in the same way until the search for them ends.
        let value = near.incumbent.tierValues[0]
        let (bound, best) = (near.bounds[0] ?? .min, whole.bounds[0] ?? .min)
        #expect(bound <= best, "seed \(seed)")
        let isNear = SolveOptions.relativeGap(of: value, bound: bound) <= gap
        #expect(isNear || bound == best, "seed \(seed), gap \(gap)")
      }
    }
    #expect(sooner > 5, "\(sooner)")
  }

  /// What a large search comes to, and how many steps it takes.
  private func outcome(
    of problem: SelectionProblem, gap: Double
  ) -> (found: (incumbent: Incumbent, bounds: [Int?])?, steps: Int) {
    let steps = Steps()
    var options = SolveOptions()
    options.relativeGap = gap
    options.shouldStop = {
      steps.count.add(1, ordering: .relaxed)
      return false
    }
    var search = LargeSearch(problem, options)
    let outcome = search?.outcome()
    let count = steps.count.load(ordering: .relaxed)
    switch outcome {
    case .optimal(let incumbent): return ((incumbent, incumbent.tierValues), count)
    case .feasible(let incumbent, let bounds): return ((incumbent, bounds), count)
    default: return (nil, count)
    }
  }

  private final class Steps: Sendable {
    let count = Atomic(0)
  }
}
