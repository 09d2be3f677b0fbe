import Selection

/// A model while its file is read.
struct ModelDraft {
  struct Row {
    enum Kind: String { case free = "N", atMost = "L", atLeast = "G", equal = "E" }

    var name: String
    var kind: Kind
    /// `nil` while none was given.
    var rightSide: Int?
    var range: Int?
    var terms: [SelectionProblem.Term] = []
  }

  /// An end of a column's range.
  enum End: Equatable {
    case notGiven
    /// Given as infinite.
    case open
    case at(Int)
  }

  struct Column {
    var name: String
    /// Where it was met first.
    var line: Int
    var isInteger: Bool
    var lower = End.notGiven
    var upper = End.notGiven
  }

  var sections: Set<MPSReader.Section> = []
  var isMaximised = false
  var rows: [Row] = []
  private(set) var rowOfName: [String: Int] = [:]
  /// The first free row.
  private(set) var objective: Int?
  var columns: [Column] = []
  private(set) var columnOfName: [String: Int] = [:]
  /// Cost of a column, where it is given.
  var cost: [Int?] = []
  /// Whether the lines at hand stand between the markers of integer columns.
  var isInteger = false
  /// Names of the sets in the sections where lines have one.
  var setNames: [MPSReader.Section: String] = [:]

  /// Adds a row; `false` if there is one of its name.
  mutating func add(_ row: Row) -> Bool {
    guard rowOfName[row.name] == nil else { return false }
    rowOfName[row.name] = rows.count
    if row.kind == .free, objective == nil { objective = rows.count }
    rows.append(row)
    return true
  }

  /// Adds a column; `false` if there is one of its name.
  mutating func add(_ column: Column) -> Bool {
    guard columnOfName[column.name] == nil else { return false }
    columnOfName[column.name] = columns.count
    columns.append(column)
    cost.append(nil)
    return true
  }
}

extension ModelDraft.Row {
  /// What the kind, the right side and the range say together.
  var bounds: (lower: Int?, upper: Int?) {
    let side = rightSide ?? 0
    let width = range.map(WholeNumbers.size)
    switch kind {
    case .free: return (nil, nil)
    case .atMost: return (width.map { side - $0 }, side)
    case .atLeast: return (side, width.map { side + $0 })
    case .equal:
      // The sign of a range says on which side of the right side it lies.
      let range = range ?? 0
      return (side + min(range, 0), side + max(range, 0))
    }
  }
}
