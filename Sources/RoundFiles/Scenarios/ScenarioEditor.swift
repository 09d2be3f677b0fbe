/// Changes the tables of a round as the rows of one scenario say.
///
/// The rows of a scenario hold together, in whatever order they stand: rows come first, then cells
/// are changed as they were before, then rows go. Two that give one cell different texts are an
/// error.
struct ScenarioEditor {
  private(set) var texts: RoundTexts
  private(set) var origins: [CellPlace: Int] = [:]
  private let log: FindingLog
  private let file: String
  private var keys: RowKeys

  init(_ base: ScenarioBase, _ log: FindingLog, file: String) {
    (texts, self.log, self.file) = (base.texts, log, file)
    keys = base.keys
  }

  mutating func apply(_ operations: [ScenarioOperation]) {
    let (whole, cells) = (
      operations.filter(\.column.isEmpty), operations.filter { !$0.column.isEmpty }
    )
    for operation in whole where operation.value != "delete" { add(operation) }
    if !whole.isEmpty { keys = RowKeys(texts) }
    change(cells)
    delete(whole.filter { $0.value == "delete" })
  }

  // MARK: Rows that come

  private mutating func add(_ operation: ScenarioOperation) {
    let place = table(of: operation)
    let words = operation.value.split(separator: " ")
    let isCopy = words.count == 2 && words[0] == "copy"
    guard isCopy || operation.value == "add" else {
      say(
        .unknownValue, operation, "value", operation.value,
        "add, copy ID or delete where column is empty")
      return
    }
    guard let given = newCells(operation, place) else { return }
    var cells = Array(repeating: "", count: texts.tables[place].columns.count)
    if isCopy {
      guard let key = ScenarioBase.idColumns[operation.table],
        let row = rows(with: String(words[1]), key, place).first
      else {
        sayUnknown(operation, "value", String(words[1]))
        return
      }
      cells = texts.tables[place].rows[row].cells
    }
    for (column, text) in given { cells[column] = text }
    let line = (texts.tables[place].rows.map(\.line).max() ?? 1) + 1
    texts.tables[place].rows.append(RoundTexts.Row(line: line, cells: cells))
    origins[origin(place, line, nil)] = operation.line
  }

  /// The cells of a new row: its id, or one for each condition.
  private mutating func newCells(
    _ operation: ScenarioOperation, _ place: Int
  ) -> [(column: Int, text: String)]? {
    let key = ScenarioBase.idColumns[operation.table]
    switch RowChoice(operation.rows) {
    case .id(let id):
      guard let key else { break }
      if !rows(with: id, key, place).isEmpty {
        say(.duplicateId, operation, "row", id, "a new id")
        return nil
      }
      return [(column(key, place), id)]
    case .conditions(let conditions) where key == nil && !conditions.isEmpty:
      return conditions.compactMap { name, values in
        guard isColumn(name, place) else {
          sayColumn(operation, "row", name, place)
          return nil
        }
        return (column(name, place), values.sorted().joined(separator: "|"))
      }
    default: break
    }
    let expected =
      key == nil
      ? "the cells of the new row, as column=value joined by &" : "the id of the new row"
    say(.missingValue, operation, "row", operation.rows, expected)
    return nil
  }

  // MARK: Cells that change

  private mutating func change(_ operations: [ScenarioOperation]) {
    var changes: [Cell: (text: String, line: Int)] = [:]
    for operation in operations {
      let place = table(of: operation)
      guard isColumn(operation.column, place) else {
        sayColumn(operation, "column", operation.column, place)
        continue
      }
      let column = column(operation.column, place)
      for row in chosen(operation, place, canAdd: true) {
        let cell = texts.tables[place].rows[row].cells[column]
        guard let text = edited(cell, operation) else { continue }
        let key = Cell(table: place, row: row, column: column)
        if let other = changes[key], other.text != text {
          say(
            .clashingChanges, operation, "value", operation.value,
            "one change of a cell in a scenario; row \(other.line) changes it, too")
        }
        changes[key] = (text, operation.line)
      }
    }
    for (cell, change) in changes {
      texts.tables[cell.table].rows[cell.row].cells[cell.column] = change.text
      let table = texts.tables[cell.table]
      origins[origin(cell.table, table.rows[cell.row].line, table.columns[cell.column])] =
        change.line
    }
  }

  private struct Cell: Hashable {
    var table: Int
    var row: Int
    var column: Int
  }

  private func edited(_ cell: String, _ operation: ScenarioOperation) -> String? {
    do throws(CellEdit.Misfit) {
      return try CellEdit(operation.value).text(after: cell, column: operation.column)
    } catch {
      let what = error == .noDate ? "a date that can be shifted" : "a number that can be scaled"
      say(
        error == .noDate ? .badDate : .badNumber, operation, "value", operation.value,
        "\(what); a cell of \(operation.column) holds \(cell)")
      return nil
    }
  }

  // MARK: Rows that go

