import Selection
import Testing

@testable import ModelFiles

@Suite struct MPSReaderTests {
  @Test func `a model is read with its rows, columns and objective`() throws {
    let model = try ModelText.model()
    #expect(model.columns.map(\.name) == ["a", "b", "n"])
    #expect(model.columns.map(\.lower) == [0, 0, -3])
    #expect(model.columns.map(\.upper) == [1, 1, 4])
    #expect(
      model.rows == [
        .init(name: "one", lower: nil, upper: 1, terms: [.init(0), .init(1)]),
        .init(name: "two", lower: 1, upper: nil, terms: [.init(0), .init(2, 2)]),
        .init(name: "all", lower: 2, upper: 2, terms: [.init(1, 3), .init(2, -1)]),
      ])
    #expect(
      model.objective == ModelObjective(file: "small.mps", name: "cost", cost: [-2, 0, 0]))
  }

  @Test func `blanks, line ends, upper case and sets without names change nothing`() throws {
    let good = try ModelText.model()
    let others = [
      ModelText.good.replacing("\n", with: "\r\n"),
      ModelText.good.replacing(" ", with: "  \t "),
      ModelText.good.replacing(" RHS one", with: " one").replacing(" RHS all", with: " all"),
      ModelText.good.replacing("BND ", with: ""),
      try ModelText.edited("OBJSENSE\n    MIN", "objsense minimize"),
      try ModelText.edited("OBJSENSE\n    MIN\n", ""),
      try ModelText.edited(" a cost -2 one 1", " a cost -2.0 one 1e0"),
      try ModelText.edited(" UP BND n 4", " UI BND n +.4E1"),
      try ModelText.edited(" UP BND b 1", " BV BND b"),
      "\u{FEFF}" + ModelText.good,
    ]
    for text in others {
      let model = try ModelText.model(text)
      #expect(model.columns == good.columns, "\(text)")
      #expect(model.rows == good.rows, "\(text)")
      #expect(model.objective == good.objective, "\(text)")
    }
  }

  @Test func `a range widens a row to the side that its kind and its sign tell`() throws {
    for (row, range, lower, upper) in [
      ("one", 4, -3, 1), ("one", -4, -3, 1), ("two", 4, 1, 5), ("two", -4, 1, 5),
      ("all", 4, 2, 6), ("all", -4, -2, 2), ("all", 0, 2, 2),
    ] {
      let model = try ModelText.model(
        ModelText.edited("BOUNDS", "RANGES\n RNG \(row) \(range)\nBOUNDS"))
      let found = try #require(model.rows.first { $0.name == row })
      #expect(found.lower == lower && found.upper == upper, "\(row) \(range)")
    }
  }

  @Test func `what is maximised is minimised inside and told in its own sense`() throws {
    let text = try ModelText.edited("    MIN", "    MAX").replacing(
      " RHS all 2", with: " RHS all 2 cost 7")
    let objective = try ModelText.model(text).objective
    #expect(objective.isMaximised && objective.constant == -7)
    #expect(objective.minimisedCost == [2, 0, 0])
    #expect(objective.value(ofCost: 2) == -9)
    #expect(objective.value(of: [1, 0, 0]) == -9)
  }

  @Test func `whole numbers are read exactly, however they are written`() throws {
    let numbers = [
      ("2305843009213693952", 1 << 61), ("-2305843009213693952.000", -(1 << 61)),
      ("9007199254740993", 9_007_199_254_740_993), ("1e18", 1_000_000_000_000_000_000),
      ("1200D-2", 12), ("0.00012e5", 12), ("0e999999999999", 0), ("-0", 0), ("007.", 7),
    ]
    for (text, number) in numbers {
      let model = try ModelText.model(ModelText.edited("cost -2", "cost \(text)"))
      #expect(model.objective.cost[0] == number, "\(text)")
    }
  }

  @Test func `free rows beside the objective are left out`() throws {
    let text = try ModelText.edited(" L one", " N other\n L one")
      .replacing(" b one 1", with: " b other 5 one 1").replacing(" all 3", with: "\n b all 3")
    let model = try ModelText.model(text)
    #expect(model.rows.map(\.name) == ["one", "two", "all"])
    #expect(model.objective.cost == [-2, 0, 0])
  }

  @Test func `a row that picks one of some columns becomes a slot, each column in the first`()
    throws
  {
    let text = try ModelText.edited(" G two", " L late\n E must\n G two")
      .replacing(" a two 1", with: " a two 1 late 1\n c late 1\n d must 1\n e must 1")
      .replacing(" RHS all 2", with: " RHS all 2 late 1\n RHS must 1")
      .replacing(" UP BND b 1", with: " BV b\n BV c\n BV d\n BV e")
    let model = try ModelText.model(text)
    let problem = ModelProblem(model, tiers: [model.objective]).problem
    #expect(problem.slots.map(\.options) == [[0, 4], [2, 3]])
    #expect(problem.slots.map(\.isRequired) == [false, true])
    #expect(problem.rows.map(\.upper) == [1, nil, 2])
    #expect(problem.cost == [[-2, 0, 0, 0, 0, 0]])
  }
}
