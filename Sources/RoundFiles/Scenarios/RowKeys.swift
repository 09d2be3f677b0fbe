/// What a row says of a key: a column of its own, or one of the row that it refers to.
///
/// So `country=AL` chooses applications by the country of the participant's organisation, as filters
/// of limits do, and `host_country=ES` sessions by that of their host.
struct RowKeys {
  private let tables: [String: RoundTexts.TextTable]
  /// Row by id, of each table that others refer to.
  private let rows: [String: [String: Int]]

  /// Columns that refer to a table by its ids.
  private static let references = [
    "application": "applications", "participant": "participants", "session": "sessions",
    "organisation": "organisations",
  ]
  /// Steps from a row to another: from a lock to its application, participant, organisation.
  private static let mostSteps = 4
  private static let order = ["application", "participant", "session", "organisation"]

  init(_ texts: RoundTexts) {
    tables = Dictionary(texts.tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    rows = Dictionary(
      uniqueKeysWithValues: Self.references.values.map { name in
        let table = texts.tables.first { $0.name == name }
        let place = table?.place(of: ScenarioBase.idColumns[name] ?? "") ?? 0
        let ids = table?.rows.enumerated().map { ($1.cells[place], $0) } ?? []
        return (name, Dictionary(ids, uniquingKeysWith: { first, _ in first }))
      })
  }

  /// Whether rows of a table can be chosen by a key.
  func has(_ key: String, _ table: String) -> Bool { keys(of: table).contains(key) }

  /// The keys by which rows of a table can be chosen, each once.
  func keys(of name: String, depth: Int = mostSteps) -> [String] {
    guard let table = tables[name], depth > 0 else { return [] }
    var keys = table.columns
    for column in Self.order where column != key(of: name) && table.columns.contains(column) {
      keys += self.keys(of: Self.references[column] ?? "", depth: depth - 1)
    }
    if table.columns.contains("host") { keys.append("host_country") }
    return keys.reduce(into: []) { kept, key in if !kept.contains(key) { kept.append(key) } }
  }

  /// The cell that a key means; `nil` where the row has none.
  func value(
    of key: String, _ name: String, _ row: RoundTexts.Row, depth: Int = mostSteps
  ) -> String? {
    guard let table = tables[name], depth > 0 else { return nil }
    if let place = table.place(of: key) {
      let cell = row.cells[place]
      return cell.isEmpty && key == "role" ? "participant" : cell
    }
    if key == "host_country", let place = table.place(of: "host") {
      return value(of: "country", "organisations", row.cells[place], depth - 1)
    }
    for column in Self.order where column != self.key(of: name) {
      guard let place = table.place(of: column), let other = Self.references[column],
        let value = value(of: key, other, row.cells[place], depth - 1)
      else { continue }
      return value
    }
    return nil
  }

  private func value(of key: String, _ name: String, _ id: String, _ depth: Int) -> String? {
    guard let table = tables[name], let place = rows[name]?[id] else { return nil }
    return value(of: key, name, table.rows[place], depth: depth)
  }

  /// Whether a row keeps every condition; of a list any one value is enough.
  func holds(
    _ conditions: [(key: String, values: Set<String>)], _ name: String, _ row: RoundTexts.Row
  ) -> Bool {
    conditions.allSatisfy { key, values in
      guard let cell = value(of: key, name, row) else { return false }
      return values.contains(cell)
        || cell.split(separator: "|").contains { values.contains(String($0)) }
    }
  }

  private func key(of table: String) -> String? { ScenarioBase.idColumns[table] }
}