  private mutating func delete(_ operations: [ScenarioOperation]) {
    var gone: [Int: Set<Int>] = [:]
    for operation in operations {
      let place = table(of: operation)
      gone[place, default: []].formUnion(chosen(operation, place))
    }
    for (place, rows) in gone {
      let kept = texts.tables[place].rows.enumerated().filter { !rows.contains($0.offset) }
      texts.tables[place].rows = kept.map(\.element)
    }
  }

  // MARK: Places

  /// Place of the table, which is made where the round does not have it.
  private mutating func table(of operation: ScenarioOperation) -> Int {
    if let place = texts.tables.firstIndex(where: { $0.name == operation.table }) { return place }
    let columns = ScenarioBase.columns(of: operation.table)
    texts.tables.append(RoundTexts.TextTable(name: operation.table, columns: columns))
    keys = RowKeys(texts)
    return texts.tables.count - 1
  }

  private func isColumn(_ name: String, _ place: Int) -> Bool {
    let table = texts.tables[place]
    return table.columns.contains(name) || ScenarioBase.columns(of: table.name).contains(name)
  }

  /// Place of a column, which is made where the table does not have it.
  private mutating func column(_ name: String, _ place: Int) -> Int {
    if let column = texts.tables[place].place(of: name) { return column }
    texts.tables[place].columns.append(name)
    for row in texts.tables[place].rows.indices { texts.tables[place].rows[row].cells.append("") }
    return texts.tables[place].columns.count - 1
  }

  /// The rows that an operation means; none, after a finding, where there are none.
  private mutating func chosen(
    _ operation: ScenarioOperation, _ place: Int, canAdd: Bool = false
  ) -> [Int] {
    let table = texts.tables[place]
    switch RowChoice(operation.rows) {
    case nil:
      say(
        .badFilter, operation, "row", operation.rows,
        "an id, or conditions key=value|value joined by &")
      return []
    case .id(let id):
      guard let key = ScenarioBase.idColumns[operation.table] else {
        say(
          .badFilter, operation, "row", id,
          "conditions column=value joined by &; rows of \(operation.table) have no ids")
        return []
      }
      let rows = rows(with: id, key, place)
      if rows.isEmpty, canAdd, operation.table == SettingsTable.name { return [setting(id, place)] }
      if rows.isEmpty { sayUnknown(operation, "row", id) }
      return rows
    case .conditions(let conditions):
      for (key, _) in conditions where !keys.has(key, operation.table) {
        let known = keys.keys(of: operation.table)
        say(
          .unknownKey, operation, "row", key, TableReader.oneOf(known),
          maybe: NearMiss.closest(to: key, among: known, log: log))
        return []
      }
      let rows = table.rows.indices.filter {
        keys.holds(conditions, operation.table, table.rows[$0])
      }
      if rows.isEmpty {
        say(.noRow, operation, "row", operation.rows, "conditions that a row keeps")
      }
      return rows
    }
  }

  /// A row for a setting that stands at what it is without one.
  private mutating func setting(_ id: String, _ place: Int) -> Int {
    let key = column("setting", place)
    var cells = Array(repeating: "", count: texts.tables[place].columns.count)
    cells[key] = id
    let line = (texts.tables[place].rows.map(\.line).max() ?? 1) + 1
    texts.tables[place].rows.append(RoundTexts.Row(line: line, cells: cells))
    return texts.tables[place].rows.count - 1
  }

  private func rows(with id: String, _ key: String, _ place: Int) -> [Int] {
    guard let column = texts.tables[place].place(of: key) else { return [] }
    return texts.tables[place].rows.indices.filter {
      texts.tables[place].rows[$0].cells[column] == id
    }
  }

  private func origin(_ place: Int, _ line: Int, _ column: String?) -> CellPlace {
    CellPlace(
      file: texts.place(of: "\(texts.tables[place].name).csv"), line: line, column: column)
  }

  // MARK: Findings

  private func say(
    _ kind: FindingKind, _ operation: ScenarioOperation, _ column: String, _ value: String,
    _ expected: String, maybe: String? = nil
  ) {
    log.add(
      Finding(
        kind, file: file, row: operation.line, column: column, value: value, expected: expected,
        maybe: maybe))
  }

  private func sayUnknown(_ operation: ScenarioOperation, _ column: String, _ id: String) {
    let table = texts.tables.first { $0.name == operation.table }
    let key = ScenarioBase.idColumns[operation.table].flatMap { table?.place(of: $0) }
    let ids = key.map { key in table?.rows.map { $0.cells[key] } ?? [] } ?? []
    say(
      .unknownId, operation, column, id, "the id of a row of \(operation.table)",
      maybe: NearMiss.closest(to: id, among: ids, log: log))
  }

  private func sayColumn(
    _ operation: ScenarioOperation, _ column: String, _ name: String, _ place: Int
  ) {
    let known = ScenarioBase.columns(of: operation.table) + texts.tables[place].columns
    say(
      .unknownColumn, operation, column, name, "a column of \(operation.table)",
      maybe: NearMiss.closest(to: name, among: known, log: log))
  }
}
