/// A start from what is known of a larger program.
extension Simplex {
  /// Starts from a basis of a program from which columns and rows were taken out to get this one.
  ///
  /// What is basic there stays basic as far as it is left; the slacks of rows make up what is missing.
  /// Where that is no basis, factoring it will put further slacks in.
  ///
  /// - Parameters:
  ///   - larger: the basis of the larger program.
  ///   - columns: the column here that each of its columns became, or -1.
  ///   - rows: the row here that each of its rows became, or -1.
  mutating func load(_ larger: Basis, columns: [Int32], rows: [Int32]) {
    assert(larger.isAtUpper.count == columns.count + rows.count, "a basis of another program")
    let variables = columns + rows.map { $0 < 0 ? -1 : Int32(columnCount) + $0 }
    var isAtUpper = Array(repeating: false, count: variableCount)
    for (old, new) in variables.enumerated() where new >= 0 && larger.isAtUpper[old] {
      isAtUpper[Int(new)] = true
    }
    let kept = zip(larger.basic, larger.weight).map { (variable: variables[Int($0)], weight: $1) }
    let slacks = (columnCount..<variableCount).map { (variable: Int32($0), weight: 1.0) }
    // Columns first: of slacks there are enough.
    let ordered =
      kept.filter { $0.variable < columnCount } + kept.filter { $0.variable >= columnCount }
      + slacks
    load(basis(of: ordered, isAtUpper))
  }

  /// The first of some variables that a basis has room for, each once; -1 is none.
  func basis(
    of variables: [(variable: Int32, weight: Double)], _ isAtUpper: [Bool]
  ) -> Basis {
    var isBasic = Array(repeating: false, count: variableCount)
    var basis = Basis(basic: [], isAtUpper: isAtUpper, weight: [])
    for (variable, weight) in variables where variable >= 0 && !isBasic[Int(variable)] {
      if basis.basic.count == rowCount { break }
      isBasic[Int(variable)] = true
      basis.basic.append(variable)
      basis.weight.append(weight)
    }
    return basis
  }
}

/// A start from where variables stood in another program.
extension Simplex {
  enum Place: Sendable { case basic, atLower, atUpper }

  func place(of variable: Int) -> Place {
    isBasic(variable) ? .basic : isAtUpper[variable] ? .atUpper : .atLower
  }

  /// Starts from where variables stood in another program, as far as that makes a basis.
  ///
  /// - Parameter places: by variable; `nil` where it was not there.
  mutating func load(_ places: [Place?]) {
    let slacks = columnCount..<variableCount
    let kept = places.indices.filter { places[$0] == .basic }
    // A row that was not there was slack.
    let ordered = kept + slacks.filter { places[$0] == nil } + slacks
    load(basis(of: ordered.map { (Int32($0), 1) }, places.map { $0 == .atUpper }))
    startsNearEnd = true
  }
}
