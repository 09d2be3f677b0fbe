import RoundFiles
import Selection

/// The lines of the sections that build rows and columns.
extension MPSReader {
  mutating func readRow() {
    guard scanner.fieldCount == 2 else { return addBadLine("the kind of a row and its name") }
    guard let kind = ModelDraft.Row.Kind(rawValue: scanner.text(0).uppercased()) else {
      return add(.unknownKind, scanner.text(0), expected: "N, L, G or E")
    }
    guard draft.rows.count < SizeLimits.rows else { return addTooMany("rows") }
    let name = scanner.text(1)
    if !draft.add(ModelDraft.Row(name: name, kind: kind)) {
      add(.duplicateName, name, expected: "a name that no other row has")
    }
  }

  mutating func readColumn() {
    if scanner.fieldCount == 3, scanner.text(1) == "'MARKER'" { return readMarker() }
    guard scanner.fieldCount == 3 || scanner.fieldCount == 5 else {
      return addBadLine("a column, and one or two rows each with a coefficient")
    }
    let name = scanner.text(0)
    if draft.columns.last?.name != name, !begin(name) { return }
    for field in stride(from: 1, to: scanner.fieldCount, by: 2) { readEntry(field) }
  }

  /// Begins a column; `false`, after a finding, if it cannot be.
  private mutating func begin(_ name: String) -> Bool {
    guard draft.columns.count < SizeLimits.rows else {
      addTooMany("columns")
      return false
    }
    let column = ModelDraft.Column(name: name, line: scanner.line, isInteger: draft.isInteger)
    if draft.add(column) { return true }
    add(.duplicateName, name, expected: "all entries of a column in lines that follow each other")
    return false
  }

  private mutating func readMarker() {
    switch scanner.text(2) {
    case "'INTORG'": draft.isInteger = true
    case "'INTEND'": draft.isInteger = false
    default: add(.unknownKind, scanner.text(2), expected: "'INTORG' or 'INTEND'")
    }
  }

  private mutating func readEntry(_ field: Int) {
    let (row, value) = (row(field), number(field + 1))
    guard let row, let value else { return }
    let column = draft.columns.count - 1
    if row == draft.objective {
      if draft.cost[column] != nil { addDuplicateEntry(field) }
      draft.cost[column] = value
    } else if draft.rows[row].terms.last?.column == column {
      addDuplicateEntry(field)
    } else if value != 0, draft.rows[row].kind != .free {
      draft.rows[row].terms.append(SelectionProblem.Term(column, value))
    }
  }

  /// A line of right sides or ranges: perhaps the name of their set, then rows with numbers.
  mutating func readPairs(_ section: Section) {
    guard (2...5).contains(scanner.fieldCount) else {
      return addBadLine("one or two rows each with a number, after the name of their set")
    }
    let first = scanner.fieldCount % 2
    guard first == 0 || isOnlySet(scanner.text(0), section) else { return }
    for field in stride(from: first, to: scanner.fieldCount, by: 2) {
      let (row, value) = (row(field), number(field + 1))
      guard let row, let value else { continue }
      let isRange = section == .ranges
      if (isRange ? draft.rows[row].range : draft.rows[row].rightSide) != nil {
        addDuplicateEntry(field)
      } else if isRange {
        draft.rows[row].range = value
      } else {
        draft.rows[row].rightSide = value
      }
    }
  }

  /// Whether a set is the first of its section; only one is read, and none is passed over.
  mutating func isOnlySet(_ name: String, _ section: Section) -> Bool {
    let first = draft.setNames[section, default: name]
    draft.setNames[section] = first
    if name == first { return true }
    add(.secondSet, name, expected: "one set of \(section.rawValue), here \(first)")
    return false
  }

  private func row(_ field: Int) -> Int? {
    let name = scanner.text(field)
    if let row = draft.rowOfName[name] { return row }
    add(.unknownName, name, expected: "the name of a row")
    return nil
  }

  private func addDuplicateEntry(_ field: Int) {
    add(.duplicateEntry, scanner.text(field), expected: "one number in this place")
  }

  private func addTooMany(_ what: String) {
    add(.tooMany, expected: "at most \(SizeLimits.rows) \(what)")
  }
}
