/// A selection problem as rows and columns, with a column for "something of this slot is picked".
///
/// Such a column follows the problem's own ones for every slot of two or more options. What all
/// options of a slot cost alike it costs in their place: objectives that ask who is picked, not
/// what, become short rows, and a search can decide the one without the other.
struct PickedProgram {
  private(set) var program: IntegerProgram
  /// Costs by tier and column.
  private(set) var cost: [[Int]]
  private(set) var isSwitch: [Bool]

  init(_ problem: SelectionProblem) {
    program = IntegerProgram(lower: problem.lower, upper: problem.upper)
    cost = problem.cost
    isSwitch = problem.switches
    program.names = problem.keys.map { ColumnNames($0.columns) }
    for (place, slot) in problem.slots.enumerated() { add(slot, problem.keys?.slots[place]) }
    for (place, row) in problem.rows.enumerated() {
      program.rows.append(row, origin: .model(problem.keys?.rows[place]))
    }
  }

  private mutating func add(_ slot: SelectionProblem.Slot, _ key: Key?) {
    var terms = slot.options.map { (Int32($0), 1) }
    guard slot.options.count > 1 else {
      program.rows.append(
        lower: slot.isRequired ? 1 : .min, upper: 1, terms: terms, origin: .model(key))
      return
    }
    terms.append((Int32(program.columnCount), -1))
    program.lower.append(slot.isRequired ? 1 : 0)
    program.upper.append(1)
    isSwitch.append(false)
    program.rows.append(lower: 0, upper: 0, terms: terms, origin: .model(key))
    if let key { program.names?.append(key.joined(1)) }
    for tier in cost.indices { cost[tier].append(takeShared(tier, slot.options)) }
  }

  /// A selection of a problem with the values of the columns for slots.
  static func extended(_ selection: [Int], _ problem: SelectionProblem) -> [Int] {
    let picked = problem.slots.lazy.filter { $0.options.count > 1 }.map { slot in
      slot.options.reduce(0) { $0 + selection[$1] }
    }
    return selection + picked
  }

  /// Takes what all options cost alike off them.
  private mutating func takeShared(_ tier: Int, _ options: [Int]) -> Int {
    let shared = cost[tier][options[0]]
    guard shared != 0, options.allSatisfy({ cost[tier][$0] == shared }) else { return 0 }
    for option in options { cost[tier][option] = 0 }
    return shared
  }
}
