import Selection
import TestSupport
import Testing

@Suite struct BruteForceSelectionTests {
  @Test func `the best of a worked problem comes with every selection that reaches it`() {
    var problem = SelectionProblem(tierCount: 2)
    let first = problem.addSlot()
    let second = problem.addSlot(isRequired: true)
    let a = problem.addOption(slot: first, cost: [-1, 5])
    let b = problem.addOption(slot: first, cost: [-1, 3])
    let c = problem.addOption(slot: second, cost: [0, 1])
    let d = problem.addOption(slot: second, cost: [0, 1])
    let count = problem.addCount(lower: 0, upper: 2, cost: [0, 2])
    problem.addRow(lower: 1, upper: nil, terms: [.init(a), .init(count)])
    problem.addRow(lower: nil, upper: 1, terms: [.init(b), .init(d)])
    let best = BruteForceSelection.best(of: problem)
    #expect(best?.tierValues == [-1, 6])
    #expect(Set(best?.selections ?? []) == [[1, 0, 1, 0, 0], [1, 0, 0, 1, 0], [0, 1, 1, 0, 1]])
    #expect(c == 2)
  }

  @Test func `a required slot without options leaves no selection`() {
    var problem = SelectionProblem(tierCount: 1)
    _ = problem.addSlot(isRequired: true)
    #expect(BruteForceSelection.best(of: problem) == nil)
  }

  @Test func `a problem without columns has the empty selection`() {
    let best = BruteForceSelection.best(of: SelectionProblem(tierCount: 2))
    #expect(best?.tierValues == [0, 0])
    #expect(best?.selections == [[]])
  }

  @Test func `tiny problems cover every feature and are mostly feasible`() {
    var (feasible, tied, required, equality, negative, counts) = (0, 0, 0, 0, 0, 0)
    for seed in 0..<500 as Range<UInt64> {
      let problem = TinySelections.make(seed: seed)
      let best = BruteForceSelection.best(of: problem)
      feasible += best == nil ? 0 : 1
      tied += (best?.selections.count ?? 0) > 1 ? 1 : 0
      required += problem.slots.contains(where: \.isRequired) ? 1 : 0
      equality += problem.rows.contains { $0.lower == $0.upper } ? 1 : 0
      negative += problem.rows.contains { $0.terms.contains { $0.coefficient < 0 } } ? 1 : 0
      counts += problem.slot.contains { $0 < 0 } ? 1 : 0
      let keepsAll = best?.selections.allSatisfy {
        BruteForceSelection.isSelection($0, of: problem)
      }
      #expect(keepsAll ?? true, "seed \(seed)")
    }
    #expect((300...450).contains(feasible), "\(feasible)")
    #expect(tied > 50 && required > 100 && equality > 50 && negative > 100 && counts > 200)
  }
}
