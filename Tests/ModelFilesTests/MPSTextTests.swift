import Foundation
import ModelFiles
import Planning
import Selection
import TestSupport
import Testing

@Suite struct MPSTextTests {
  @Test func `a problem that is written and read is the same problem`() throws {
    for seed in 0..<400 as Range<UInt64> {
      try expectSame(TinySelections.make(seed: seed), "seed \(seed)")
    }
  }

  @Test func `an awkward problem is written and read as it is`() throws {
    var problem = SelectionProblem(tierCount: 1)
    _ = problem.addSlot(isRequired: true)
    let slot = problem.addSlot()
    let option = problem.addOption(slot: slot, cost: [1 << 61])
    let lone = problem.addCount(lower: -7, upper: -7, cost: [0])
    let count = problem.addCount(lower: -9, upper: -2, cost: [-(1 << 61)])
    problem.addRow(lower: -3, upper: 5, terms: [.init(option, -4), .init(count, 3)])
    problem.addRow(lower: nil, upper: -1, terms: [])
    let text = MPSText(
      problem, columnNames: ["x", "lone", "n"], rowNames: ["none", "s", "r", "e"])
    let bytes = text.bytes(objective: "cost", cost: problem.cost[0], constant: -5)
    guard case .model(let model) = MPSReader.read(bytes, file: "") else {
      Issue.record("not read")
      return
    }
    #expect(model.columns.map(\.name) == ["x", "lone", "n"])
    #expect(model.columns[lone].lower == -7 && model.columns[lone].upper == -7)
    #expect(model.objective.cost == problem.cost[0] && model.objective.constant == -5)
    let read = ModelProblem(model, tiers: [model.objective]).problem
    // A slot without options is a row that no sum can keep.
    #expect(read.slots == [problem.slots[1]])
    #expect(read.rows.first?.lower == 1 && read.rows.first?.terms == [])
    #expect(Array(read.rows.dropFirst()) == problem.rows)
  }

  @Test func `mutated text gives findings or a model, never a trap`() throws {
    let good = Array(ModelText.good.utf8)
    let pieces = [
      " ", "\n", "\n ", "-", "1e99999999999", "9223372036854775808", "'MARKER'", "RHS\n",
      "BOUNDS\n",
      "RANGES\n one -2305843009213693952\n", "FX ", "a ", "cost ", "\u{0}", "é", "*", "ENDATA\n",
    ]
    var random = SplitMix64(seed: 77)
    var read = 0
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0..<random.number(in: 1...3) {
        let start = random.number(in: 0...bytes.count - 1)
        let end = min(bytes.count, start + random.number(in: 0...6))
        bytes.replaceSubrange(start..<end, with: Array(random.pick(pieces).utf8))
      }
      if case .model(let model) = MPSReader.read(bytes, file: "x") {
        read += 1
        let problem = ModelProblem(model, tiers: [model.objective])
        do throws(SelectionError) {
          try RangeCheck.check(problem.problem)
        } catch {
          #expect(!problem.message(error).isEmpty)
        }
      }
    }
    #expect(read > 500, "\(read)")
  }

  private func expectSame(_ problem: SelectionProblem, _ comment: Comment) throws {
    let text = MPSText(
      problem, columnNames: (0..<problem.columnCount).map { "x\($0)" },
      rowNames: (0..<problem.slots.count + problem.rows.count).map { "r\($0)" })
    var models: [Model] = []
    for tier in 0..<problem.tierCount {
      let bytes = text.bytes(objective: "t", cost: problem.cost[tier], constant: tier)
      guard case .model(let model) = MPSReader.read(bytes, file: "") else {
        Issue.record(comment)
        return
      }
      #expect(model.differences(from: models.first ?? model).isEmpty, comment)
      #expect(model.objective.constant == tier, comment)
      models.append(model)
    }
    guard let first = models.first else { return }
    let read = ModelProblem(first, tiers: models.map(\.objective)).problem
    #expect(read.cost == problem.cost, comment)
    #expect(read.lower == problem.lower && read.upper == problem.upper, comment)
    switch (BruteForceSelection.best(of: read), BruteForceSelection.best(of: problem)) {
    case (nil, nil): break
    case (let left?, let right?):
      #expect(left.tierValues == right.tierValues, comment)
      #expect(Set(left.selections) == Set(right.selections), comment)
      #expect(left.selections.allSatisfy { first.faults(of: $0).isEmpty }, comment)
    default: Issue.record(comment)
    }
  }
}
