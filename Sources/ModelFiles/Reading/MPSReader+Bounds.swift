import Selection

/// The ranges of columns, and what is only known at the end.
extension MPSReader {
  private enum BoundKind: String, CaseIterable {
    case upper = "UP"
    case lower = "LO"
    case fixed = "FX"
    case binary = "BV"
    case noLower = "MI"
    case noUpper = "PL"
    case integerUpper = "UI"
    case integerLower = "LI"

    var hasValue: Bool { ![.binary, .noLower, .noUpper].contains(self) }
  }

  /// A kind, perhaps the name of the set, a column and perhaps a value.
  mutating func readBound() {
    guard let kind = BoundKind(rawValue: scanner.text(0).uppercased()) else {
      let words = BoundKind.allCases.map(\.rawValue).joined(separator: ", ")
      return add(.unknownKind, scanner.text(0), expected: words)
    }
    // A number after a kind that needs none is passed over.
    let least = kind.hasValue ? 3 : 2
    guard (least...4).contains(scanner.fieldCount) else {
      return addBadLine("a bound's kind, its set, a column" + (kind.hasValue ? ", a number" : ""))
    }
    let place = scanner.fieldCount > least ? 2 : 1
    guard place == 1 || isOnlySet(scanner.text(1), .bounds) else { return }
    guard let column = draft.columnOfName[scanner.text(place)] else {
      return add(.unknownName, scanner.text(place), expected: "the name of a column")
    }
    guard kind.hasValue else { return set(kind, column, 0) }
    if let value = number(place + 1) { set(kind, column, value) }
  }

  private mutating func set(_ kind: BoundKind, _ column: Int, _ value: Int) {
    switch kind {
    case .upper: setUpper(column, .at(value))
    case .lower: setLower(column, .at(value))
    case .fixed:
      setLower(column, .at(value))
      setUpper(column, .at(value))
    case .binary:
      setLower(column, .at(0))
      setUpper(column, .at(1))
    case .noLower: setLower(column, .open)
    case .noUpper: setUpper(column, .open)
    case .integerUpper: setUpper(column, .at(value))
    case .integerLower: setLower(column, .at(value))
    }
    if [.binary, .integerUpper, .integerLower].contains(kind) {
      draft.columns[column].isInteger = true
    }
  }

  private mutating func setLower(_ column: Int, _ end: ModelDraft.End) {
    if draft.columns[column].lower != .notGiven { addDuplicateBound(column, "lower") }
    draft.columns[column].lower = end
  }

  private mutating func setUpper(_ column: Int, _ end: ModelDraft.End) {
    if draft.columns[column].upper != .notGiven { addDuplicateBound(column, "upper") }
    draft.columns[column].upper = end
  }

  private func addDuplicateBound(_ column: Int, _ end: String) {
    add(.duplicateEntry, draft.columns[column].name, expected: "one \(end) bound for a column")
  }

  // MARK: At the end

  /// The model, of use where nothing was found.
  mutating func finish() -> Model {
    guard let objective = draft.objective else {
      add(.missingSection, at: nil, expected: "a row of the kind N, the objective")
      return Model(objective: ModelObjective(file: file, name: ""))
    }
    // The right side of an objective is what is taken off it.
    var model = Model(
      objective: ModelObjective(
        file: file, name: draft.rows[objective].name, isMaximised: draft.isMaximised,
        cost: draft.cost.map { $0 ?? 0 }, constant: -(draft.rows[objective].rightSide ?? 0)))
    model.columns = draft.columns.compactMap(finished)
    model.rows = draft.rows.filter { $0.kind != .free }.map { row in
      let bounds = row.bounds
      return Model.Row(
        name: row.name, lower: bounds.lower, upper: bounds.upper, terms: row.terms)
    }
    return model
  }

  private func finished(_ column: ModelDraft.Column) -> Model.Column? {
    if !column.isInteger {
      addShape(column, "an integer column: between markers, or with a bound BV, LI or UI")
    }
    guard case .at(let upper) = column.upper else {
      addShape(column, "a column with an upper bound")
      return nil
    }
    guard let lower = lower(of: column, upper: upper) else { return nil }
    if lower > upper {
      add(
        .reversedBounds, column.name, at: column.line,
        expected: "a lower bound of at most the upper one")
    }
    return Model.Column(name: column.name, lower: lower, upper: upper)
  }

  /// The lower end; 0 if none is given, unless the upper end lies below that: programs differ in
  /// what they take it for, and none is guessed here.
  private func lower(of column: ModelDraft.Column, upper: Int) -> Int? {
    switch column.lower {
    case .at(let lower): return lower
    case .notGiven where upper >= 0: return 0
    case .notGiven: addShape(column, "a lower bound beside an upper one below 0")
    case .open: addShape(column, "a column with a lower bound")
    }
    return nil
  }

  private func addShape(_ column: ModelDraft.Column, _ expected: String) {
    add(.notOfThisShape, column.name, at: column.line, expected: expected)
  }
}
