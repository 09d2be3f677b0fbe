/// Sets of columns that no row of the problem joins.
///
/// Rows that hold a tier at its value join nothing: where the problem falls apart, a selection is
/// best if and only if its pieces are, tier by tier, so each piece keeps its own share of the value.
struct Components {
  private(set) var count = 0
  /// Component of a column, or -1 if the column is fixed; indexed by column.
  private(set) var component: [Int32]
  /// Place of a column among those of its component.
  private(set) var place: [Int32]
  private var members: [[Int32]] = []

  init(_ program: IntegerProgram) {
    var sets = DisjointSets(count: program.columnCount)
    let isFree = (0..<program.columnCount).map { program.lower[$0] < program.upper[$0] }
    for row in 0..<program.rows.count where program.rows.kind(row) == .model {
      let free = program.rows.column[program.rows.range(row)].filter { isFree[Int($0)] }
      guard let first = free.first else { continue }
      for column in free.dropFirst() { sets.join(Int(first), Int(column)) }
    }
    component = Array(repeating: -1, count: program.columnCount)
    place = component
    for column in 0..<Int32(program.columnCount) where isFree[Int(column)] {
      let root = sets.leader(of: Int(column))
      if component[root] < 0 {
        component[root] = Int32(count)
        count += 1
        members.append([])
      }
      let own = Int(component[root])
      component[Int(column)] = Int32(own)
      place[Int(column)] = Int32(members[own].count)
      members[own].append(column)
    }
  }

  /// Columns of a component in rising order.
  func columns(of component: Int) -> [Int32] { members[component] }

  /// The program of one component of a program without fixed columns.
  ///
  /// - Parameters:
  ///   - own: the component.
  ///   - program: the program that the components are of.
  ///   - incumbent: a selection that is best in all tiers proven so far; its share of their values
  ///     is the component's.
  /// - Returns: the program, on the columns of the component in their order.
  func program(_ own: Int, of program: IntegerProgram, incumbent: [Int]?) -> IntegerProgram {
    let columns = members[own]
    var piece = IntegerProgram(
      lower: columns.map { program.lower[Int($0)] }, upper: columns.map { program.upper[Int($0)] })
    piece.names = program.names?.of(columns, places: place) { component[$0] == Int32(own) }
    for row in 0..<program.rows.count {
      let range = program.rows.range(row)
      let mine = range.filter { component[Int(program.rows.column[$0])] == Int32(own) }
      if mine.isEmpty { continue }
      var (lower, upper) = (program.rows.lower[row], program.rows.upper[row])
      if mine.count < range.count {
        // A cut that joins components is given up.
        guard program.rows.kind(row) == .tier, let incumbent else { continue }
        lower = mine.reduce(0) {
          $0 + program.rows.coefficient[$1] * incumbent[Int(program.rows.column[$1])]
        }
        upper = lower
      }
      let terms = mine.map {
        (place[Int(program.rows.column[$0])], program.rows.coefficient[$0])
      }
      piece.rows.append(
        lower: lower, upper: upper, terms: terms, origin: program.rows.origin[row])
    }
    return piece
  }
}
