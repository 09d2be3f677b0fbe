package import MobilityModel

/// The tables of a round with pseudonyms for people, and without what planning does not need.
///
/// Names, reasons, authors and the further columns of participants that no filter asks for are left
/// out; so are birth dates where no session has a minimum age. Rows that are about people stand in
/// the order of what they say, so that their order tells nothing.
package struct PseudonymousTables {
  private let names: Pseudonyms
  private let tables: [(name: String, table: Table)]

  package init(_ tables: [(name: String, table: Table)], names: Pseudonyms) {
    (self.tables, self.names) = (tables, names)
  }

  /// The tables that can be shown.
  package var shown: [(name: String, table: Table)] {
    tables.filter { !Self.hidden.contains($0.name) }.map { ($0.name, shown($0.name, $0.table)) }
  }

  /// Tables that only serve to read others, whose columns have the tables' own names already, and one
  /// that may name anybody.
  private static let hidden: Set = ["headers", "scenarios"]
  private static let sorted: Set = [
    "participants", "same-person", "applications", "locks", "stays", "placements",
  ]
  private static let remarks: Set = ["reason", "author"]

  private func shown(_ name: String, _ table: Table) -> Table {
    let kept = table.columns.indices.filter { isKept(table.columns[$0], in: name) }
    var result = Table(columns: kept.map { table.columns[$0] }, idColumns: table.idColumns)
    let limit = table.columns.firstIndex(of: "limit")
    result.rows = table.rows.map { row in
      kept.map { place in
        table.columns[place] == "combination"
          ? combination(row[place], ofLimit: limit.map { row[$0] } ?? "")
          : shown(row[place], table.columns[place])
      }
    }
    if Self.sorted.contains(name) { result.rows.sort { $0.lexicographicallyPrecedes($1) } }
    return result
  }

  private func isKept(_ column: String, in name: String) -> Bool {
    guard name == "participants" else { return !Self.remarks.contains(column) }
    switch column {
    case "participant", "organisation", "nationality", "languages", "sectors": return true
    case "name": return false
    case "birth_date": return cells("sessions", "min_age").contains { !$0.isEmpty }
    default: return keys.contains(column)
    }
  }

  private func shown(_ cell: String, _ column: String) -> String {
    switch column {
    case "application": names.pseudonym(of: .application, cell)
    case "participant", "other": names.pseudonym(of: .participant, cell)
    case "group": names.pseudonym(of: .group, cell)
    case "who", "minus_who": filter(cell)
    default: cell
    }
  }

  // MARK: Filters

  /// Keys that limits and rules ask for.
  private var keys: Set<String> {
    let filters = cells("limits", "who") + cells("limits", "minus_who") + cells("rules", "who")
    let asked = filters.flatMap { $0.split(separator: "&").map(Self.key) }
    let each = ["each", "minus_each", "of"].flatMap { cells("limits", $0) }
      .flatMap { $0.split(separator: "+").map(Self.key) }
    return Set(asked + each)
  }

  /// What stands before the first equals sign, without blanks.
  private static func key(_ condition: Substring) -> String {
    condition.prefix { $0 != "=" }.split(separator: " ").joined(separator: " ")
  }

  private func filter(_ text: String) -> String {
    let conditions = text.split(separator: "&", omittingEmptySubsequences: false)
    return conditions.map(condition).joined(separator: "&")
  }

  private func condition(_ text: Substring) -> String {
    let key = Self.key(text)
    guard let equals = text.firstIndex(of: "="),
      ["application", "participant", "group"].contains(key)
    else { return String(text) }
    let values = text[text.index(after: equals)...].split(
      separator: "|", omittingEmptySubsequences: false)
    return key + "="
      + values.map { shown($0.split(separator: " ").joined(separator: " "), key) }
      .joined(separator: "|")
  }

  /// Values joined by `+`, each shown as the key is that stands at its place in a limit's `each`.
  private func combination(_ text: String, ofLimit id: String) -> String {
    let limits = zip(cells("limits", "limit"), cells("limits", "each"))
    let each = limits.first { $0.0 == id }?.1.split(separator: "+").map(Self.key) ?? []
    let values = text.split(separator: "+", omittingEmptySubsequences: false)
    guard each.count == values.count else { return "" }
    return zip(values, each).map { shown($0.split(separator: " ").joined(separator: " "), $1) }
      .joined(separator: "+")
  }

  private func cells(_ name: String, _ column: String) -> [String] {
    guard let table = tables.first(where: { $0.name == name })?.table,
      let place = table.columns.firstIndex(of: column)
    else { return [] }
    return table.rows.map { $0[place] }
  }
}
